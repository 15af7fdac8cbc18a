using System.IO.Compression;
using System.Net;
using MiniExcelLibs;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>阶段进展与督导: months, gates, tasks by unit, and the page as a file.</summary>
public sealed class SupervisionTests(StandingServer standing) : IClassFixture<StandingServer>
{
    private TestServer Server => standing.Server;

    [Fact]
    public async Task Each_month_says_how_many_units_have_reported_and_opens_the_rows_behind_it()
    {
        await Server.Do($"{TestServer.Path}/units/nongmu/obligations/monthly-2020-09/submit", new { note = "本月已报" });
        await Server.Do($"{TestServer.Path}/units/nongmu/obligations/implementation-plan/submit", new { note = "方案已定" });
        await Server.Do($"{TestServer.Path}/units/weijian/obligations/training/submit", new { note = "已培训" });

        var page = await At("group", "/phases");
        var months = page.Document.QuerySelectorAll(".months li").ToList();
        Assert.Equal(15, months.Count);
        Assert.Equal(("补录 0/11", "1/11"), (months[0].QuerySelector("small")!.TextContent.Trim(), months[1].QuerySelector("small")!.TextContent.Trim()));
        Assert.Equal("past opens wide", months[0].ClassName);
        Assert.Equal("cur opens now", months[1].ClassName);
        Assert.All(months.Skip(2), m => Assert.Null(m.QuerySelector("a")));
        Assert.Equal(["实施方案 1/11", "分级分类培训 1/11", "媒体宣传 0/11"], page.Document.QuerySelectorAll(".gateline .nw").Select(n => n.TextContent.Trim()));

        var september = (await At("group", "/phases?month=2020-09")).Document.QuerySelectorAll("#month li").Single(li => li.TextContent.Contains("2020年9月小结和统计表", StringComparison.Ordinal)).TextContent;
        Assert.Contains("应报11，已报1，待审1，未报10", september, StringComparison.Ordinal);
        Assert.Contains("教育局、", september, StringComparison.Ordinal);
        Assert.DoesNotContain("农牧局", september.Split("未报：")[^1], StringComparison.Ordinal);
        Assert.Contains("尚未补录：", (await At("group", "/phases?month=2020-08")).One("#month").TextContent, StringComparison.Ordinal);
        Assert.Empty((await At("group", "/phases?month=%3Cb%3E&phase=nowhere")).Document.QuerySelectorAll("#month"));
    }

