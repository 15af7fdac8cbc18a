using System.Net;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>方案与待明确事项: what each seat reads there.</summary>
public sealed class PlanPageTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task The_overview_says_who_takes_part_what_is_owed_and_how_it_is_reminded_of()
    {
        using var director = await PageVisitor.In(Server, "office-director");
        var page = await director.Get("/plan");
        Assert.Contains("方案第1版：11个单位、17项任务，待明确42项", page.One("h1").TextContent, StringComparison.Ordinal);
        var units = Row(page, "教育局");
        Assert.Equal(["区教育局", "不含案件类指标", "配合", "配合", "—", "—", "—"], units);
        Assert.Equal("牵头", Row(page, "市场监督管理局")[2]);
        Assert.Contains("每月28日（2020-09 至 2021-09）", page.One("#duty-monthly").TextContent, StringComparison.Ordinal);
        Assert.Contains("2020年9月28日 周一", page.One("#duty-monthly").TextContent, StringComparison.Ordinal);
        Assert.Contains("正文", page.One("#duty-monthly").TextContent, StringComparison.Ordinal);
        Assert.Contains("前5个工作日、前1个工作日、办理日 → 联络人", page.Text, StringComparison.Ordinal);
        Assert.Contains("后3个工作日 → 联席办、召集人", page.Text, StringComparison.Ordinal);
        Assert.Contains("集中整治", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("office-director", true, true)]
    [InlineData("office-staff", true, false)]
    [InlineData("convenor", true, false)]
    public async Task Each_seat_sees_the_sections_that_are_its_own(string seat, bool amends, bool sets)
    {
        using var visitor = await PageVisitor.In(Server, seat);
        var page = await visitor.Get("/plan");
        Assert.Equal(amends, page.Document.QuerySelector("a[href='/plan?tab=amend']") is not null);
        Assert.Equal(sets, page.Document.QuerySelector("a[href='/plan/new']") is not null);
        var question = await visitor.Get("/plan?tab=questions&q=review-days");
        Assert.Equal(seat != "office-staff", question.Document.QuerySelector("#answer-text") is not null);
    }

    [Theory]
    [InlineData("jiaoyu/liaison")]
    [InlineData("group")]
    [InlineData("system-admin")]
    public async Task Other_seats_do_not_see_the_offices_page(string seat)
    {
        using var visitor = await PageVisitor.In(Server, seat);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get("/plan")).Status);
    }

    [Fact]
    public async Task Questions_are_shown_with_their_defaults_what_they_govern_and_a_field_for_the_setting()
    {
        using var convenor = await PageVisitor.In(Server, "convenor");
        var open = await convenor.Get("/plan?tab=questions&show=answered");
        Assert.Empty(open.Document.QuerySelectorAll("tbody tr"));
        var page = await convenor.Get("/plan?tab=questions&q=review-days");
        Assert.Equal(42, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("审核时限", page.One("#question-review-days").TextContent, StringComparison.Ordinal);
        Assert.Equal(("number", "3"), (page.One("#answer-setting").GetAttribute("type"), page.One("#answer-setting").GetAttribute("value")));
        var table = await convenor.Get("/plan?tab=questions&q=zhengfuban-table");
        Assert.Equal("None", ((AngleSharp.Html.Dom.IHtmlSelectElement)table.One("#answer-table-zhengfuban")).Value);
        Assert.Contains("小结和统计表", (await convenor.Get("/plan?tab=questions&q=statistical-period")).One("#drawer").TextContent, StringComparison.Ordinal);
    }

    private static List<string> Row(Page page, string heading) =>
        [.. page.Document.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th")?.TextContent.StartsWith(heading, StringComparison.Ordinal) == true).QuerySelectorAll("td").Select(c => c.TextContent.Trim())];
}
