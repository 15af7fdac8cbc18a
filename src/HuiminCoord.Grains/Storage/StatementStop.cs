using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace HuiminCoord.Grains.Storage;

/// <summary>Stops what a context is reading when a token says so.</summary>
/// <remarks>PostgreSQL's driver takes notice of tokens by itself; SQLite's only between two statements, so its engine is told.</remarks>
public static class StatementStop
{
    private const int Interrupted = 9;

    /// <summary>From now until the answer is disposed, the token ends the statement that runs.</summary>
    public static IDisposable StopWith(this CoordinationDb db, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.GetDbConnection() is SqliteConnection sqlite ? token.Register(() => raw.sqlite3_interrupt(sqlite.Handle)) : default(CancellationTokenRegistration);
    }

    /// <summary>True for what a statement throws that was stopped.</summary>
    public static bool IsStop(Exception failure) => failure is OperationCanceledException or SqliteException { SqliteErrorCode: Interrupted };
}
