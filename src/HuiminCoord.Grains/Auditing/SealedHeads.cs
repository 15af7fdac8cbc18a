using System.Text.Json;
using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Auditing;

/// <summary>How far a campaign is sealed and attested.</summary>
/// <param name="Checkpoint">Number of the last checkpoint; 0 = none.</param>
/// <param name="CheckpointAt">Real time of it, UTC milliseconds.</param>
/// <param name="CheckpointSealed">The position that it speaks for.</param>
internal sealed record SealedHead(string Campaign, long Position, byte[] Chain, long Checkpoint, long CheckpointAt, long CheckpointSealed);

/// <summary>The notes of how far campaigns are sealed. Who holds a note's lock seals its campaign.</summary>
internal static class SealedHeads
{
    private const string These = "(SELECT value FROM json_each(@campaigns))";
    private const string TheseOnPostgreSql = "(SELECT value FROM json_array_elements_text(@campaigns::json))";

    private const string Begin = "INSERT INTO audit_seal_head (campaign, position, chain, checkpoint, checkpoint_at, checkpoint_sealed) SELECT h.campaign, 0, {0}, 0, 0, 0 FROM audit_head AS h WHERE h.campaign IN ";
    private const string UnlessBegun = " AND NOT EXISTS (SELECT 1 FROM audit_seal_head AS s WHERE s.campaign = h.campaign) ORDER BY h.campaign ON CONFLICT DO NOTHING";

    private const string Read = "SELECT campaign, position, chain, checkpoint, checkpoint_at, checkpoint_sealed FROM audit_seal_head WHERE campaign IN ";

    /// <summary>The notes of those campaigns that nobody else is sealing, in order. A campaign that has none gets one.</summary>
    public static async Task<IReadOnlyList<SealedHead>> Lock(CoordinationDb db, IReadOnlyList<string> campaigns, CancellationToken cancellation)
    {
        var named = JsonSerializer.Serialize(campaigns);
        await using (var begin = db.Statement(
            Begin.Replace("{0}", "x''", StringComparison.Ordinal) + These + UnlessBegun,
            Begin.Replace("{0}", "''::bytea", StringComparison.Ordinal) + TheseOnPostgreSql + UnlessBegun))
        {
            await begin.Set("campaigns", named).ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }

        var heads = new List<SealedHead>();
        await using var read = db.Statement($"{Read}{These} ORDER BY campaign", $"{Read}{TheseOnPostgreSql} ORDER BY campaign FOR UPDATE SKIP LOCKED");
        await using var rows = await read.Set("campaigns", named).ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var (campaign, position) = (rows.GetString(0), rows.GetInt64(1));
            var chain = position == 0 ? SealChain.First(campaign) : rows.GetFieldValue<byte[]>(2);
            heads.Add(new(campaign, position, chain, rows.GetInt64(3), rows.GetInt64(4), rows.GetInt64(5)));
        }

        return heads;
    }
}
