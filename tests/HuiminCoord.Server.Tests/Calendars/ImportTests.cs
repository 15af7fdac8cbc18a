using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using static HuiminCoord.Server.Tests.Calendars.ImportingServer;

namespace HuiminCoord.Server.Tests.Calendars;

/// <summary>The doors of an import: what it would move, what it moved, and what is refused. One campaign in November and December 2020.</summary>
public sealed class ImportTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_preview_says_what_the_import_then_does_and_changes_nothing_itself()
    {
        await using var server = await Start();
        var before = await Events(server);
        var preview = await server.Send(Preview(PlayedImport.Paper));
        Assert.Equal(200, preview.Status);
        Assert.Equal(before, await Events(server));
        var steps = (int)preview.Body["steps"]!["moved"]!;
        var dates = (int)preview.Body["dueDates"]!["moved"]!;
        Assert.Equal((0, true), ((int)preview.Body["meetings"]!["moved"]!, (bool)preview.Body["complete"]!));
        Assert.True(steps > 0 && dates == 3 && (int)preview.Body["dueDates"]!["firm"]! >= dates, preview.Body.ToJsonString());
        Assert.True((int)preview.Body["coming"]!["dueDatesFirm"]! > 50, "the months of 2021 become firm");
        var sunday = preview.Body["items"]!.AsArray().Single(i => (string)i!["duty"]! == "list-sunday")!;
        Assert.Equal(("2021-02-05", true, "2021-02-07", false, "2021-1"), ((string)sunday["before"]!["doBy"]!, (bool)sunday["before"]!["provisional"]!, (string)sunday["after"]!["doBy"]!, (bool)sunday["after"]!["provisional"]!, (string)sunday["paper"]!));

        var imported = await Import(server, PlayedImport.Paper);

        Assert.True((bool)imported["changed"]! && (bool)imported["campaigns"]![0]!["changed"]!);
        Assert.Equal("2020-12-10T10:00:00+08:00", (string)imported["knownFrom"]!);
        await using var db = server.Database.OpenToRead();
        Assert.Equal(steps, await db.StepsMoved.CountAsync(Cancellation));
        Assert.Equal(0, await db.Obligations.CountAsync(o => o.Provisional, Cancellation));
        Assert.Equal(new DateOnly(2021, 2, 7), (await db.Obligations.SingleAsync(o => o.Duty == "list-sunday", Cancellation)).DoBy);
        Assert.Equal(
            sunday["steps"]!.AsArray().Select(s => $"{s!["rung"]} {s["from"]} {s["to"]} 2021-1 {PlayedImport.Reason}"),
            (await server.Get($"{TestServer.Path}/moved-steps?duty=list-sunday"))["items"]!.AsArray().Select(s => $"{s!["rung"]} {s["from"]} {s["to"]} {s["paper"]} {s["reason"]}").Reverse(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Meetings_that_would_be_on_a_day_of_rest_are_counted_and_stay_where_they_are()
    {
        await using var server = await Start();
        await Propose(server, "spring", "2021-02-16T09:00:00+08:00");
        await Propose(server, "cancelled", "2021-02-16T15:00:00+08:00");
        await server.Do($"{TestServer.Path}/meetings/cancelled/cancel", new { reason = "并入下次会议" });
        await Propose(server, "working-saturday", "2021-02-20T09:00:00+08:00");
        await Propose(server, "december", "2020-12-22T09:00:00+08:00");

        var preview = await server.Send(Preview(PlayedImport.Paper));
        await Import(server, PlayedImport.Paper);

        Assert.Equal((0, 1), ((int)preview.Body["meetings"]!["moved"]!, (int)preview.Body["meetings"]!["onRest"]!));
        var meeting = (await server.Get($"{TestServer.Path}/meetings/spring"))["item"]!;
        Assert.Equal(("2021-02-16T09:00:00+08:00", "restDay"), ((string)meeting["startsAt"]!, (string)Assert.Single(meeting["warnings"]!.AsArray())!["kind"]!));
        Assert.Empty((await server.Get($"{TestServer.Path}/meetings/working-saturday"))["item"]!["warnings"]!.AsArray());
    }

    private static Task<JsonNode> Propose(TestServer server, string id, string at) => server.Do(
        $"{TestServer.Path}/meetings", new { id, kind = "plenary", title = "全体会议", startsAt = at, minutes = 60, place = "三楼会议室", chair = "联席会议召集人" });

    [Fact]
    public async Task An_import_is_applied_once_and_nobody_is_told_twice()
    {
        await using var server = await Start();
        await Import(server, PlayedImport.Paper);
        var (events, steps) = (await Events(server), (await Effects.Moved(server.Database)).Count);

        var again = await Import(server, JsonNode.Parse(PlayedImport.Paper)!.ToJsonString());

        Assert.Equal((false, 1, false), ((bool)again["changed"]!, (int)again["revision"]!, (bool)again["campaigns"]![0]!["changed"]!));
        Assert.True((bool)(await server.Send(Preview(PlayedImport.Paper))).Body["alreadyKnown"]!);
        Assert.Equal((events, steps), (await Events(server), (await Effects.Moved(server.Database)).Count));
        await server.RunUntil(new(2021, 2, 10), 12);
        await using var db = server.Database.OpenToRead();
        var told = await db.Inbox.Where(i => i.Body.Contains("办理日按新公布的放假安排调整")).ToListAsync(Cancellation);
        Assert.All(told.GroupBy(i => i.Recipient), g => Assert.Single(g));
        Assert.Equal(2, told.Count); // 教育局 and 民政局
        Assert.Empty(await db.RelayFailures.ToListAsync(Cancellation));
        Assert.Empty(await db.WakeFailures.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_layer_moves_the_campaigns_of_its_region_alone()
    {
        await using var server = await Start();
        await OtherDistrict(server);
        var layer = Layer("150103");

        var preview = (await server.Send(Preview(layer))).Body;
        var imported = await Import(server, layer);

        Assert.Equal((1, 1), ((int)preview["campaigns"]!, imported["campaigns"]!.AsArray().Count));
        Assert.Equal(TestServer.Campaign, (string)imported["campaigns"]![0]!["campaign"]!);
        Assert.Contains(preview["items"]!.AsArray(), i => (string)i!["duty"]! == "monthly-2020-12" && (string)i["after"]!["doBy"]! == "2020-12-25");
        await using var db = server.Database.OpenToRead();
        var doBy = await db.Obligations.Where(o => o.Duty == "monthly-2020-12" && o.Unit == "jiaoyu").ToDictionaryAsync(o => o.Campaign, o => o.DoBy, Cancellation);
        Assert.Equal((new DateOnly(2020, 12, 25), new DateOnly(2020, 12, 28)), (doBy[TestServer.Campaign], doBy[Other]));
        Assert.All(await db.StepsMoved.ToListAsync(Cancellation), m => Assert.Equal((TestServer.Campaign, "150103-20201208"), (m.Campaign, m.Paper)));
        Assert.Empty(await db.Audit.Where(a => a.Campaign == Other && a.EventType == "campaign.calendar-adopted").ToListAsync(Cancellation));
        var day = await server.Get("/api/v1/calendar/days/2020-12-28?region=150103");
        Assert.Equal((false, "2020-12-25"), ((bool)day["works"]!, (string)day["doBy"]!));
        Assert.True((bool)(await server.Get("/api/v1/calendar/days/2020-12-28"))["works"]!);
    }

    [Fact]
    public async Task Known_papers_are_listed_with_who_imported_them_and_why()
    {
        await using var server = await Start();
        await Import(server, PlayedImport.Paper);

        var papers = (await server.Get(Papers))["items"]!.AsArray();

        var imported = papers.Single(p => (string)p!["paper"]! == "2021-1")!;
        Assert.Equal(("office-director", PlayedImport.Reason, "2020-12-10T10:00:00+08:00"), ((string)imported["imported"]!["by"]!, (string)imported["imported"]!["reason"]!, (string)imported["knownFrom"]!));
        Assert.Null(papers.Single(p => (string)p!["paper"]! == "2020-2")!["imported"]);
        var history = (await server.Get($"{TestServer.Path}/audit?limit=200"))["items"]!.AsArray().Single(a => (string)a!["event"]! == "campaign.calendar-adopted")!;
        Assert.Equal(("office-director", "2021-1", PlayedImport.Reason), ((string)history["actor"]!, (string)history["body"]!["paper"]!, (string)history["body"]!["reason"]!));
    }
}
