using System.Net;
using System.Text.Json.Nodes;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>The plan's pages after an amendment: versions, receipts, and what units read.</summary>
public sealed class PlanVersionPageTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

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
        Assert.Contains("Plan version 2: 11 units, 17 tasks, 42 open question(s)", (await director.Get("/plan")).One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("5 working day(s) before, 1 working day(s) before, the day itself → Liaison", (await director.Get("/plan")).Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/plan?tab=versions&version=2", "/plan?tab=questions&q=review-days", "/plan?tab=amend&part=reminders", "/plan?tab=receipts", "/plan/new", "/plan/issue" })
        {
            var page = await director.Get(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotMatch("plan\\.[a-z]+\\.?[a-z]*\\b", page.One("main").TextContent.Replace("plan.schema", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Hostile_words_of_a_plan_are_only_words()
    {
        const string text = "</textarea></title><script>alert(1)</script><b onmouseover=alert(1)>", image = "\"><img src=x onerror=alert(1)>";
        await Amend(p =>
        {
            (p["amendment"]!["reason"], p["amendment"]!["basis"]) = (text, image);
            (p["clauses"]![1]!["gist"], p["questions"]![0]!["answer"]) = (text, text);
            (p["questions"]![0]!["ask"], p["tasks"]![0]!["title"]) = (image, image);
            p["units"]![1]!["aliases"] = new JsonArray(image);
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
