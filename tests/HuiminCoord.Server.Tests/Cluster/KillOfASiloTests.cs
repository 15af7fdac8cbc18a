using System.Globalization;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;

namespace HuiminCoord.Server.Tests.Cluster;

/// <summary>Two servers on one database, a thousand commands, and kill -9 of one of them: nothing is lost, doubled or skipped.</summary>
/// <remarks>It runs alone: how soon the other server serves on is promised for a machine that has nothing else to do.</remarks>
[CollectionDefinition(nameof(KillOfASiloTests), DisableParallelization = true)]
[Collection(nameof(KillOfASiloTests))]
public sealed class KillOfASiloTests(PostgreSqlServer server, ITestOutputHelper output) : IDisposable
{
    private const int Different = 800;
    private const int Repeated = 200;

    private static readonly TimeSpan ServesOnWithin = TimeSpan.FromSeconds(10);

    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-cluster-").FullName;

    [Theory]
    [InlineData(0, 20200917)]
    [InlineData(1, 20211028)]
    public async Task When_either_silo_is_killed_the_other_serves_on_and_everything_is_there_exactly_once(int victim, int seed)
    {
        var place = await server.NewDatabase();
        var campaigns = PastCampaigns.Ids(4);
        await PastCampaigns.Begin(place, campaigns.Skip(1));
        await using var database = CoordinationDatabase.OnPostgreSql(place);
        var facts = new ClusterFacts(database, campaigns);
        await facts.SpreadWakes(TimeSpan.FromSeconds(20));
        var seats = PastCampaigns.Seats(database, campaigns);
        using var servers = await TwoServers.Start(_directory, place, PastCampaigns.PlanJson(campaigns[0]));
        using var sender = new WishSender(servers.Urls, seats);
        await IssueAtBoth(sender, campaigns[0]);
        await Task.WhenAll(campaigns.SelectMany(MixedWishes.Preparing).Select((wish, i) => sender.Send(wish, i % 2)));
        await using var readers = await InboxReaders.Connect(servers.Urls, seats, campaigns);

        var traffic = new Traffic(servers, sender, victim, new Random(seed));
        await traffic.Run(MixedWishes.Of(campaigns, Different, new Random(seed)), Repeated);
        await readers.MoveFrom(victim);
        await facts.Quiet();

        Report(traffic, victim);
        Assert.Equal((Different, Repeated), (traffic.Acknowledged.Count, traffic.Again.Count));
        Assert.All(traffic.Again, pair => Assert.Equal((pair.First.Grain, pair.First.Sequence), (pair.Second.Grain, pair.Second.Sequence)));
        await facts.AssertKeptOnce(traffic.Acknowledged);
        await facts.AssertEveryWakeOnce();
        await facts.AssertBegunOnce();
        await readers.AssertEverythingOnceInOrder(await facts.Heads());
        Assert.True(traffic.LongestWait < ServesOnWithin + traffic.Stall, $"Somebody waited {traffic.LongestWait} for an acknowledgement.");
        await ComesBack(servers, sender, victim, campaigns[0]);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_directory, recursive: true);

    /// <summary>Two people press the same button at the same moment, each at another server.</summary>
    private static async Task IssueAtBoth(WishSender sender, string campaign)
    {
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(i =>
            sender.Send(new Wish($"issue-{i}", "campaign.issued", $"/api/v1/campaigns/{campaign}/issue", new { version = 1 }), i)));
        Assert.Equal([0, 1], both.Select(a => a.Server));
    }

    /// <summary>The killed server takes its place again and carries out commands.</summary>
    private static async Task ComesBack(TwoServers servers, WishSender sender, int victim, string campaign)
    {
        servers.StartOne(victim);
        await servers.Listens(victim);
        sender.Return(victim);
        var last = new Wish("after-the-restart", "task.progress-reported", $"/api/v1/campaigns/{campaign}/tasks/chi-1/progress", new { unit = "scjg", text = "after-the-restart" });
        Assert.Equal(victim, (await sender.Send(last, victim)).Server);
    }

    private void Report(Traffic traffic, int victim) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
        Killed: server {victim + 1}. {traffic.Acknowledged.Count} commands in {traffic.Took.TotalSeconds:0.0} s, {traffic.PerSecondBefore:0} a second before the kill.
        First acknowledgement of the survivor after the kill: {traffic.FirstAfter.TotalMilliseconds:0} ms. Longest wait: {traffic.LongestWait.TotalSeconds:0.0} s.
        Declared dead after {traffic.Detected.TotalSeconds:0.0} s. Waited longer than a second: {traffic.WaitedLong} commands. Unacknowledged attempts: {traffic.Failures}. Stall of this machine: {traffic.Stall.TotalMilliseconds:0} ms.
        """));
}
