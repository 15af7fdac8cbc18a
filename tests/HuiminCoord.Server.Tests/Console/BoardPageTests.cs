using System.Net;
using AngleSharp.Dom;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>报送一览 on the morning after a rest-day due date: what each seat sees of it.</summary>
public sealed class BoardPageTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    private TestServer Server => morning.Server;

    [Fact]
    public async Task The_head_counts_and_says_when_it_was_due()
    {
        var page = await Look("office-director");
        Assert.Equal("11月报：应报11，已报7，待审2，未报4", Plain(page.One("h1")));
        Assert.Equal("未报4", page.One("h1 .late-ink").TextContent.Trim());
        Assert.Equal("时限11月28日（周六）为休息日，办理日11月27日（周五）；2020年度时限12月3日（周四）", page.One(".head .ctx").TextContent.Trim());
        Assert.Equal(["全部 11", "未报 4", "待审 2", "退回 1"], page.Document.QuerySelectorAll(".boardtools .seg a").Select(Plain));
        Assert.Contains("今日09:00已自动提醒", page.One(".boardtools").TextContent, StringComparison.Ordinal);
        Assert.Equal(["11月报 已过1个工作日", "2020年度 剩3个工作日"], page.Document.QuerySelectorAll(".board thead th[scope=colgroup]").Select(Plain));
    }

    [Fact]
    public async Task Cells_tell_the_state_of_the_work_in_words()
    {
        var page = await Look("office-director");
        Assert.Equal(["审核通过 11-26", "审核通过 11-26"], Cells(page, "scjg").Take(2));
        Assert.Equal(["审核通过 11-26", "退回修改 2处，12-01前"], Cells(page, "jiaoyu").Take(2));
        Assert.Equal(["审核通过 零报告", "审核通过 零报告"], Cells(page, "minzheng").Take(2));
        Assert.Equal(["逾期未报 未填报", "逾期未报 未填报", "未填报", "未填报"], Cells(page, "nongmu"));
        Assert.Equal(["逾期未报 申请延期至12-02", "逾期未报 申请延期至12-02"], Cells(page, "gongan").Take(2));
        Assert.Equal(["待审核 11-27报", "待审核 11-27报"], Cells(page, "weijian").Take(2));
        Assert.Equal(["待审核 逾期已报", "待审核 逾期已报"], Cells(page, "wenlv").Take(2));
        Assert.Equal(["逾期未报 未填报", "免报"], Cells(page, "zhengfuban").Take(2));
    }

    [Fact]
    public async Task Earlier_months_are_signs_with_words_and_unfold()
    {
        var folded = await Look("office-director");
        Assert.Equal(["9月 按时 09-25", "10月 逾期已报 10-29（1个工作日）"], Row(folded, "minzheng").QuerySelectorAll(".hist .h").Select(h => h.GetAttribute("title")));
        Assert.Equal(["7 / 11", "7 / 10", "0 / 11", "0 / 10"], folded.Document.QuerySelectorAll(".board tfoot td:not(.hist)").Select(Plain));
        var unfolded = await Look("office-director", "?months=true");
        Assert.Equal(["9月", "10月"], unfolded.Document.QuerySelectorAll(".board thead tr:last-child th a").Select(Plain));
        Assert.Equal(2, Row(unfolded, "minzheng").QuerySelectorAll("td.month").Length);
    }

    [Theory]
    [InlineData("?show=silent", "nongmu,gongan,chengguan,zhengfuban")]
    [InlineData("?show=waiting", "weijian,wenlv")]
    [InlineData("?show=returned", "jiaoyu")]
    [InlineData("?show=unmanned", "wenlv")]
    [InlineData("?show=reported", "scjg,jiaoyu,minzheng,gongxin,weijian,zhujian,wenlv")]
    [InlineData("?show=nonsense&unit=tiyu", null)]
    public async Task Filters_stand_in_the_address(string query, string? units)
    {
        var page = await Look("office-staff", query);
        Assert.Equal(units ?? string.Join(',', TestServer.Plan.Units.Select(u => u.Id.Value)), string.Join(',', page.Document.QuerySelectorAll(".board tbody th a").Select(a => a.Id![5..])));
    }

    [Fact]
    public async Task Other_duties_are_reached_by_choosing_them()
    {
        var liaison = await Look("office-director", "?duty=liaison");
        Assert.Equal("联络人报备：应报11，已报10，待审0，未报1", Plain(liaison.One("h1")));
        Assert.Contains(liaison.Document.QuerySelectorAll("#board-duty option"), o => o.TextContent == "10月报");
        Assert.Equal("10月报：应报11，已报11，待审0，未报0", Plain((await Look("office-director", "?duty=monthly-2020-10")).One("h1")));
        var undated = await Look("office-director", "?duty=training");
        Assert.Contains("不设时限", undated.One(".head .ctx").TextContent, StringComparison.Ordinal);
        Assert.True(undated.Document.QuerySelector(".head .pri")!.HasAttribute("disabled"));
        Assert.Contains("没有这项事项", (await Look("office-director", "?duty=no-such-duty")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_drawer_says_who_can_be_reached_what_was_sent_and_what_comes_next()
    {
        var drawer = (await Look("office-director", "?unit=nongmu")).One("#drawer");
        Assert.Contains("逾期未报", drawer.TextContent, StringComparison.Ordinal);
        Assert.Contains("138****0003", drawer.TextContent, StringComparison.Ordinal);
        Assert.Contains("0471-****518", drawer.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("13804710003", drawer.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("未收到2020年11月小结和统计表的提示", drawer.TextContent, StringComparison.Ordinal);
        Assert.Contains("备用联络人 未读", Plain(drawer), StringComparison.Ordinal);
        Assert.Equal("12-01 09:00 将自动提醒负责同志", Plain(drawer.QuerySelector(".tl .fut")!));
        Assert.Contains("11-30 09:00 逾期提示（+1个工作日） → 备用联络人、联络人", Plain(drawer), StringComparison.Ordinal);
        Assert.Contains("10月 逾期已报 10-29（1个工作日）", drawer.TextContent, StringComparison.Ordinal);
        Assert.Equal(["催报该单位", "代录", "延期", "免报"], drawer.QuerySelectorAll("footer button").Select(Plain));
        var asked = (await Look("office-director", "?unit=gongan&do=dates")).One("#drawer");
        Assert.Contains("同意延期至12-02", asked.TextContent, StringComparison.Ordinal);
        Assert.Empty(asked.QuerySelectorAll("script,img"));
    }

    [Fact]
    public async Task The_convenor_looks_and_does_nothing_and_is_not_told_who_has_read()
    {
        var page = await Look("convenor", "?unit=nongmu&bulk=true&do=waive");
        Assert.Equal("11月报：应报11，已报7，待审2，未报4", Plain(page.One("h1")));
        Assert.Empty(page.Document.QuerySelectorAll(".head .acts button, #drawer footer button, .actionbar, form.drawerform"));
        Assert.DoesNotContain("已读", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("最近消息", page.Text, StringComparison.Ordinal);
        Assert.Contains("138****0003", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_do_not_see_it_at_all()
    {
        using var unit = await PageVisitor.In(Server, "nongmu/liaison");
        var page = await unit.Get("/board");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.DoesNotContain("公安分局", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_it_says_the_same()
    {
        using var visitor = await PageVisitor.In(Server, "office-director", "en");
        var page = await visitor.Get("/board?unit=jiaoyu");
        Assert.Equal("Nov report: owed 11, reported 7, awaiting review 2, missing 4", Plain(page.One("h1")));
        Assert.Contains("2 remark(s), by 12-01", page.One(".board").TextContent, StringComparison.Ordinal);
        Assert.Contains("Table returned with 2 remark(s)", page.One("#drawer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_it_was_typed()
    {
        var page = await Look("office-director", "?unit=jiaoyu&show=%3Cscript%3E&of=%22%3E");
        Assert.Contains(NovemberMorning.Hostile, page.One("#drawer").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".main script, #drawer script, img"));
    }

    internal static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Row(Page page, string unit) => page.One($".board tr:has(#unit-{unit})");

    private static IEnumerable<string> Cells(Page page, string unit) => Row(page, unit).QuerySelectorAll(".cell").Select(cell => string.Join(' ', cell.QuerySelectorAll("b,small").Select(Plain)));

    private async Task<Page> Look(string seat, string query = "")
    {
        using var visitor = await PageVisitor.In(Server, seat);
        var page = await visitor.Get($"/board{query}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }
}
