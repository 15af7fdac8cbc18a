using System.Globalization;
using System.Text.Json.Nodes;
using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Server.Tests.Cluster;

/// <summary>Campaigns that were issued forty days ago, whatever day it is: by now many of their actors have something to do.</summary>
internal static class PastCampaigns
{
    private const int DaysAgo = 40;

    /// <summary>Today, and some days.</summary>
    public static DateOnly Day(int days) => ChinaTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(days);

    /// <summary>So many campaign ids that live in different shards.</summary>
    public static IReadOnlyList<string> Ids(int count) =>
        [.. Enumerable.Range('a', 26).Select(letter => $"kill-{(char)letter}").DistinctBy(Shards.Of).Take(count)];

    /// <summary>The shipped plan with another id and with dates around today; its dated reports are left out.</summary>
    public static string PlanJson(string campaign)
    {
        var plan = JsonNode.Parse(TestServer.PlanJson)!;
        plan["campaign"] = campaign;
        plan["document"]!["issuedOn"] = Text(Day(-DaysAgo));
        plan["window"] = Window(-70, 260);
        var phases = plan["phases"]!.AsArray();
        phases[0]!["window"] = Window(-70, -45);
        phases[1]!["window"] = Window(-44, 200);
        phases[2]!["window"] = Window(201, 260);
        var duties = plan["duties"]!.AsArray();
        duties.Where(d => (string)d!["id"]! is "monthly" or "annual-2020" or "annual-2021").ToList().ForEach(d => duties.Remove(d));
        duties.Single(d => (string)d!["id"]! == "liaison")!["schedule"]!["due"] = Text(Day(1 - DaysAgo));
        plan["questions"] = new JsonArray();
        plan.AsObject().Remove("forms");
        return plan.ToJsonString();
    }

    public static Plan PlanOf(string campaign)
    {
        var read = PlanReader.Read(PlanJson(campaign));
        Assert.True(read.Plan is not null, string.Join('\n', read.Problems));
        return read.Plan;
    }

    /// <summary>The campaigns' seats, for clients of servers that run in processes of their own.</summary>
    public static TestSeats Seats(CoordinationDatabase database, IEnumerable<string> campaigns) =>
        new(database, CampaignClock.Live(TimeProvider.System), [.. campaigns.Select(PlanOf)]);

    /// <summary>Issues the campaigns in a silo of their time, which is gone afterwards.</summary>
    public static async Task Begin(string place, IEnumerable<string> campaigns)
    {
        await using var database = CoordinationDatabase.OnPostgreSql(place);
        await database.CreateOrUpgrade();
        var clock = CampaignClock.Virtual(ChinaTime.At(Day(-DaysAgo), new TimeOnly(8, 30)));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.AddCoordination(database, clock);
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        foreach (var campaign in campaigns)
        {
            await host.Services.GetRequiredService<PlanShelf>().Put(PlanOf(campaign), PlanJson(campaign), clock.Now);
            Assert.True((await grains.GetGrain<ICampaignGrain>(campaign).Do(new CampaignCommand.Issue(1), null)).Changed);
            await grains.GetGrain<IRelayGrain>(Shards.Key(Shards.Of(campaign))).Drain();
        }

        await host.StopAsync();
    }

    private static JsonObject Window(int from, int to) => new() { ["from"] = Text(Day(from)), ["to"] = Text(Day(to)) };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
