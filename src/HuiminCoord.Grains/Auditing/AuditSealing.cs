using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HuiminCoord.Grains.Auditing;

/// <summary>What one round of sealing did.</summary>
/// <param name="Rows">Rows sealed.</param>
/// <param name="Checkpoints">Checkpoints signed, to be published.</param>
/// <param name="Gaps">Campaigns whose next row is not there, with its position: they are not sealed beyond it.</param>
public sealed record SealingRound(long Rows, IReadOnlyList<SignedCheckpoint> Checkpoints, IReadOnlyDictionary<string, long> Gaps);

/// <summary>Seals what was told since the last round, many campaigns in one transaction, and signs checkpoints.</summary>
/// <remarks>
/// Several silos may do it at once: on PostgreSQL each takes the campaigns that no other has locked, and a SQLite directory has one
/// server. A round that fails has sealed nothing of its last transaction; the next one goes on from there.
/// </remarks>
public sealed class AuditSealing(CoordinationDatabase database, CampaignClock clock)
{
    /// <summary>The shortest real time between two checkpoints of a campaign.</summary>
    public static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromSeconds(1);

    /// <summary>Bounds of a transaction: what a server that was away has to catch up with must not hold up its writers.</summary>
    private const int MostCampaigns = 64;

    private const int MostRows = 2000;

    private const string WaitingText = """
        SELECT h.campaign FROM audit_head AS h LEFT JOIN audit_seal_head AS s ON s.campaign = h.campaign
        WHERE s.campaign IS NULL OR h.position > s.position OR (s.position > s.checkpoint_sealed AND abs(@now - s.checkpoint_at) >= @between)
        ORDER BY h.campaign
        """;

    /// <summary>Seals everything that is told.</summary>
    public async Task<SealingRound> Round(AuditKeys keys, CancellationToken cancellation = default)
    {
        var (rows, checkpoints, gaps) = (0L, new List<SignedCheckpoint>(), new Dictionary<string, long>());
        foreach (var campaigns in (await Waiting(cancellation).ConfigureAwait(false)).Chunk(MostCampaigns))
        {
            SealedBatch batch;
            do
            {
                batch = await database.Write((db, token) => Seal(db, campaigns, keys, token), cancellation).ConfigureAwait(false);
                rows += batch.Seals.Count;
                checkpoints.AddRange(batch.Checkpoints);
                batch.Gaps.ForEach(gap => gaps[gap.Campaign] = gap.Position);
            }
            while (batch.IsFull);
        }

        return new(rows, checkpoints, gaps);
    }

    private async Task<List<string>> Waiting(CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = WaitingText;
        command.Set("now", clock.RealNow.ToUnixTimeMilliseconds()).Set("between", (long)BetweenCheckpoints.TotalMilliseconds);
        var campaigns = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            campaigns.Add(rows.GetString(0));
        }

        return campaigns;
    }

    private async Task<SealedBatch> Seal(CoordinationDb db, string[] campaigns, AuditKeys keys, CancellationToken cancellation)
    {
        var reader = new AuditReader(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction());
        var batch = new SealedBatch(MostRows);
        foreach (var head in await SealedHeads.Lock(db, campaigns, cancellation).ConfigureAwait(false))
        {
            var rows = batch.Room > 0 ? await reader.Rows(head.Campaign, head.Position + 1, batch.Room, cancellation).ConfigureAwait(false) : [];
            batch.Add(head, rows, keys, clock.RealNow);
        }

        await batch.Write(db, cancellation).ConfigureAwait(false);
        return batch;
    }
}
