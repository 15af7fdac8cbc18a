using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Bench.Places;

/// <summary>The audit of a campaign of 35 actors who tell in turn, as the relay would have written it: rows of about 200 bytes of body, heads and counters.</summary>
internal static class AuditedCampaign
{
    public const string Name = "audit-2020";

    private const int Actors = 35;

    /// <summary>Writes it, not sealed yet.</summary>
    public static async Task Store(CoordinationDatabase database, int rows)
    {
        var stored = await database.Execute(
            """
            INSERT INTO audit (campaign, grain_type, grain_key, seq, at, actor, event_type, body, position)
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @rows)
            SELECT @campaign, 'unit', @campaign || '/u' || (i % @actors), i / @actors + 1, 1600304400000 + i * 1000, CASE WHEN i % 3 = 0 THEN NULL ELSE 'u' || (i % @actors) || '/liaison' END,
                   'unit.submitted', '{"$type":"unit.submitted","duty":"monthly-2020-09","parts":["summary","table"],"at":"2020-09-17T02:54:00+00:00","note":"检查农贸市场12家、餐饮单位38家，责令改正5家。","to":"u' || (i % @actors) || '/liaison","n":' || i || '}', i + 1
            FROM n
            """,
            ("rows", rows), ("campaign", Name), ("actors", Actors));
        Expect.That(stored == rows, $"{stored} rows were stored instead of {rows}.");
        await database.Execute("INSERT INTO audit_head (campaign, position) VALUES (@campaign, @rows)", ("campaign", Name), ("rows", (long)rows));
        await database.Execute("INSERT INTO relay_cursor (grain_type, grain_key, campaign, seq) SELECT grain_type, grain_key, campaign, max(seq) FROM audit GROUP BY grain_type, grain_key, campaign");
        await database.Analyze();
    }
}
