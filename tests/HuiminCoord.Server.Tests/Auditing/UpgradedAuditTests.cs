using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Tests.Upgrading;

namespace HuiminCoord.Server.Tests.Auditing;

/// <summary>What happened before rows were numbered gets its numbers at the upgrade and its seals with the first round.</summary>
public sealed class UpgradedAuditTests(PostgreSqlServer server)
{
    public static TheoryData<string, DatabaseProvider> Kept =>
        [.. EarlierDatabase.Versions.SelectMany(v => Enum.GetValues<DatabaseProvider>().Select(p => (v, p)))];

    [Theory, MemberData(nameof(Kept))]
    public async Task Rows_of_an_earlier_version_are_numbered_in_their_order_and_can_be_sealed(string version, DatabaseProvider provider)
    {
        await using var earlier = await EarlierDatabase.Take(version, provider, server);
        await using var database = earlier.Open();
        await database.CreateOrUpgrade(TestContext.Current.CancellationToken);
        var rows = await EarlierDatabase.Rows(database, "SELECT grain_type, grain_key, seq FROM audit ORDER BY campaign, at, grain_type, grain_key, seq");

        Assert.True(rows.Count > 100, $"{rows.Count} rows are no month");
        Assert.Equal(rows, await EarlierDatabase.Rows(database, "SELECT grain_type, grain_key, seq FROM audit ORDER BY campaign, position"));
        Assert.Equal(["1", $"{rows.Count}"], (await EarlierDatabase.Rows(database, "SELECT min(position), max(position) FROM audit"))[0].Split('|'));
        Assert.Equal($"{rows.Count}", Assert.Single(await EarlierDatabase.Rows(database, "SELECT position FROM audit_head")));

        var folder = Directory.CreateTempSubdirectory("huimin-upgraded-").FullName;
        using (var keys = AuditKeys.OpenOrCreate(Path.Combine(folder, "audit-key.pem")))
        {
            var round = await new AuditSealing(database, CampaignClock.Live(TimeProvider.System)).Round(keys, TestContext.Current.CancellationToken);
            var report = await new AuditVerification(database, keys).Run(null, [], (_, _) => { }, TestContext.Current.CancellationToken);

            Assert.Equal(rows.Count, round.Rows);
            Assert.True(report.Sound, string.Join('\n', report.Campaigns.SelectMany(c => c.Faults)));
            Assert.Equal(rows.Count, report.Campaigns.Single().AttestedThrough);
        }

        Directory.Delete(folder, recursive: true);
    }
}
