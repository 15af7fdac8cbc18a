using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Timekeeping;

/// <summary>Actors that failed to wake. They are left alone for longer and longer, and are shown to the operator.</summary>
public sealed class WakeFailures(CoordinationDatabase database)
{
    /// <summary>The longest time for which a failing actor is left alone.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Everything that fails now, oldest first.</summary>
    public async Task<IReadOnlyList<WakeFailureRow>> All(CancellationToken cancellation = default)
    {
        await using var db = database.OpenToRead();
        return await db.WakeFailures.OrderBy(f => f.FirstAt).ThenBy(f => f.GrainType).ThenBy(f => f.GrainKey).ToListAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Forgets failures of actors that have nothing left to do: the wake was carried out, but its answer was lost with a silo.</summary>
    /// <returns>How many were forgotten.</returns>
    public Task<int> ForgetSettled(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var at = now.ToUnixTimeMilliseconds();
        return database.Write(
            (db, token) => db.Database.ExecuteSqlAsync(
                $"""
                DELETE FROM wake_failure WHERE not_before <= {at} AND NOT EXISTS (
                  SELECT 1 FROM grain_state AS s
                  WHERE s.grain_type = wake_failure.grain_type AND s.grain_key = wake_failure.grain_key AND s.wake_at <= {at})
                """, token),
            cancellation);
    }

    /// <summary>1, 2, 4 … seconds of campaign time.</summary>
    internal static TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(attempts, 30) - 1)));

    internal Task Record(DueWake due, int shard, string error, DateTimeOffset now) => database.Write(
        async (db, token) =>
        {
            var row = await db.WakeFailures.FindAsync([due.Type, due.Key], token).ConfigureAwait(false);
            if (row is null)
            {
                row = New(due, shard, error, now);
                db.WakeFailures.Add(row);
            }

            row.Attempts++;
            row.NotBefore = now + PauseAfter(row.Attempts);
            row.Error = error;
            row.LastAt = now;
        });

    internal Task Clear(DueWake due) => database.Write(
        async (db, token) => await db.WakeFailures.Where(f => f.GrainType == due.Type && f.GrainKey == due.Key).ExecuteDeleteAsync(token).ConfigureAwait(false));

    private static WakeFailureRow New(DueWake due, int shard, string error, DateTimeOffset now) => new()
    {
        GrainType = due.Type,
        GrainKey = due.Key,
        Campaign = RoomKey.CampaignOf(due.Key),
        Shard = shard,
        Attempts = 0,
        NotBefore = now,
        Error = error,
        FirstAt = now,
        LastAt = now,
    };
}
