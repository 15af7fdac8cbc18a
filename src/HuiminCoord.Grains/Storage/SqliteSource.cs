using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace HuiminCoord.Grains.Storage;

/// <summary>Opens SQLite connections that are safe to lose power with: every commit is flushed to the disk.</summary>
/// <remarks>The write-ahead log is a property of the file and is set once, by the schema's upgrade.</remarks>
internal sealed class SqliteSource(string file, TimeSpan commandTimeout, bool readOnly = false) : DbDataSource
{
    public override string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        Pooling = true,
        DefaultTimeout = Math.Max(1, (int)commandTimeout.TotalSeconds),
    }.ConnectionString;

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = "PRAGMA synchronous = FULL";
            pragmas.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) => new(OpenDbConnection());

    /// <summary>Lets go of the file: pooled connections would keep it open.</summary>
    protected override void Dispose(bool disposing)
    {
        ReleaseFile();
        base.Dispose(disposing);
    }

    protected override ValueTask DisposeAsyncCore()
    {
        ReleaseFile();
        return base.DisposeAsyncCore();
    }

    private void ReleaseFile()
    {
        using var any = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(any);
    }
}
