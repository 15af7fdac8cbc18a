using System.Text;
using HuiminCoord.Domain.Auditing;

namespace HuiminCoord.Domain.Tests.Auditing;

/// <summary>Rows, their seals, and a whole campaign of them.</summary>
internal static class Rows
{
    public const string Campaign = "test-2020";

    public static AuditedRow Row(long position, string type, string key, long seq, long at, string? by, string name, string body) =>
        new(position, Utf8(type), Utf8(key), seq, at, by is null ? default(ReadOnlyMemory<byte>?) : Utf8(by), Utf8(name), Utf8(body));

    /// <summary>Rows of three actors in turn.</summary>
    public static List<AuditedRow> Of(int count) => [.. Enumerable.Range(0, count).Select(i =>
        Row(i + 1, "unit", $"{Campaign}/u{i % 3}", (i / 3) + 1, 1000 + i, i % 4 == 0 ? null : "office", "unit.noted", $"{{\"n\":{i}}}"))];

    public static List<AuditSeal> Seal(IEnumerable<AuditedRow> rows)
    {
        var (hasher, chain, seals) = (new RowHasher(Campaign), SealChain.First(Campaign), new List<AuditSeal>());
        foreach (var row in rows)
        {
            var hash = hasher.Hash(row);
            chain = SealChain.Next(chain, row.Position, hash);
            seals.Add(new(row.Position, hash, chain));
        }

        return seals;
    }

    /// <summary>What honest tables would say, with a checkpoint every few rows.</summary>
    public static AuditClaims Claims(IReadOnlyList<AuditedRow> rows, IReadOnlyList<AuditSeal> seals, int between = 5) => new(
        rows.Count,
        seals.Count == 0 ? null : new(seals.Count, seals[^1].Chain, seals.Count / between),
        rows.GroupBy(r => r.Grain).ToDictionary(g => g.Key, g => g.Max(r => r.Seq)),
        [.. seals.Where(s => s.Position % between == 0).Select(s => new Checkpoint(Campaign, s.Position / between, s.Position, Convert.ToHexStringLower(s.Chain.Span), 0, "k"))]);

    public static CampaignFindings Check(IEnumerable<AuditedRow> rows, IEnumerable<AuditSeal> seals, AuditClaims claims)
    {
        var (byRow, bySeal) = (rows.ToDictionary(r => r.Position), seals.ToDictionary(s => s.Position));
        var check = new CampaignCheck(Campaign, claims);
        foreach (var position in byRow.Keys.Union(bySeal.Keys).Order())
        {
            check.Next(position, byRow.GetValueOrDefault(position), bySeal.GetValueOrDefault(position));
        }

        return check.End();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
