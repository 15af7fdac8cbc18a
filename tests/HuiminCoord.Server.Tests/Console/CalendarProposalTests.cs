using System.Text.Json;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Console.Calendars;
using HuiminCoord.Server.Console.Circuits;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>工作日历: dates of single units, and a paper that the office prepares.</summary>
public sealed class CalendarProposalTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_date_that_a_unit_was_given_stands_beside_the_plans()
    {
        await _server.Do(TestServer.Path + "/units/gongxin/obligations/monthly-2020-09/move-due", new { due = "2020-10-12", reason = "系统改造" });
        using var director = await PageVisitor.In(_server, "office-director");
        var page = await director.Get("/calendar?year=2020");
        Assert.Contains("2020年9月小结和统计表（10个单位）", page.One("#day-2020-09-28").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("2020年9月小结和统计表（1个单位）", page.One("#day-2020-10-12").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_propose_waits_for_the_director_with_its_days_marked()
    {
        var proposal = PaperProposal.Begin(true, TestServer.Plan, 2020);
        proposal.Mark(new(2020, 12, 28));
        (proposal.Sketch.Document, proposal.ProposedBy, proposal.Sketch.Festivals[0].Name) = ("<b>回政办字〔2020〕60号", "工作人员甲", "\"><img src=x>");
        using var staff = await PageVisitor.In(_server, "office-staff");
        await _server.Service<Pad>().Put(await staff.Asker(_server), "calendar-layer", JsonSerializer.Serialize(proposal, ApiJson.Options), DateTimeOffset.UnixEpoch);
        using var director = await PageVisitor.In(_server, "office-director");
        var page = await director.Get("/calendar");
        Assert.Contains("工作人员甲已提交放假安排（<b>回政办字〔2020〕60号）", page.Text, StringComparison.Ordinal);
        var edited = await director.Get(page.One(".note a").GetAttribute("href")!);
        Assert.Equal("true", edited.One("#day-2020-12-28").GetAttribute("aria-pressed"));
        Assert.Matches("rest.*sketched", edited.One("#day-2020-12-28").ClassName!);
        Assert.Contains("12-28", edited.One(".festival").TextContent, StringComparison.Ordinal);
        Assert.Contains("回民区（150103）", edited.One("#drawer").TextContent, StringComparison.Ordinal);
        Assert.Empty(edited.Document.QuerySelectorAll("main img,aside img,main b b"));
    }
}
