using System.Data.Common;
using System.Globalization;

namespace HuiminCoord.Grains.Storage;

/// <summary>Says who may serve a PostgreSQL database beside whom, for as long as this process lives: the silos of one cluster, or one rehearsal alone.</summary>
/// <remarks>
/// Two clusters on one database would each believe to hold its only actors, and a rehearsal's time belongs to one driver.
/// The lease is an advisory lock of one connection, so the database frees it after kill -9. A SQLite directory has its own lock.
/// </remarks>
public sealed class ServingLease : IAsyncDisposable
{
    /// <summary>Any constant of our own; the second number is who serves.</summary>
    private const int LockClass = 0x73657276;

    private const int Alone = 0;
    private const int Attempts = 6;

    /// <summary>The database takes a moment to notice that a killed server's connection is gone.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    private readonly DbConnection _connection;

    private ServingLease(DbConnection connection) => _connection = connection;

    /// <summary>Takes the right to serve.</summary>
    /// <param name="database">A PostgreSQL database.</param>
    /// <param name="cluster">The id of the cluster that this silo belongs to; null = alone.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DatabaseInUseException">Somebody else serves this database.</exception>
    public static async Task<ServingLease> Take(CoordinationDatabase database, string? cluster, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var connection = await database.Source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var lease = new ServingLease(connection);
        try
        {
            var mine = cluster is null ? Alone : await lease.NumberOf(cluster, cancellation).ConfigureAwait(false);
            for (var attempt = 1; ; attempt++)
            {
                if (await lease.Try(mine, cancellation).ConfigureAwait(false) is not { } other)
                {
                    return lease;
                }

                if (attempt == Attempts)
                {
                    throw new DatabaseInUseException(Why(other == Alone, cluster));
                }

                await Task.Delay(Between, cancellation).ConfigureAwait(false);
            }
        }
        catch
        {
            await lease.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            // The pool would keep the connection, and with it the lock.
            await Ask("SELECT pg_advisory_unlock_all()", CancellationToken.None).ConfigureAwait(false);
        }
        catch (DbException)
        {
            // The connection is gone, and the lock with it.
        }

        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private static string Why(bool rehearsal, string? cluster) =>
        rehearsal ? "A rehearsal runs on this database. Its virtual time has one driver: stop it, or choose another database."
        : cluster is null ? "Live servers run on this database. Choose another database for a rehearsal."
        : $"Servers of another cluster than '{cluster}' run on this database. All servers of one database need the same cluster id.";

    /// <summary>A positive number per cluster id.</summary>
    private async Task<int> NumberOf(string cluster, CancellationToken cancellation)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "SELECT (hashtext(@cluster) & 2147483647) | 1";
        command.Set("cluster", cluster);
        return (int)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }

    /// <returns>Null when the lease is held; otherwise who is in the way.</returns>
    private async Task<long?> Try(int mine, CancellationToken cancellation)
    {
        var taking = mine == Alone ? "pg_try_advisory_lock" : "pg_try_advisory_lock_shared";
        if (await Ask(string.Create(CultureInfo.InvariantCulture, $"SELECT {taking}({LockClass}, {mine})"), cancellation).ConfigureAwait(false) is not true)
        {
            return mine;
        }

        var other = await Ask(
            string.Create(CultureInfo.InvariantCulture, $"""
                SELECT objid::bigint FROM pg_locks
                WHERE locktype = 'advisory' AND granted AND classid = {LockClass} AND objid <> {mine}
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) LIMIT 1
                """),
            cancellation).ConfigureAwait(false);
        if (other is not long number)
        {
            return null;
        }

        await Ask("SELECT pg_advisory_unlock_all()", cancellation).ConfigureAwait(false);
        return number;
    }

    private async Task<object?> Ask(string text, CancellationToken cancellation)
    {
        await using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // put together from the constants above
        command.CommandText = text;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false);
    }
}

/// <summary>Somebody else serves the database.</summary>
public sealed class DatabaseInUseException : InvalidOperationException
{
    public DatabaseInUseException()
    {
    }

    public DatabaseInUseException(string message)
        : base(message)
    {
    }

    public DatabaseInUseException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
