using System.Net;
using AngleSharp.Dom;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>重点任务: which tasks a seat sees, what it may do about them, what was said of them.</summary>
public sealed class TaskPagesTests(StandingServer standing) : IClassFixture<StandingServer>
{
    private TestServer Server => standing.Server;

    [Theory]
    [InlineData("office-director", 17)]
    [InlineData("group", 17)]
    [InlineData("scjg/liaison", 17)]
    [InlineData("jiaoyu/liaison", 10)]
    [InlineData("jiaoyu/deputy", 10)]
    [InlineData("zhengfuban/liaison", 1)]
    [InlineData("scjg/section-shipin", 17)]
    public async Task A_seat_sees_the_tasks_that_it_reaches_and_no_others(string seat, int tasks)
    {
        var page = await At(seat, "/tasks");
        Assert.Equal(tasks, Rows(page).Count);
        Assert.StartsWith($"{tasks}项任务：", page.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal(tasks == 17, page.Text.Contains("停车收费整治", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_section_s_own_tasks_come_first()
    {
        var page = await At("scjg/section-shipin", "/tasks");
        Assert.Equal([7, 10], page.Document.QuerySelectorAll("table.tk").Select(t => t.QuerySelectorAll("tbody tr").Length));
        Assert.Single((await At("scjg/liaison", "/tasks")).Document.QuerySelectorAll("table.tk"));
    }

    [Theory]
    [InlineData("jiaoyu/liaison", "xing-2")]
    [InlineData("jiaoyu/liaison", "nowhere-1")]
    public async Task A_task_that_is_not_reached_is_as_unknown_as_one_that_is_not_there(string seat, string task)
    {
        var page = await At(seat, $"/tasks/{task}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("task.unknown", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("停车", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reaches_every_task_reads_that_there_is_none_of_that_name()
    {
        Assert.Contains("task.unknown", (await At("group", "/tasks/nowhere-1")).One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("task.unknown", (await At("group", "/tasks/%3Cb%3E")).One("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scjg/liaison", "chi-1", "progress new-milestone raise")]
    [InlineData("scjg/section-shipin", "chi-1", "progress new-milestone raise")]
    [InlineData("scjg/section-shipin", "chi-8", "")]
    [InlineData("jiaoyu/liaison", "chi-1", "progress raise")]
    [InlineData("office-staff", "chi-1", "")]
    [InlineData("convenor", "chi-1", "")]
    [InlineData("group", "chi-1", "")]
    public async Task Only_what_the_seat_may_do_is_offered(string seat, string task, string forms) =>
        Assert.Equal(forms, Forms(await At(seat, $"/tasks/{task}")));

    [Fact]
    public async Task What_waits_for_coordination_is_seen_first_and_solved_by_the_office()
    {
        await Server.Do($"{TestServer.Path}/tasks/zhu-2/block", new { unit = "zhujian", what = "维保单位名单不全", proposal = "请提供名单" });

        var page = await At("office-staff", "/tasks/zhu-2");
        Assert.Contains("维保单位名单不全", page.One("#block").TextContent, StringComparison.Ordinal);
        Assert.Contains("请提供名单", page.One("#block").TextContent, StringComparison.Ordinal);
        Assert.Contains("住建局 · 联络人", page.One("#block").TextContent, StringComparison.Ordinal);
        Assert.Equal("solve", Forms(page));
        Assert.Equal("progress", Forms(await At("zhujian/liaison", "/tasks/zhu-2")));
        Assert.StartsWith("需协调", (await At("office-staff", "/tasks")).One("h1 .late-ink").TextContent, StringComparison.Ordinal);
        Assert.Equal("zhu-2", Assert.Single(Rows(await At("office-staff", "/tasks?stage=blocked&domain=zhu"))));

        await Server.Do($"{TestServer.Path}/tasks/zhu-2/solve", new { how = "名单已共享" });
        page = await At("office-staff", "/tasks/zhu-2");
        Assert.Empty(page.Document.QuerySelectorAll("#block"));
        Assert.StartsWith("协调解决 联席办主任 名单已共享", Words(page.One("#history li:first-child"))[17..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_and_milestones_are_told_with_time_seat_and_words()
    {
        const string task = $"{TestServer.Path}/tasks/zhu-3";
        await Server.Do($"{task}/progress", new { unit = "zhujian", text = "已查建材市场2家", percent = 15 });
        await Server.Do($"{task}/milestones", new { unit = "scjg", id = "title", title = "完成第一轮抽检", due = "2020-12-15" });
        await Server.Do($"{task}/milestones/title/reach", new { unit = "scjg", evidence = "抽检报告12份" });

        var page = await At("gongan/liaison", "/tasks/zhu-3");
        var history = page.Document.QuerySelectorAll("#history li").Select(Words).ToList();
        Assert.Equal("2020-09-17 08:30 节点完成 市场监督管理局 · 联络人 完成第一轮抽检 抽检报告12份", history[0]);
        Assert.Equal("2020-09-17 08:30 报告进展 15% 住建局 · 联络人 已查建材市场2家", history[2]);
        Assert.Contains("已完成", page.One("#milestone-title").TextContent, StringComparison.Ordinal);
        Assert.Contains("抽检报告12份", page.One("#milestone-title").TextContent, StringComparison.Ordinal);
        Assert.Equal("节点1/1", page.One("#milestones svg.pb title").TextContent);
    }

    [Fact]
    public async Task Text_that_wants_to_be_more_stays_text()
    {
        const string hostile = "</script><script>alert(1)</script>\"><img src=x onerror=alert(1)>{{7*7}}";
        await Server.Do($"{TestServer.Path}/tasks/chi-2/progress", new { unit = "scjg", text = hostile });
        await Server.Do($"{TestServer.Path}/tasks/chi-2/milestones", new { unit = "scjg", id = "m1", title = "<b onmouseover=alert(1)>", due = "2020-12-15" });
        await Server.Do($"{TestServer.Path}/tasks/chi-2/block", new { unit = "scjg", what = hostile, proposal = hostile });

        foreach (var (seat, path) in new[] { ("scjg/liaison", "/tasks/chi-2"), ("group", "/phases") })
        {
            var page = await At(seat, path);
            Assert.Contains(hostile, page.Text, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("img,[onerror],[onmouseover]"));
            Assert.DoesNotContain(page.Document.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("?stage=slow", 0)]
    [InlineData("?stage=on-track&domain=chuan", 2)]
    [InlineData("?show=problems&domain=chuan", 0)]
    [InlineData("?unit=gongan", 7)]
    [InlineData("?by=unit&unit=gongan", 7)]
    [InlineData("?stage=unheard-of&domain=%3Cb%3E&unit=NOBODY&show=x&by=y", 17)]
    public async Task The_address_says_what_is_shown_and_what_it_says_wrongly_is_passed_over(string query, int rows) =>
        Assert.Equal(rows, (await At("office-director", $"/tasks{query}")).Document.QuerySelectorAll("table.tk tbody tr").Length);

    [Fact]
    public async Task By_unit_a_task_stands_under_each_unit_that_leads_or_supports_it()
    {
        await using var untouched = await TestServer.Start();
        using var director = await PageVisitor.In(untouched, "office-director");
        var page = await director.Get("/tasks?by=unit");
        var groups = page.Document.QuerySelectorAll("table.tk tbody").Select(b => $"{b.QuerySelector("th b")!.TextContent} {b.QuerySelectorAll("tr").Length}").ToList();
        Assert.Equal(["市场监督管理局 17", "教育局 10", "民政局 8"], groups.Take(3));
        Assert.Equal("区政府办公室 1", groups[^1]);
        Assert.Equal(("10/10正常", "/tasks?unit=jiaoyu&by=unit"), (page.Document.QuerySelectorAll("th.dom a")[1].TextContent, page.Document.QuerySelectorAll("th.dom a")[1].GetAttribute("href")));
    }

    [Fact]
    public async Task Silence_turns_lights_by_the_day_the_same_for_pages_and_programs()
    {
        await using var server = await TestServer.Start();
        using var group = await PageVisitor.In(server, "group");
        await server.RunUntil(new(2020, 10, 2), 10);
        Assert.StartsWith("17项任务：正常17", (await group.Get("/tasks")).One("h1").TextContent, StringComparison.Ordinal);

        await server.RunUntil(new(2020, 10, 3), 10);
        Assert.StartsWith("17项任务：正常0，缓慢17", (await group.Get("/tasks")).One("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal("进展缓慢", (string)(await server.Get($"{TestServer.Path}/tasks?stage=slow"))["items"]![0]!["stageWords"]!);
        Assert.Empty((await server.Get($"{TestServer.Path}/tasks?stage=on-track"))["items"]!.AsArray());

        await server.RunUntil(new(2020, 10, 18), 10);
        await server.Do($"{TestServer.Path}/tasks/chi-1/progress", new { unit = "scjg", text = "已检查" });
        Assert.StartsWith("17项任务：正常1，缓慢0，未更新16", (await group.Get("/tasks")).One("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal(16, (await server.Get($"{TestServer.Path}/office"))["item"]!["tasks"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_office_director_changes_what_is_slow_by_answering_the_plan_s_question()
    {
        await using var server = await TestServer.Start();
        using var group = await PageVisitor.In(server, "group");
        var (status, refused) = await server.Post($"{TestServer.Path}/questions/stale-tasks/answer", new { answer = "10天", settings = new { staleTaskDays = 10 } });
        Assert.Equal((422, "plan.invalid"), (status, (string)refused["code"]!));
        Assert.Contains("'slowTaskDays' must be less than", (string)refused["detail"]!, StringComparison.Ordinal);

        await server.Do($"{TestServer.Path}/questions/slow-tasks/answer", new { answer = "7天", settings = new { slowTaskDays = 7 } });
        await server.RunUntil(new(2020, 9, 25), 10);
        var page = await group.Get("/tasks");
        Assert.StartsWith("17项任务：正常0，缓慢17", page.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("超过7天无进展", page.One(".ctx").TextContent, StringComparison.Ordinal);
        Assert.Equal("已8天无进展（超过7天）", page.One("#task-chi-1 .tsx").GetAttribute("title"));
    }

    [Theory]
    [InlineData("/tasks", "Key tasks")]
    [InlineData("/tasks/chi-1", "Report progress")]
    public async Task In_English_every_word_of_ours_is_English(string path, string said)
    {
        var page = await standing.At("scjg/liaison", path, "en");
        Assert.Contains(said, page.One("main").TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\b(task|tasks|phases|status|page|seat)\\.[a-zA-Z]+", page.One("main").TextContent);
        Assert.DoesNotContain("正常", page.One("main").TextContent, StringComparison.Ordinal);
    }

    private Task<Page> At(string seat, string path) => standing.At(seat, path);

    private static List<string> Rows(Page page) => [.. page.Document.QuerySelectorAll("table.tk tbody tr").Select(r => r.Id!["task-".Length..])];

    private static string Forms(Page page) => string.Join(' ', new[] { "progress", "new-milestone", "solve", "raise" }.Where(id => page.Document.GetElementById(id) is not null));

    private static string Words(IElement element) => string.Join(' ', element.GetDescendants().OfType<IText>().Select(t => t.Data.Trim()).Where(t => t.Length > 0));
}
