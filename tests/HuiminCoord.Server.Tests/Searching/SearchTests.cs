using System.Text.Json.Nodes;
using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Searching;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Searching;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Searching;

/// <summary>Every seat finds what its own doors would show it, alike on both databases.</summary>
public sealed class SearchTests(PostgreSqlServer postgres)
{
    private const string Path = $"/campaigns/{TestServer.Campaign}";

    /// <summary>Found nowhere unless they stand there: what means something to a database is taken as it is typed.</summary>
    private const string Signs = "%_*?[]^\\'\"|.+{}$";

    private static readonly string[] Seats = ["convenor", "office-director", "jiaoyu/liaison", "jiaoyu/leader", "scjg/section-shipin", "group"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_SQLite_everything_is_found_that_may_be_seen_and_nothing_else()
    {
        await using var server = await TestServer.Start();
        await Exercise(server);
    }

    [Fact]
    public async Task On_PostgreSQL_everything_is_found_that_may_be_seen_and_nothing_else()
    {
        await using var server = await TestServer.Start(postgreSql: await postgres.NewDatabase());
        await Exercise(server);
    }

    private static async Task Exercise(TestServer server)
    {
        await Prepare(server);
        await FindsEachKind(server);
        await FindsSignsAsTheyAre(server);
        await FindsNoMoreThanItsDoorsShow(server);
        await StopsWhenTheTimeIsUp(server);
        await RefusesOthers(server);
    }

    private static async Task Prepare(TestServer server)
    {
        await server.Do($"{TestServer.Path}/units/jiaoyu/seats/liaison/name", new { holder = "萨仁高娃", title = "科长", phone = "0471-1234567" });
        await server.Do($"{TestServer.Path}/units/scjg/seats/liaison/name", new { holder = "高娃", title = "科长", phone = "0471-7654321" });
        await server.RunUntil(new(2020, 9, 29), 12);
        await Assign(server, "jiaoyu", "odd-title", $"标题{Signs}结束2021-03", null);
        await Assign(server, "minzheng", "wide-title", "复查ＡｂＣ１２公司", "会议纪要（3）");
    }

    private static async Task FindsEachKind(TestServer server)
    {
        Assert.Equal([("市场监督管理局", "市场监管局、市监局", "/roster/unit?unit=scjg")], await Hits(server, "office-director", "市监局", SearchKind.Unit));
        Assert.Equal([("高娃", "市场监督管理局 · 联络人", "/roster/unit?unit=scjg"), ("萨仁高娃", "教育局 · 联络人", "/roster/unit?unit=jiaoyu")],
            (await Hits(server, "office-director", "高娃", SearchKind.Person)).OrderBy(h => h.Title.Length));
        Assert.Equal([("复查ＡｂＣ１２公司", "民政局 · 报送时限2020-10-20 · 填报中", "/board?unit=minzheng&duty=wide-title")], await Hits(server, "office-director", "ABC１2", SearchKind.Obligation));
        Assert.EndsWith(" · 填报中 · 依据：会议纪要（3）", (await Hits(server, "group", "会议纪要(3)", SearchKind.Obligation)).Single().Detail, StringComparison.Ordinal);
        Assert.All(await Hits(server, "office-director", "小结", SearchKind.Obligation), o => Assert.Contains("小结", o.Title, StringComparison.Ordinal));
        Assert.All(await Hits(server, "jiaoyu/liaison", "正文", SearchKind.Obligation), o => Assert.EndsWith("依据：正文", o.Detail, StringComparison.Ordinal));
        Assert.True(await Total(server, "jiaoyu/liaison", "正文", SearchKind.Obligation) > 2);
        Assert.Equal([("动员部署", "2020-08-01至2020-08-31", "/phases")], await Hits(server, "jiaoyu/liaison", "动员", SearchKind.Phase));
        Assert.Equal([("回政办字〔2020〕57号", $"{TestServer.Plan.Title}（回民区人民政府办公室）", "/plan")], await Hits(server, "convenor", "[2020]５７", SearchKind.Document));
        Assert.Equal(["/plan?tab=questions&q=review-days"], (await Hits(server, "convenor", TestServer.Plan.Questions.Single(q => q.Id == "review-days").Ask[..10], SearchKind.Question)).Select(h => h.Link));
        var task = Assert.Single(await Hits(server, "scjg/section-shipin", "特殊食品检查", SearchKind.Task));
        Assert.Equal(("/tasks/chi-2", true), (task.Link, task.Detail.EndsWith("正常推进", StringComparison.Ordinal)));
        var months = new[] { await Hits(server, "office-director", "2020年9月", SearchKind.Obligation), await Hits(server, "office-director", "2020-09", SearchKind.Obligation) };
        Assert.Equal((8, true), (months[0].Count, months[0].SequenceEqual(months[1])));
        Assert.Equal(11, await Total(server, "office-director", "2020-09", SearchKind.Obligation));
        Assert.Equal(0, await Total(server, "office-director", "2020-19", SearchKind.Obligation));
        Assert.Equal(1, await Total(server, "jiaoyu/liaison", "2021-03", SearchKind.Obligation));
        Assert.Equal(1, await Total(server, "jiaoyu/liaison", "2020-09", SearchKind.Obligation));
    }

    private static async Task FindsSignsAsTheyAre(TestServer server)
    {
        Assert.All(await Task.WhenAll(Signs.Select(sign => Total(server, "office-director", $"{sign}", SearchKind.Obligation))), total => Assert.Equal(1, total));
        Assert.Equal(1, await Total(server, "office-director", Signs, SearchKind.Obligation));
        Assert.Equal(0, await Total(server, "office-director", "标题%结束", SearchKind.Obligation));
        Assert.Equal(0, await Total(server, "office-director", "标题.结束", SearchKind.Obligation));
    }

    /// <summary>Each kind holds what the seat's own list holds, and a seat that has no list finds none.</summary>
    private static async Task FindsNoMoreThanItsDoorsShow(TestServer server)
    {
        foreach (var seat in Seats)
        {
            using var visitor = await Visitor.In(server, seat);
            var obligations = (await visitor.Get($"{Path}/obligations?limit=200"))["items"]!.AsArray().Count(o => ((string)o!["title"]!).Contains('结', StringComparison.Ordinal));
            var tasks = (await visitor.Get($"{Path}/tasks"))["items"]!.AsArray().Count(t => ((string)t!["title"]!).Contains("食品", StringComparison.Ordinal));
            var units = (await visitor.Get($"{Path}/units"))["items"]!.AsArray().Count(u => ((string)u!["name"]!).Contains('局', StringComparison.Ordinal));
            var (status, inbox) = await visitor.Ask(HttpMethod.Get, $"{Path}/inbox/messages?limit=200");
            var messages = status != 200 ? 0 : inbox["items"]!.AsArray().Count(m => $"{m!["title"]}\n{m["body"]}".Contains("联络人", StringComparison.Ordinal));

            Assert.Equal((seat, obligations), (seat, await Total(server, seat, "结", SearchKind.Obligation)));
            Assert.Equal((seat, tasks), (seat, await Total(server, seat, "食品", SearchKind.Task)));
            Assert.Equal((seat, messages), (seat, await Total(server, seat, "联络人", SearchKind.Message)));
            Assert.True(units <= await Total(server, seat, "局", SearchKind.Unit), seat);
            Assert.All(await Hits(server, seat, "高娃", SearchKind.Person), p => Assert.True(!seat.Contains('/', StringComparison.Ordinal) || p.Link.EndsWith(seat.Split('/')[0], StringComparison.Ordinal), seat));
        }

        var message = (await Hits(server, "jiaoyu/liaison", "联络人", SearchKind.Message))[0];
        Assert.StartsWith($"/m/{TestServer.Campaign}/jiaoyu/liaison/", message.Link, StringComparison.Ordinal);
        Assert.Equal("", string.Concat((await Hits(server, "office-director", "0471", SearchKind.Person)).Select(h => h.Title)));
    }

    private static async Task StopsWhenTheTimeIsUp(TestServer server)
    {
        var asker = new Asker("session", "account", "login", "name", "appointment", TestServer.Campaign, new Standing(SeatAddress.Find("office-director")!, []), DateTimeOffset.MaxValue);
        var (search, scene) = (server.Service<Search>(), await server.Service<CampaignDirectory>().Campaign(TestServer.Campaign, Cancellation));

        var stopped = await search.Find(asker, scene, SearchText.Of("小结")!, new CancellationToken(canceled: true), Cancellation);
        var whole = await search.Find(asker, scene, SearchText.Of("小结")!, Cancellation);

        Assert.Equal((false, true), (stopped.Complete, whole.Complete));
        Assert.Equal([SearchKind.Question], stopped.Groups.Select(g => g.Kind));
        Assert.Equal([SearchKind.Obligation, SearchKind.Message, SearchKind.Question], whole.Groups.Select(g => g.Kind));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search.Find(asker, scene, SearchText.Of("小结")!, new CancellationToken(canceled: true)));
    }

