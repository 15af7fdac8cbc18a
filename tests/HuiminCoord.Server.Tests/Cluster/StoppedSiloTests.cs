using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;

namespace HuiminCoord.Server.Tests.Cluster;

/// <summary>A server that is asked to stop (SIGTERM) hands over: nobody at the other server notices.</summary>
public sealed class StoppedSiloTests(PostgreSqlServer server, ITestOutputHelper output) : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-stop-").FullName;

    [Fact]
    public async Task Every_command_at_the_other_server_is_carried_out_and_what_the_stopped_one_acknowledged_is_there()
    {
        var place = await server.NewDatabase();
        var campaigns = PastCampaigns.Ids(2);
        await PastCampaigns.Begin(place, campaigns);
        await using var database = CoordinationDatabase.OnPostgreSql(place);
        using var servers = await TwoServers.Start(_directory, place, PastCampaigns.PlanJson(campaigns[0]));
        using var sender = new WishSender(servers.Urls, PastCampaigns.Seats(database, campaigns));
        await Task.WhenAll(campaigns.SelectMany(MixedWishes.Preparing).Select((wish, i) => sender.Send(wish, i % 2)));

        var (acknowledged, code) = await SendWhileStopping(servers, sender, MixedWishes.Of(campaigns, 400, new Random(57)), stopAfter: 100);
        var facts = new ClusterFacts(database, campaigns);
        await facts.Quiet();

        var longest = acknowledged.Max(a => a.Took);
        output.WriteLine($"Longest wait {longest.TotalMilliseconds:0} ms; at the stopped server {sender.Failures.Count} attempts had to go to the other.");
        Assert.Equal(0, code);
        Assert.DoesNotContain(sender.Failures, failure => failure.Server == 1);
        await facts.AssertKeptOnce(acknowledged);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static async Task<(IReadOnlyList<Acknowledged> Acknowledged, int Code)> SendWhileStopping(
        TwoServers servers, WishSender sender, IReadOnlyList<Wish> wishes, int stopAfter)
    {
        var acknowledged = new System.Collections.Concurrent.ConcurrentBag<Acknowledged>();
        var (count, stop) = (0, Task.FromResult(-1));
        await Parallel.ForEachAsync(Enumerable.Range(0, wishes.Count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            acknowledged.Add(await sender.Send(wishes[number], number % 2));
            if (Interlocked.Increment(ref count) == stopAfter)
            {
                stop = servers.Stop(0);
            }
        });
        return ([.. acknowledged], await stop);
    }
}
