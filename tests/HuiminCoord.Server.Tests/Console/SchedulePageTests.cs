using HuiminCoord.Server.Tests.Console.Meetings;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>日程: a month and a week as each seat sees them on the morning of 2020-11-30.</summary>
public sealed class SchedulePageTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    private TestServer Server => morning.Server;

    [Fact]
    public async Task The_office_sees_every_duty_once_with_its_units_counted()
    {
        var page = await At("office-director", "/schedule");
        Assert.Contains("2020年11月：工作日21天", page.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("今天 2020年11月30日 周一", page.One(".ctx").TextContent, StringComparison.Ordinal);
        var due = page.One("#day-2020-11-28 .evs li");
        Assert.Contains("2020年11月小结和统计表", due.TextContent, StringComparison.Ordinal);
        Assert.Contains("未报", due.TextContent, StringComparison.Ordinal);
        Assert.Contains("应报11，已报7", due.TextContent, StringComparison.Ordinal);
        Assert.Equal("/board?duty=monthly-2020-11", due.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("教育局：2020年11月小结和统计表（修改后重报）", (await At("office-director", "/schedule?week=2020-12-01")).One("#day-2020-12-01 li.due").TextContent, StringComparison.Ordinal);
        Assert.Equal("date", page.One("#day-2020-11-30").GetAttribute("aria-current"));
        Assert.Equal("28 2020年11月28日 周六，休息日", page.One("#day-2020-11-28 .dh a").GetAttribute("aria-label"));
        Assert.Equal(30, page.Document.QuerySelectorAll(".monthview td[id]").Length);
        Assert.Equal(7, page.Document.QuerySelectorAll(".monthview th[scope=col]").Length);
    }

    [Fact]
    public async Task A_unit_sees_its_own_duties_with_their_state_and_nothing_of_others()
    {
        var page = await At("jiaoyu/liaison", "/schedule?month=2020-12");
        var again = page.One("#day-2020-12-01 li.due");
        Assert.Contains("2020年11月小结和统计表（修改后重报）", again.TextContent, StringComparison.Ordinal);
        Assert.Contains("退回修改", again.TextContent, StringComparison.Ordinal);
        Assert.Equal("/fill/monthly-2020-11", again.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("未填报", page.One("#day-2020-12-28 li.due").TextContent, StringComparison.Ordinal);
        Assert.Contains("尚未开始", (await At("jiaoyu/liaison", "/schedule?month=2021-01")).One("#day-2021-01-28 li.due").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("个单位", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("应报", page.Text, StringComparison.Ordinal);

        var silent = await At("nongmu/leader", "/schedule?week=2020-11-28");
        Assert.Contains("逾期未报", silent.One("#day-2020-11-28").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("教育局", silent.One("main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meetings_stand_there_for_those_who_sit_in_them()
    {
        await NovemberMeetings.Hold(Server);
        var week = await At("jiaoyu/liaison", "/schedule?week=2020-12-09");
        var topic = week.One("#day-2020-12-09 li.meet");
        Assert.Contains("09:00", topic.TextContent, StringComparison.Ordinal);
        Assert.Contains("筹备中，尚未通知", topic.TextContent, StringComparison.Ordinal);
        Assert.Equal("/meetings/topic-20201209", topic.QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty((await At("nongmu/liaison", "/schedule?week=2020-12-09")).Document.QuerySelectorAll("li.meet"));
        Assert.Empty((await At("group", "/schedule?month=2020-12")).Document.QuerySelectorAll("li.meet"));
        Assert.Empty((await At("scjg/section-shipin", "/schedule?month=2020-12")).Document.QuerySelectorAll("li.meet"));
        // What was cancelled is not held.
        Assert.Equal(["plenary-20201204", "liaison-20201202", "topic-20201209"], (await At("convenor", "/schedule?month=2020-12")).Document.QuerySelectorAll("li.meet a").Select(a => a.GetAttribute("href")![10..]).OrderBy(id => id[0] == 'p' ? 0 : id[0] == 'l' ? 1 : 2));
    }

    [Fact]
    public async Task A_group_sees_what_is_due_without_the_offices_pages()
    {
        var page = await At("group", "/schedule?month=2020-11");
        Assert.Contains("已报7", page.One("#day-2020-11-28 li.due").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll(".monthview a"), a => a.GetAttribute("href")!.StartsWith("/board", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Months_and_weeks_lead_to_each_other_and_an_empty_one_says_so()
    {
        var page = await At("jiaoyu/leader", "/schedule?month=2020-11");
        Assert.Equal(
            ["/schedule?month=2020-11", "/schedule?week=2020-11-30", "/schedule?month=2020-10", "/schedule?month=2020-11", "/schedule?month=2020-12"],
            page.Document.QuerySelectorAll(".seg a").Select(a => a.GetAttribute("href")));
        var empty = await At("jiaoyu/leader", "/schedule?month=2020-02");
        Assert.Contains("本月没有到期事项", empty.One(".empty").TextContent, StringComparison.Ordinal);
        Assert.Contains("工作日", empty.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("暂定", (await At("jiaoyu/leader", "/schedule?month=2022-05")).One(".note").TextContent, StringComparison.Ordinal);
        Assert.Contains("春节", (await At("jiaoyu/leader", "/schedule?week=2020-01-27")).One("#day-2020-01-27").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phases_begin_and_end_on_their_days()
    {
        var phase = TestServer.Plan.Phases[0];
        var page = await At("jiaoyu/liaison", $"/schedule?week={phase.Window.To:yyyy-MM-dd}");
        Assert.Contains($"“{phase.Title}”阶段届满", page.One($"#day-{phase.Window.To:yyyy-MM-dd}").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/schedule")]
    [InlineData("/schedule?week=2020-12-01")]
    public async Task In_English_the_page_is_English(string path)
    {
        using var visitor = await PageVisitor.In(Server, "office-staff", "en");
        Assert.DoesNotMatch("(cal|sched)\\.[a-zA-Z]+", (await visitor.Get(path)).Text);
    }

    private async Task<Page> At(string seat, string path)
    {
        using var visitor = await PageVisitor.In(Server, seat);
        return await visitor.Get(path);
    }
}