    [Theory]
    [InlineData("group", 0, 0)]
    [InlineData("convenor", 0, 0)]
    [InlineData("office-staff", 3, 0)]
    [InlineData("office-director", 3, 1)]
    public async Task The_acts_at_a_gate_are_the_office_s(string seat, int record, int leave)
    {
        var page = await At(seat, "/phases?phase=mobilise");
        Assert.Equal((record, leave, leave), (
            page.Document.QuerySelectorAll("form[id^=record-]").Length, page.Document.QuerySelectorAll("#pass-gate").Length, page.Document.QuerySelectorAll("#waive").Length));
        Assert.Contains("3项目标没有佐证", page.One(".keeps").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gate_shows_its_evidence_and_what_keeps_it()
    {
        await using var server = await TestServer.Start();
        using var director = await PageVisitor.In(server, "office-director");
        await server.Do($"{TestServer.Path}/phases/mobilise/goals/fangan/evidence", new { evidence = "<i>方案11份</i>" });
        var page = await director.Get("/phases?phase=mobilise");
        var goal = page.One("#goal-fangan");
        Assert.Contains("<i>方案11份</i>", goal.TextContent, StringComparison.Ordinal);
        Assert.Contains("2020-09-17 08:30", goal.TextContent, StringComparison.Ordinal);
        Assert.Contains("联席办主任", goal.TextContent, StringComparison.Ordinal);
        Assert.Empty(goal.QuerySelectorAll("i,form"));
        Assert.True(page.One("#pass-gate").HasAttribute("disabled"));

        var present = (await director.Get("/phases")).One("#gate");
        Assert.Contains("集中整治", present.QuerySelector("[aria-current=true]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2020年9月小结和统计表未审结： 11个单位", string.Join(' ', present.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("待召集人明确", present.TextContent, StringComparison.Ordinal);

        await server.Do($"{TestServer.Path}/phases/mobilise/goals/peixun/evidence", new { evidence = "培训记录" });
        await server.Do($"{TestServer.Path}/phases/mobilise/goals/xuanchuan/evidence", new { evidence = "报道3篇" });
        Assert.False((await director.Get("/phases?phase=mobilise")).One("#pass-gate").HasAttribute("disabled"));
        await server.Do($"{TestServer.Path}/phases/mobilise/gate/waive", new { reason = "先行转入", signedBy = "召集人" });
        page = await director.Get("/phases?phase=mobilise");
        Assert.Contains("由召集人签署意见后转入", page.One("#gate").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("#pass-gate,#waive,.keeps"));
    }

    [Fact]
    public async Task A_milestone_that_keeps_a_gate_leads_to_its_task()
    {
        await Server.Do($"{TestServer.Path}/tasks/xing-1/milestones", new { unit = "scjg", id = "m1", title = "完成4S店检查", due = "2020-12-15" });
        var page = await At("group", "/phases");
        Assert.Equal("/tasks/xing-1", page.Document.QuerySelectorAll(".keeps a").Single(a => a.ParentElement!.TextContent.Contains("完成4S店检查", StringComparison.Ordinal)).GetAttribute("href"));
    }

    [Fact]
    public async Task Figures_of_units_open_their_tasks_and_a_seat_without_the_list_keeps_to_this_page()
    {
        var page = await At("convenor", "/phases");
        var school = page.Document.QuerySelectorAll(".ub li").Single(li => li.TextContent.Contains("教育局", StringComparison.Ordinal)).QuerySelector("a")!;
        Assert.Equal(("教育局10/10", "/phases?unit=jiaoyu"), (school.TextContent, school.GetAttribute("href")));
        Assert.Equal(10, (await At("convenor", "/phases?unit=jiaoyu")).Document.QuerySelectorAll("table.tk tbody tr").Length);
        Assert.DoesNotContain((await At("group", "/phases")).Document.QuerySelectorAll("a"), a => a.GetAttribute("href")!.StartsWith("/board", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nongmu/liaison")]
    [InlineData("nongmu/leader")]
    [InlineData("scjg/section-shipin")]
    public async Task A_unit_sees_neither_the_page_nor_the_file(string seat)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await At(seat, "/phases")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await At(seat, "/phases/export")).Status);
    }

    [Fact]
    public async Task The_file_has_the_rows_of_the_page_and_computes_nothing()
    {
        await using var server = await TestServer.Start();
        await server.Do($"{TestServer.Path}/phases/mobilise/goals/fangan/evidence", new { evidence = "=HYPERLINK(\"http://example.invalid\",\"方案\")" });
        await server.Do($"{TestServer.Path}/tasks/zhu-1/progress", new { unit = "scjg", text = "已检查", percent = 20 });
        await server.RunUntil(new(2020, 10, 4), 10);
        var (type, name, file) = await Download(server, "/phases/export?domain=zhu&show=problems");

        Assert.Equal(("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "zhongdian-renwu-2020-10-04.xlsx"), (type, name));
        using var stream = new MemoryStream(file);
        Assert.Equal(["重点任务", "阶段验收", "各月报送"], stream.GetSheetNames());
        var tasks = stream.Query(useHeaderRow: true, sheetName: "重点任务").Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(["商品房销售整治", "电梯维保整治", "建材产品整治"], tasks.Select(t => t["任务"]));
        Assert.All(tasks, t => Assert.Equal("进展缓慢", t["状态"]));
        Assert.Equal(20d, tasks[0]["完成比例"]);
        var goals = stream.Query(useHeaderRow: true, sheetName: "阶段验收").Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(11, goals.Count);
        Assert.Equal("'=HYPERLINK(\"http://example.invalid\",\"方案\")", goals[0]["佐证"]);
        Assert.Equal(0, Formulas(file));
    }

    [Fact]
    public async Task A_file_without_rows_is_a_file_all_the_same()
    {
        var (_, _, file) = await Download(Server, "/phases/export?stage=blocked&domain=chuan");
        using var stream = new MemoryStream(file);
        Assert.Empty(stream.Query(useHeaderRow: true, sheetName: "重点任务"));
    }

    [Fact]
    public async Task In_English_every_word_of_ours_is_English()
    {
        var page = await standing.At("group", "/phases?month=2020-09", "en");
        Assert.StartsWith("17 tasks: 17 on track, 0 slow, 0 not updated", page.One("h1").TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\b(task|tasks|phases|status|page|seat)\\.[a-zA-Z]+", page.One("main").TextContent);
        Assert.Equal("Sep", page.One(".months li.cur b:not(.lbl b)").TextContent);
    }

    private Task<Page> At(string seat, string path) => standing.At(seat, path);

    private static async Task<(string? Type, string? Name, byte[] File)> Download(TestServer server, string path)
    {
        using var visitor = await PageVisitor.In(server, "group");
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = visitor.Cookies }) { BaseAddress = server.Url };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileName, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Cells that a spreadsheet would compute.</summary>
    private static int Formulas(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).Sum(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd().Split("<x:f").Length - 1;
        });
    }
}
