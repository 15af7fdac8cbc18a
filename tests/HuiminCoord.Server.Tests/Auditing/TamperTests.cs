using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;

namespace HuiminCoord.Server.Tests.Auditing;

/// <summary>A real campaign is altered in a copy, in one way after the other; each is found and the row named.</summary>
public sealed class TamperTests(PostgreSqlServer server)
{
    /// <summary>Rows within one campaign that checkpoints leave open: there a contradiction can only be narrowed down.</summary>
    private const int LongestDoubt = 60;

    private static readonly IReadOnlyList<KeyValuePair<string, Func<Tampered, Task<Finding>>>> Ways = [.. RowTamperings.All, .. SealTamperings.All];

    private readonly List<string> _missed = [];

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 4)]
    [InlineData(DatabaseProvider.PostgreSql, 1)]
    public async Task Every_tampering_is_found_and_the_row_named(DatabaseProvider provider, int times)
    {
        await using var campaign = await SealedCampaign.Play(provider, server);
        using var keys = AuditKeys.OpenOrCreate(campaign.Places.Keys);
        await Sound(campaign, keys);
        for (var seed = 0; seed < times * Ways.Count; seed++)
        {
            await Tamper(campaign, keys, Ways[seed % Ways.Count], seed);
        }

        Assert.True(provider == DatabaseProvider.PostgreSql || times * Ways.Count >= 200, $"{times * Ways.Count} tamperings");
        Assert.True(_missed.Count == 0, $"{_missed.Count} of {times * Ways.Count} missed:\n{string.Join('\n', _missed)}");
    }

    private static async Task Sound(SealedCampaign campaign, AuditKeys keys)
    {
        var copy = await campaign.Copy();
        await using var database = campaign.Open(copy);
        var report = await new AuditVerification(database, keys).Run(null, [campaign.Places.Checkpoints], (_, _) => { }, TestContext.Current.CancellationToken);

        Assert.True(report.Sound, Text(report));
        var found = report.Campaigns.Single(c => c.Campaign == TestServer.Campaign);
        Assert.True(found.Rows > 300 && found.Rows == found.SealedRows && found.Rows == found.AttestedThrough && campaign.Published.Count > 30, $"{found} with {campaign.Published.Count} checkpoints");
    }

    private async Task Tamper(SealedCampaign campaign, AuditKeys keys, KeyValuePair<string, Func<Tampered, Task<Finding>>> way, int seed)
    {
        var copy = await campaign.Copy();
        var file = campaign.NewFile();
        await using (var database = campaign.Open(copy))
        {
            var expected = await Alter(database, campaign, way.Value, seed, file);
            var report = await new AuditVerification(database, keys).Run(null, [file], (_, _) => { }, TestContext.Current.CancellationToken);
            if (Fault(report, expected) is { } fault)
            {
                _missed.Add($"{way.Key} (seed {seed}), {expected}: {fault}\n{Text(report)}");
            }
        }

        await campaign.Forget(copy);
    }

    private static async Task<Finding> Alter(CoordinationDatabase database, SealedCampaign campaign, Func<Tampered, Task<Finding>> way, int seed, string file)
    {
        await using var connection = await database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var tampered = await new Tampered(database, connection, campaign.Published, seed).Begin();
        var expected = await way(tampered);
        await File.WriteAllLinesAsync(file, tampered.Lines, TestContext.Current.CancellationToken);
        return expected;
    }

    /// <returns>Null when it was found as it must be.</returns>
    private static string? Fault(AuditReport report, Finding expected)
    {
        var faults = report.Campaigns.SingleOrDefault(c => c.Campaign == TestServer.Campaign)?.Faults ?? [];
        long[] places = [.. expected.Position is { } position ? [position, .. expected.Also] : expected.Also];
        return report.Sound ? "not found"
            : expected.Says is { } words && !report.UnreadableLines.Concat(report.Campaigns.SelectMany(c => c.Faults).Select(f => f.What)).Any(w => w.Contains(words, StringComparison.Ordinal)) ? "not said"
            : places.Where(p => !faults.Any(f => Covers(f, p))).ToList() is { Count: > 0 } missed ? $"position {missed[0]} is not named"
            : places.Length > 0 && !places.Any(p => Covers(faults[0], p)) ? "something before it is named first"
            : expected.Grain is { } grain && !faults.Any(f => f.Grain == grain && (expected.Position is null || f.Position == expected.Position)) ? "its actor is not named"
            : report.Campaigns.FirstOrDefault(c => c.Campaign == AuditLog.Server)?.FaultCount > 0 ? "somebody else is blamed"
            : null;
    }

    private static bool Covers(AuditFault fault, long position) =>
        fault.Position <= position && position <= fault.Through && (fault.Kind != AuditFaultKind.Contradicted || fault.Through - fault.Position < LongestDoubt);

    private static string Text(AuditReport report) =>
        string.Join('\n', report.Campaigns.SelectMany(c => c.Faults.Take(4).Select(f => $"    {f}")).Concat(report.UnreadableLines));
}
