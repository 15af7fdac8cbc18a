using System.Text.Json.Nodes;
using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Grains.Campaigns;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Units;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Calendars;

/// <summary>A server on the day of an import, and what is done with it.</summary>
internal static class ImportingServer
{
    public const string Papers = "/api/v1/calendar/papers";
    public const string Other = "saihan-2020";

    /// <summary>A campaign of a program that does not know the paper of 2021, on 2020-12-10 at 10:00; two units owe lists in February.</summary>
    public static async Task<TestServer> Start()
    {
        var server = await TestServer.Start(holidays: PlayedImport.DayBefore, start: PlayedImport.Start);
        foreach (var (unit, duty, due) in PlayedImport.Assigned)
        {
            await server.Service<IGrainFactory>().GetGrain<IUnitGrain>($"{TestServer.Campaign}/{unit}").Do(PlayedImport.Assign(duty, due), null);
        }

        await server.RunUntil(new(2020, 12, 10), 10);
        return server;
    }

    /// <summary>What another silo, or a process that then died, stored.</summary>
    public static CalendarImportRow Row(DateTimeOffset at) => new()
    {
        Revision = 1,
        Id = "2021-1",
        PublishedOn = new(2020, 11, 25),
        KnownFrom = at,
        ImportedAt = at,
        ImportedBy = "office",
        Reason = PlayedImport.Reason,
        Json = PlayedImport.Paper,
    };

    /// <summary>The same plan in another district of the same city.</summary>
    public static async Task OtherDistrict(TestServer server)
    {
        var json = TestServer.PlanJson.Replace(TestServer.Campaign, Other, StringComparison.Ordinal).Replace("150103", "150105", StringComparison.Ordinal);
        await server.Service<PlanShelf>().Put(PlanReader.Read(json).Plan!, json, server.Driver.Now);
        var grains = server.Service<IGrainFactory>();
        await grains.GetGrain<ICampaignGrain>(Other).Do(new CampaignCommand.Issue(1), null);
        await grains.GetGrain<IRelayGrain>(Shards.Key(Shards.Of(Other))).Drain();
    }

    /// <summary>A day off of the district itself, announced on 2020-12-08.</summary>
    public static string Layer(string region) => $$"""
        { "schema":"huimin-workdays/1","layer": {"region":"{{region}}","name":"回民区","publishedOn":"2020-12-08","note":"示例","festivals":[{"name":"地方节日","rest":["2020-12-28"] } ] } }
        """;

    public static HttpRequestMessage Preview(string paper) => new(HttpMethod.Post, $"{Papers}/preview") { Content = new StringContent(paper, System.Text.Encoding.UTF8, "application/json") };

    public static Task<JsonNode> Import(TestServer server, string paper) => server.Do(Papers, new { reason = PlayedImport.Reason, content = JsonNode.Parse(paper) });

    public static async Task<long> Events(TestServer server)
    {
        await using var db = server.Database.OpenToRead();
        return await db.Audit.LongCountAsync(TestContext.Current.CancellationToken) + await db.Outbox.LongCountAsync(TestContext.Current.CancellationToken);
    }
}
