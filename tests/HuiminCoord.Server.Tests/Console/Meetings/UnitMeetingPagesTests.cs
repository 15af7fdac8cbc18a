namespace HuiminCoord.Server.Tests.Console.Meetings;

/// <summary>A unit's own meeting on pages: its seats find the tools there, its leader agrees, who is invited answers, the office reads.</summary>
public sealed class UnitMeetingPagesTests(NovemberMorning morning) : IClassFixture<NovemberMorning>, IAsyncLifetime
{
    private const string Prepared = "jiaoyu-advance-20201203", Waiting = "jiaoyu-dispatch-20201203", Noticed = "jiaoyu-advance-20201130", Ended = "jiaoyu-dispatch-20201130";

    private TestServer Server => morning.Server;

    public async ValueTask InitializeAsync()
    {
        if ((await Server.Get($"{TestServer.Path}/meetings"))["items"]!.AsArray().Count > 0)
        {
            return;
        }

        await Propose(Prepared, "2020-12-03T09:00:00+08:00");
        await Propose(Waiting, "2020-12-03T15:00:00+08:00");
        await Do("jiaoyu/liaison", $"{Waiting}/submit");
        foreach (var id in new[] { Noticed, Ended })
        {
            await Propose(id, "2020-11-30T16:00:00+08:00");
            await Do("jiaoyu/liaison", $"{id}/submit");
            await Do("jiaoyu/leader", $"{id}/agree");
            await Do("jiaoyu/liaison", $"{id}/notice", new { replyBy = "2020-11-30" });
        }

        await Do("jiaoyu/liaison", $"{Ended}/session/begin");
        await Do("jiaoyu/liaison", $"{Ended}/session/end");
        await Do("jiaoyu/liaison", $"{Ended}/minutes/circulate", new { correctBy = "2020-12-02" });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("jiaoyu/liaison", Prepared, "submit-agenda compose cancel-meeting")]
    [InlineData("jiaoyu/leader", Prepared, "submit-agenda compose cancel-meeting")]
    [InlineData("jiaoyu/liaison", Waiting, "take-back cancel-meeting")]
    [InlineData("jiaoyu/leader", Waiting, "take-back agree return-agenda cancel-meeting")]
    [InlineData("jiaoyu/deputy", Noticed, "cancel-meeting replies")]
    [InlineData("minzheng/leader", Prepared, "suggest-form")]
    [InlineData("minzheng/leader", Waiting, "")]
    [InlineData("minzheng/liaison", Noticed, "reply-form")]
    [InlineData("convenor", Waiting, "")]
    [InlineData("office-director", Waiting, "take-back cancel-meeting")]
    [InlineData("office-staff", Prepared, "submit-agenda compose cancel-meeting")]
    public async Task Only_what_the_seat_may_do_now_is_offered(string seat, string meeting, string acts) =>
        Assert.Equal(acts, Offered(await At(seat, $"/meetings/{meeting}")));

    [Theory]
    [InlineData("jiaoyu/liaison", Noticed, "begin")]
    [InlineData("minzheng/leader", Noticed, "")]
    [InlineData("jiaoyu/liaison", Ended, "circulate")]
    [InlineData("jiaoyu/leader", Ended, "confirm-minutes take-over")]
    [InlineData("convenor", Ended, "")]
    [InlineData("minzheng/leader", Ended, "correction-form")]
    public async Task In_the_session_too(string seat, string meeting, string acts)
    {
        var page = await At(seat, $"/meetings/{meeting}/session");
        Assert.Equal(acts, string.Join(' ', new[] { "begin", "circulate", "confirm-minutes", "take-over", "correction-form" }.Where(id => page.Document.GetElementById(id) is not null)));
    }

    [Theory]
    [InlineData("jiaoyu/liaison", "Topic Advance Dispatch", "教育局负责同志", "jiaoyu", false)]
    [InlineData("office-staff", "Plenary Topic Liaison Advance Dispatch", "", "", true)]
    public async Task A_unit_proposes_its_own_kinds(string seat, string kinds, string chair, string units, bool choosesHolder)
    {
        var page = await At(seat, "/meetings?do=propose&kind=Advance");
        Assert.Equal(kinds, string.Join(' ', page.Document.QuerySelectorAll("#meeting-kind option").Select(o => o.GetAttribute("value"))));
        Assert.Equal(chair, page.One("#meeting-chair").GetAttribute("value") ?? "");
        Assert.Equal(units.Length == 0 ? 0 : 1, page.Document.QuerySelectorAll("#propose .choices input[checked]").Length);
        Assert.Equal(choosesHolder, page.Document.GetElementById("meeting-holder") is not null);
    }

    [Fact]
    public async Task The_one_page_is_the_units()
    {
        var page = await At("jiaoyu/leader", $"/meetings/{Waiting}");
        Assert.Contains("单位负责同志意见：", page.One("#onepage footer").TextContent, StringComparison.Ordinal);
        Assert.Contains("教育局", page.One("#onepage h2").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("联席会议", page.One("#onepage h2").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_counted_for_whom_it_waits()
    {
        Assert.Equal("1", (await At("jiaoyu/leader", "/home")).One(".nav a[href='/meetings'] .badge").TextContent);
        Assert.Equal("1", (await At("minzheng/leader", "/home")).One(".nav a[href='/meetings'] .badge").TextContent);
        Assert.Empty((await At("convenor", "/home")).Document.QuerySelectorAll(".nav a[href='/meetings'] .badge"));
    }

    [Theory]
    [InlineData("jiaoyu/liaison", Noticed, "notice attendance pack invitation")]
    [InlineData("minzheng/liaison", Noticed, "notice reply invitation")]
    public async Task Papers_are_for_whom_they_are(string seat, string meeting, string files) =>
        Assert.Equal(files, string.Join(' ', (await At(seat, $"/meetings/{meeting}")).Document.QuerySelectorAll("#papers a").Select(a => a.GetAttribute("href")!.Split('/')[^1])));

    [Fact]
    public async Task To_another_unit_it_is_absent()
    {
        var page = await At("gongan/leader", $"/meetings/{Prepared}");
        Assert.Contains("meeting.unknown", page.One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("推进会", page.One("main").TextContent, StringComparison.Ordinal);
    }

    private Task Do(string seat, string path, object? body = null) => NovemberMeetings.Do(Server, seat, path, body);

    private async Task Propose(string id, string startsAt)
    {
        await Do("jiaoyu/liaison", "", new
        {
            id, kind = id.Split('-')[1], title = $"教育局会议{id[^8..]}", startsAt, minutes = 60, place = "教育局二楼", chair = "教育局负责同志", unit = "jiaoyu", units = new[] { "jiaoyu", "minzheng" },
        });
        await Do("jiaoyu/liaison", $"{id}/agenda/add", new { heading = "toDecide", fact = "校园周边整治进度。", proposal = "逐校建账。", owner = "教育局", minutes = 10 });
    }

    private async Task<Page> At(string seat, string path)
    {
        using var visitor = await PageVisitor.In(Server, seat);
        return await visitor.Get(path);
    }

    private static string Offered(Page page) => string.Join(
        ' ', new[] { "submit-agenda", "take-back", "agree", "return-agenda", "notice", "compose", "cancel-meeting", "reply-form", "suggest-form", "replies" }.Where(id => page.Document.GetElementById(id) is not null));
}
