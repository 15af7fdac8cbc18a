using System.Net;
using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>方案与待明确事项: what each seat reads there, before and after an amendment.</summary>
public sealed class PlanPageTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_overview_says_who_takes_part_what_is_owed_and_how_it_is_reminded_of()
    {
        using var director = await PageVisitor.In(_server, "office-director");
        var page = await director.Get("/plan");
        Assert.Contains("11个单位、17项任务，待明确35项", page.One("h1").TextContent, StringComparison.Ordinal);
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
        using var visitor = await PageVisitor.In(_server, seat);
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
        using var visitor = await PageVisitor.In(_server, seat);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get("/plan")).Status);
    }

    [Fact]
    public async Task Questions_are_shown_with_their_defaults_what_they_govern_and_a_field_for_the_setting()
    {
        using var convenor = await PageVisitor.In(_server, "convenor");
        var open = await convenor.Get("/plan?tab=questions&show=answered");
        Assert.Empty(open.Document.QuerySelectorAll("tbody tr"));
        var page = await convenor.Get("/plan?tab=questions&q=review-days");
        Assert.Equal(35, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("审核时限", page.One("#question-review-days").TextContent, StringComparison.Ordinal);
        Assert.Equal(("number", "3"), (page.One("#answer-setting").GetAttribute("type"), page.One("#answer-setting").GetAttribute("value")));
        var table = await convenor.Get("/plan?tab=questions&q=zhengfuban-table");
        Assert.Equal("None", ((AngleSharp.Html.Dom.IHtmlSelectElement)table.One("#answer-table-zhengfuban")).Value);
        Assert.Contains("小结和统计表", (await convenor.Get("/plan?tab=questions&q=statistical-period")).One("#drawer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_shown_with_its_reason_its_differences_in_words_and_its_receipts()
    {
        await Amend(p =>
        {
            p["settings"]!["reviewWorkdays"] = 5;
            p["ladders"]!["decision"]!["rungs"]![0]!["at"] = "10:30";
            p["units"]![1]!["aliases"] = new JsonArray("教体局");
            p["duties"]![2]!["schedule"]!["due"] = "2020-12-10";
        });
        await _server.Do(TestServer.Path + "/units/minzheng/receipts/plan-2/confirm", null);
        using var director = await PageVisitor.In(_server, "office-director");

        var page = await director.Get("/plan?tab=versions&version=2");

        Assert.Contains("适当延长", page.One("tr.sel").TextContent, StringComparison.Ordinal);
        Assert.Contains("联席办主任", page.One("tr.sel").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 / 11", page.One("tr.sel").TextContent, StringComparison.Ordinal);
        var drawer = page.One("#drawer").TextContent;
        Assert.All(["审核时限", "前5个工作日 10:30", "教育局（教体局）；统计表：不含案件类指标", "2020-12-03", "2020-12-10"], words => Assert.Contains(words, drawer, StringComparison.Ordinal));
        var receipts = await director.Get("/plan?tab=receipts");
        Assert.Contains("第2版：已签收1，未签收10", receipts.Text, StringComparison.Ordinal);
        Assert.Contains("民政局 · 联络人", string.Join(' ', Row(receipts, "民政局")), StringComparison.Ordinal);
        Assert.Contains("已由新版代替", (await director.Get("/plan?tab=receipts&version=1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_everything_but_the_plans_own_words_is_English()
    {
        await Amend(p => p["settings"]!["reviewWorkdays"] = 5);
        using var director = await PageVisitor.In(_server, "office-director", "en");
        Assert.Contains("Plan version 2: 11 units, 17 tasks, 35 open question(s)", (await director.Get("/plan")).One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("5 working day(s) before, 1 working day(s) before, the day itself → Liaison", (await director.Get("/plan")).Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/plan?tab=versions&version=2", "/plan?tab=questions&q=review-days", "/plan?tab=amend&part=reminders", "/plan?tab=receipts", "/plan/new", "/plan/issue" })
        {
            var page = await director.Get(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotMatch("plan\\.[a-z]+\\.?[a-z]*\\b", page.One("main").TextContent.Replace("plan.schema", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</textarea></title><b onmouseover=alert(1)>")]
    public async Task Hostile_words_of_a_plan_are_only_words(string text)
    {
        await Amend(p =>
        {
            p["amendment"]!["reason"] = text;
            p["clauses"]![1]!["gist"] = text;
            p["questions"]![0]!["answer"] = text;
            p["units"]![1]!["aliases"] = new JsonArray(text);
        });
        using var director = await PageVisitor.In(_server, "office-director");
        foreach (var path in new[] { "/plan", "/plan?tab=versions&version=2", "/plan?tab=questions&q=roll-rule", "/plan?tab=amend&part=units", $"/plan?tab=questions&q={Uri.EscapeDataString(text)}&show={Uri.EscapeDataString(text)}" })
        {
            var page = await director.Get(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.Document.QuerySelectorAll("main script,main img,main b[onmouseover],aside script,aside img"));
            Assert.DoesNotContain(page.Document.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        }

        Assert.Contains(text, (await director.Get("/plan?tab=versions&version=2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_reads_what_changed_for_it_and_its_own_receipts_only()
    {
        await Amend(p => p["duties"]![2]!["schedule"]!["due"] = "2020-12-10");
        await _server.Do(TestServer.Path + "/units/minzheng/receipts/plan-2/confirm", null);
        using var liaison = await PageVisitor.In(_server, "jiaoyu/liaison");
        var page = await liaison.Get("/plan/receipt");
        Assert.Contains("方案第2版待签收", page.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("确认签收第2版", page.One("button.pri").TextContent, StringComparison.Ordinal);
        Assert.Contains("2020-12-10", page.One(".diffs").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("民政局", page.One("main").TextContent, StringComparison.Ordinal);
        using var other = await PageVisitor.In(_server, "minzheng/leader");
        var done = await other.Get("/plan/receipt");
        Assert.Contains("方案第2版已签收", done.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Empty(done.Document.QuerySelectorAll("button.pri"));
        Assert.Contains("民政局 · 联络人", done.Text, StringComparison.Ordinal);
    }

    private async Task Amend(Action<JsonNode> change)
    {
        var plan = JsonNode.Parse(TestServer.PlanJson)!;
        plan["version"] = 2;
        plan["amendment"] = new JsonObject { ["reason"] = "适当延长", ["basis"] = "question/review-days", ["decidedBy"] = "officeDirector" };
        change(plan);
        await _server.Do(TestServer.Path + "/amendments", new { plan });
    }

    private static List<string> Row(Page page, string heading) =>
        [.. page.Document.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th")?.TextContent.StartsWith(heading, StringComparison.Ordinal) == true).QuerySelectorAll("td").Select(c => c.TextContent.Trim())];
}
