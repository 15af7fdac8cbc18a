using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HuiminCoord.Grains.Relaying;

/// <summary>Actors whose events a register cannot take in: shown to the operator and tried again, less and less often.</summary>
public sealed class RelayFailures(CoordinationDatabase database, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>When the actor is tried again, real time: with the first pass of its relay from then on.</summary>
    public static DateTimeOffset NextTry(RelayFailureRow failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.LastAt + PauseAfter(failure.Attempts);
    }

    /// <summary>The error is in what was to be written, not in the connection: trying again as it is will not help.</summary>
    internal static bool IsAboutData(Exception failure) => failure switch
    {
        DbUpdateException { InnerException: { } inner } => IsAboutData(inner),
        PostgresException postgres => postgres.SqlState.StartsWith("22", StringComparison.Ordinal) || postgres.SqlState.StartsWith("23", StringComparison.Ordinal),
        SqliteException sqlite => sqlite.SqliteErrorCode is 18 or 19 or 20,
        _ => false,
    };

    /// <summary>The actors of a shard that are not to be tried yet. Those whose time has come are forgotten when they succeed.</summary>
    internal async Task<IReadOnlySet<(string, string)>> NotYetDue(int shard, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var rows = await db.RelayFailures.ToListAsync(cancellation).ConfigureAwait(false);
        var told = rows.Count == 0 ? [] : await Told(db, rows, cancellation).ConfigureAwait(false);
        if (told.Count > 0)
        {
            await database.Write((w, token) => Forget(w, told, token), cancellation).ConfigureAwait(false);
        }

        var now = time.GetUtcNow();
        return rows.Except(told).Where(r => Shards.Of(r.Campaign) == shard && NextTry(r) > now)
            .Select(r => (r.GrainType, r.GrainKey)).ToHashSet();
    }

    internal Task Record(RelayedEvent refused, string error, CancellationToken cancellation) => database.Write(
        async (db, token) =>
        {
            var now = time.GetUtcNow();
            var row = await db.RelayFailures.FindAsync([refused.GrainType, refused.GrainKey], token).ConfigureAwait(false);
            if (row is null)
            {
                row = new RelayFailureRow
                {
                    GrainType = refused.GrainType,
                    GrainKey = refused.GrainKey,
                    Campaign = refused.Campaign,
                    Seq = refused.Sequence,
                    Attempts = 0,
                    Error = error,
                    FirstAt = now,
                    LastAt = now,
                };
                db.RelayFailures.Add(row);
            }

            row.Attempts++;
            row.Seq = refused.Sequence;
            row.Error = error;
            row.LastAt = now;
        },
        cancellation);

    private static TimeSpan PauseAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, attempts - 1)));

    /// <summary>Failures whose event has been told since.</summary>
    private static async Task<List<RelayFailureRow>> Told(CoordinationDb db, List<RelayFailureRow> failures, CancellationToken cancellation)
    {
        var keys = failures.Select(r => r.GrainKey).ToList();
        var cursors = await db.RelayCursors.Where(c => keys.Contains(c.GrainKey)).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. failures.Where(r => cursors.Exists(c => c.GrainType == r.GrainType && c.GrainKey == r.GrainKey && c.Seq >= r.Seq))];
    }

    private static Task Forget(CoordinationDb db, List<RelayFailureRow> told, CancellationToken cancellation)
    {
        db.RelayFailures.RemoveRange(told);
        return Task.CompletedTask;
    }
}
