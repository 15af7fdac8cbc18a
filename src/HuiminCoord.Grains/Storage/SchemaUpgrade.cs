using System.Data.Common;
using System.Globalization;

namespace HuiminCoord.Grains.Storage;

/// <summary>Runs the scripts that a database has not seen yet, each in its own transaction, each exactly once.</summary>
internal static class SchemaUpgrade
{
    /// <summary>Any constant: processes that upgrade the same database must ask for the same lock.</summary>
    private const long LockNumber = 0x4875696d696e;

    public static async Task Run(CoordinationDatabase database, IReadOnlyList<SchemaScript> scripts, CancellationToken cancellation)
    {
        using var turn = await database.Gate.Enter(cancellation).ConfigureAwait(false);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var found = await InTransaction(connection, database.Provider, transaction => Begin(transaction, cancellation), cancellation).ConfigureAwait(false);
        if (found > scripts[^1].Version)
        {
            throw new SchemaTooNewException(found, scripts[^1].Version);
        }

        // Not before the look at the version: what is refused stays as it was, to the byte.
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            await UseWriteAheadLog(connection, cancellation).ConfigureAwait(false);
        }

        foreach (var script in scripts.Where(s => s.Version > found))
        {
            await InTransaction(connection, database.Provider, transaction => Apply(transaction, script, cancellation), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Readers and the writer do not wait for each other. SQLite refuses the change inside a transaction.</summary>
    private static async Task UseWriteAheadLog(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<int> Begin(DbTransaction transaction, CancellationToken cancellation)
    {
        await Execute(transaction, "CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL PRIMARY KEY, name varchar(100) NOT NULL)", cancellation).ConfigureAwait(false);
        return await Version(transaction, cancellation).ConfigureAwait(false);
    }

    private static async Task<int> Apply(DbTransaction transaction, SchemaScript script, CancellationToken cancellation)
    {
        // Asked again under the lock: another process may have been here between our look and our turn.
        if (await Version(transaction, cancellation).ConfigureAwait(false) < script.Version)
        {
            await Execute(transaction, script.Text, cancellation).ConfigureAwait(false);
            await Execute(transaction, $"INSERT INTO schema_version (version, name) VALUES ({script.Version}, '{script.Name}')", cancellation).ConfigureAwait(false);
        }

        return script.Version;
    }

    private static async Task<int> InTransaction(
        DbConnection connection, DatabaseProvider provider, Func<DbTransaction, Task<int>> work, CancellationToken cancellation)
    {
        // SQLite's transaction is immediate: it holds the file's write lock from its first moment.
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        if (provider == DatabaseProvider.PostgreSql)
        {
            await Execute(transaction, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({LockNumber})"), cancellation).ConfigureAwait(false);
        }

        var answer = await work(transaction).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return answer;
    }

    private static async Task<int> Version(DbTransaction transaction, CancellationToken cancellation)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT coalesce(max(version), 0) FROM schema_version";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false), CultureInfo.InvariantCulture);
    }

    private static async Task Execute(DbTransaction transaction, string text, CancellationToken cancellation)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // the text comes from this assembly's resources
        command.CommandText = text;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}

/// <summary>The database was upgraded by a newer program; this one would not understand it.</summary>
public sealed class SchemaTooNewException : InvalidOperationException
{
    public SchemaTooNewException()
    {
    }

    public SchemaTooNewException(string message)
        : base(message)
    {
    }

    public SchemaTooNewException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal SchemaTooNewException(int found, int known)
        : base($"The database has schema version {found}; this program knows versions up to {known}. Start the newer program, or restore a backup from before the upgrade.")
    {
    }
}
