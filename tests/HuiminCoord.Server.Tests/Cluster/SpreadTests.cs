using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tasks;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Tests.Push;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Server.Tests.Cluster;

/// <summary>Silos of one cluster, in one process: who lives where.</summary>
public sealed class SpreadTests(PostgreSqlServer server)
{
    private const string Campaign = "kill-a";

    [Theory, InlineData(false), InlineData(true)]
    public async Task Rooms_timekeepers_and_relays_live_on_both_silos_and_follow_when_one_goes_or_comes(bool roomsRest)
    {
        var place = await server.NewDatabase();
        await using var first = await Silo.Start(place);
        var second = await Silo.Start(place);
        await IssueFromBoth(first, second);
        await HaveShares(first, second);

        await second.DisposeAsync();
        await HaveShares(first);

        await using var third = await Silo.Start(place);
        if (roomsRest)
        {
            // They go, as they do after a while. The first silo still remembers where they were when they are called again.
            await first.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero, TestContext.Current.CancellationToken);
        }

        await HaveShares(first, third);
        var answer = await third.Grains.GetGrain<ITaskGrain>($"{Campaign}/chi-1").Do(new TaskCommand.ReportProgress(new("scjg"), "done", 10), null);
        Assert.True(answer.Changed);
    }

    /// <summary>Both store the plan and issue it, at the same moment: it is stored once and begun once.</summary>
    private static async Task IssueFromBoth(Silo first, Silo second)
    {
        var (plan, json) = (PastCampaigns.PlanOf(Campaign), PastCampaigns.PlanJson(Campaign));
        Silo[] both = [first, second];
        for (var version = 1; version <= 5; version++)
        {
            // A race is seldom lost at the first try.
            var next = plan with { Version = version };
            var stored = await Task.WhenAll(both.Select(silo => Task.Run(() => silo.Get<PlanShelf>().Put(next, json.Replace("\"version\":1", $"\"version\":{version}", StringComparison.Ordinal), TimeProvider.System.GetUtcNow()))));
            Assert.Single(stored, newly => newly);
        }

        var issued = await Task.WhenAll(both.Select(silo => silo.Grains.GetGrain<ICampaignGrain>(Campaign).Do(new CampaignCommand.Issue(1), null)));
        Assert.Single(issued, answer => answer.Changed);
        await using var db = first.Database.OpenToRead();
        Assert.Equal(33, (await HubClient.Eventually(() => db.Audit.Count(row => row.EventType.EndsWith(".begun")) + db.Audit.Count(row => row.EventType == "campaign.issued"), count => count >= 33)));
    }

    /// <summary>Waits until these silos have their share of each kind of actor, everybody is where the hash says, and nobody else has any.</summary>
    private static async Task HaveShares(params Silo[] silos)
    {
        var management = silos[0].Grains.GetGrain<IManagementGrain>(0);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            await TouchRooms(silos[0]);
            var found = await management.GetDetailedGrainStatistics();
            var kinds = new[] { "timekeeper", "relay", "task" }.Select(kind => found
                .Where(a => a.GrainId.Type.ToString() == kind).GroupBy(a => a.SiloAddress).Select(on => on.ToList()).ToList()).ToList();
            if (kinds.TrueForAll(shares => shares.Count == silos.Length && shares.Sum(on => on.Count) >= 16 && shares.Min(on => on.Count) >= 3)
                && kinds.SelectMany(shares => shares).SelectMany(on => on).All(a => a.SiloAddress.Equals(Homes.Of(a.GrainId, silos.Select(s => s.Address)))))
            {
                return;
            }

            Assert.False(deadline.IsCancellationRequested, string.Join("; ", kinds.Select(shares => string.Join('/', shares.Select(on => on.Count)))));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task TouchRooms(Silo asked)
    {
        foreach (var task in PastCampaigns.PlanOf(Campaign).Tasks)
        {
            await asked.Grains.GetGrain<ITaskGrain>($"{Campaign}/{task.Id}").Wake(DateTimeOffset.MinValue);
        }
    }

    private sealed class Silo(IHost host, CoordinationDatabase database) : IAsyncDisposable
    {
        public CoordinationDatabase Database => database;

        public IGrainFactory Grains => Get<IGrainFactory>();

        public SiloAddress Address => Get<ILocalSiloDetails>().SiloAddress;

        public static async Task<Silo> Start(string place)
        {
            var database = CoordinationDatabase.OnPostgreSql(place);
            await database.CreateOrUpgrade();
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Logging.SetMinimumLevel(LogLevel.Critical);
            builder.AddCoordination(database, CampaignClock.Live(TimeProvider.System), new TimekeepingOptions { TouchEvery = TimeSpan.FromSeconds(1) }, new PostgreSqlSettings(place, null));
            var host = builder.Build();
            await host.StartAsync();
            return new Silo(host, database);
        }

        public T Get<T>()
            where T : notnull => host.Services.GetRequiredService<T>();

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
            await database.DisposeAsync();
        }
    }
}