    private static async Task RefusesOthers(TestServer server)
    {
        foreach (var seat in new[] { "system-admin", "security-admin", "audit-admin" })
        {
            using var admin = await Visitor.In(server, seat);
            Assert.Equal("access.denied", (string?)(await admin.Ask(HttpMethod.Get, $"{Path}/search?q=a")).Body["code"]);
        }

        Assert.Equal((422, "request.invalid"), Code(await server.Refused($"{TestServer.Path}/search?q={new string('a', 41)}")));
        Assert.Equal((422, "request.invalid"), Code(await server.Refused($"{TestServer.Path}/search?q=%20")));
        Assert.Equal((400, "request.malformed"), Code(await server.Refused($"{TestServer.Path}/search?q=a%0Ab")));
        Assert.Equal((400, "request.malformed"), Code(await server.Refused($"{TestServer.Path}/search")));
    }

    private static Task<JsonNode> Assign(TestServer server, string unit, string duty, string title, string? clause) =>
        server.Do($"{TestServer.Path}/units/{unit}/obligations", new { duty, title, due = "2020-10-20", kind = "other", clause });

    private static async Task<JsonNode?> Group(TestServer server, string seat, string text, SearchKind kind)
    {
        using var visitor = await Visitor.In(server, seat);
        var found = (await visitor.Get($"{Path}/search?q={Uri.EscapeDataString(text)}"))["item"]!;
        Assert.True((bool)found["complete"]!);
        Assert.All(found["groups"]!.AsArray(), g => Assert.Equal(Math.Min(8, (int)g!["total"]!), g["hits"]!.AsArray().Count));
        return found["groups"]!.AsArray().SingleOrDefault(g => string.Equals((string?)g!["kind"], kind.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<IReadOnlyList<(string Title, string Detail, string Link)>> Hits(TestServer server, string seat, string text, SearchKind kind) =>
        [.. (await Group(server, seat, text, kind))?["hits"]?.AsArray().Select(h => ((string)h!["title"]!, (string)h["detail"]!, (string)h["link"]!)) ?? []];

    private static async Task<int> Total(TestServer server, string seat, string text, SearchKind kind) =>
        (int?)(await Group(server, seat, text, kind))?["total"] ?? 0;

    private static (int, string?) Code((int Status, JsonNode Body) answer) => (answer.Status, (string?)answer.Body["code"]);
}
