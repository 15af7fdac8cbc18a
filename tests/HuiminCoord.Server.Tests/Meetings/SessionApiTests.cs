using System.Text.Json.Nodes;
using HuiminCoord.Server.Tests.Documents;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Meetings;

/// <summary>A meeting that sits, its minutes, and what becomes of what it decided, as the API has them.</summary>
public sealed class SessionApiTests : IAsyncLifetime
{
    private const string Meetings = $"/campaigns/{TestServer.Campaign}/meetings", Inbox = $"/campaigns/{TestServer.Campaign}/inbox/messages", Plenary = $"{Meetings}/plenary-1";

    private TestServer _server = null!;
    private Visitor _office = null!, _director = null!, _convenor = null!, _jiaoyu = null!, _minzheng = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        (_office, _director, _convenor) = (await Visitor.In(_server, "office-staff"), await Visitor.In(_server, "office-director"), await Visitor.In(_server, "convenor"));
        (_jiaoyu, _minzheng) = (await Visitor.In(_server, "jiaoyu/leader"), await Visitor.In(_server, "minzheng/leader"));
        await _office.Do(Meetings, new
        {
            id = "plenary-1", kind = "plenary", title = "第1次全体会议", startsAt = "2020-09-17T20:00:00+08:00", minutes = 60, place = "三楼会议室", chair = "联席会议召集人",
            units = new[] { "scjg", "jiaoyu", "minzheng", "chengguan" },
        });
        await _office.Do($"{Plenary}/agenda/add", new { heading = "toDecide", fact = "停车收费线索由谁立案。", proposal = "", owner = "反不正当竞争股", minutes = 10 });
        await _office.Do($"{Plenary}/agenda/add", new { heading = "toDecide", fact = "养老院食堂检查分工。", proposal = "", owner = "民政局", minutes = 5, units = new[] { "minzheng" } });
        await _office.Do($"{Plenary}/submit");
        await _convenor.Do($"{Plenary}/agree");
        await _office.Do($"{Plenary}/notice", new { replyBy = "2020-09-17" });
        await _office.Do($"{Plenary}/session/begin");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in new[] { _office, _director, _convenor, _jiaoyu, _minzheng })
        {
            visitor.Dispose();
        }

        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_decision_becomes_a_duty_of_its_owner_and_is_followed_until_it_is_done()
    {
        await _office.Do($"{Plenary}/session/attendance", new { units = new object[] { new { unit = "jiaoyu", kind = "present" }, new { unit = "minzheng", kind = "standIn", who = "分管副局长" }, new { unit = "chengguan", kind = "excused" } } });
        await _office.Do($"{Plenary}/session/turn", new { item = "own.1" });
        await _office.Do($"{Plenary}/session/note", new { item = "own.1", text = "与会单位意见一致。" });
        await Decide("印发停车收费联合检查方案。", "chengguan", ["jiaoyu"]);
        await Decide("重复的一项。", "minzheng");
        await _office.Do($"{Plenary}/decisions/drop", new { number = 2, reason = "与第1项重复" });
        await _office.Do($"{Plenary}/session/end");
        await _office.Do($"{Plenary}/minutes/circulate", new { correctBy = "2020-09-18" });
        Assert.Equal("会议纪要征求意见：第1次全体会议", await Newest(_jiaoyu, "jiaoyu/leader"));
        await _jiaoyu.Do($"{Plenary}/minutes/corrections/jiaoyu", new { text = "请写明牵头科室。" });
        Assert.Equal("纪要修改意见：教育局", await Newest(_office, "office"));
        Assert.Equal(["pending"], await Followed(_office));

        await _convenor.Do($"{Plenary}/minutes/confirm");

        var seen = (await _office.Get(Plenary))["item"]!;
        Assert.Equal(("confirmed", 1, "plenary-1-y1"), ((string)seen["stage"]!, (int)seen["record"]!["issue"]!, (string)seen["session"]!["decisions"]![0]!["duty"]!));
        var duty = (await _server.Get($"{TestServer.Path}/units/chengguan/obligations/plenary-1-y1"))["item"]!["obligation"]!;
        Assert.Equal(("decision", "印发停车收费联合检查方案", "2020-09-30"), ((string)duty["kind"]!, (string)duty["title"]!, (string)duty["due"]!));
        Assert.StartsWith("会议纪要第1期：", await Newest(_jiaoyu, "jiaoyu/leader"), StringComparison.Ordinal);
        Assert.Equal(["open"], await Followed(_jiaoyu));
        await _server.Do($"{TestServer.Path}/units/chengguan/obligations/plenary-1-y1/submit", new { parts = Array.Empty<string>(), note = "方案已印发。" });
        Assert.Equal(["submitted"], await Followed(_office));
        await _server.Do($"{TestServer.Path}/units/chengguan/obligations/plenary-1-y1/accept", new { parts = Array.Empty<string>() });
        Assert.Equal(["done"], await Followed(_office));
    }

    [Fact]
    public async Task All_who_sit_in_it_see_the_same_and_others_see_nothing()
    {
        await _office.Do($"{Plenary}/session/turn", new { item = "own.2" });
        await Decide("民政局牵头检查养老院食堂。", "minzheng");

        foreach (var visitor in new[] { _office, _convenor, _jiaoyu, _minzheng })
        {
            var session = (await visitor.Get(Plenary))["item"]!["session"]!;
            Assert.Equal(("own.2", "民政局牵头检查养老院食堂。", 3), ((string)session["current"]!, (string)session["decisions"]![0]!["text"]!, (int)session["revision"]!));
        }

        using var gongan = await Visitor.In(_server, "gongan/leader");
        Assert.Equal(404, (await gongan.Ask(HttpMethod.Get, Plenary)).Item1);
        Assert.Empty(await Followed(gongan));
        Assert.Equal((403, "access.denied"), await _jiaoyu.Refused($"{Plenary}/decisions", new { text = "x", owner = "minzheng", workdays = 3 }));
        Assert.Equal((404, "unit.unknown"), await _jiaoyu.Refused($"{Plenary}/minutes/corrections/minzheng", new { text = "x" }));
    }

    [Fact]
    public async Task The_recorder_is_one_person()
    {
        Assert.Equal((409, "session.recorded-by-other"), await _director.Refused($"{Plenary}/session/turn", new { item = "own.1" }));
        await _director.Do($"{Plenary}/session/take-over");
        await _director.Do($"{Plenary}/session/turn", new { item = "own.1" });
        Assert.Equal((409, "session.recorded-by-other"), await _office.Refused($"{Plenary}/session/end"));
    }

    [Fact]
    public async Task Minutes_are_a_paper_that_members_read_once_it_went_round()
    {
        await _office.Do($"{Plenary}/session/attendance", new { units = new object[] { new { unit = "jiaoyu", kind = "present", who = "局长" }, new { unit = "chengguan", kind = "excused" } } });
        await _office.Do($"{Plenary}/session/note", new { item = "own.1", text = "与会单位意见一致。" });
        await Decide("印发停车收费联合检查方案。", "chengguan", ["jiaoyu"]);
        Assert.Equal((409, "session.not-ended"), await Refused(_office, "papers/minutes"));
        await _office.Do($"{Plenary}/session/end");
        Assert.Equal((409, "minutes.not-circulated"), await Refused(_jiaoyu, "papers/minutes"));
        await _office.Do($"{Plenary}/minutes/circulate", new { correctBy = "2020-09-18" });

        var draft = await Paper(_jiaoyu);
        Assert.Contains("（征求意见稿）", draft, StringComparison.Ordinal);
        Assert.Contains("第（待编）期", draft, StringComparison.Ordinal);
        Assert.Contains("教育局 局长", draft, StringComparison.Ordinal);
        Assert.Contains("责任单位：城市管理综合执法局；配合单位：教育局", draft, StringComparison.Ordinal);
        await _convenor.Do($"{Plenary}/minutes/confirm");
        var final = await Paper(_jiaoyu);
        Assert.Contains("第1期", final, StringComparison.Ordinal);
        Assert.Contains("完成时限：2020年9月30日", final, StringComparison.Ordinal);
        Assert.DoesNotContain("征求意见稿", final, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_leaves_no_room_for_its_decisions_is_refused() =>
        Assert.Equal((400, "id.malformed"), await _office.Refused(Meetings, new { id = new string('p', 37), kind = "topic", title = "会议", startsAt = "2020-09-25T09:00:00+08:00", minutes = 60, place = "三楼", chair = "召集人" }));

    private Task<JsonNode> Decide(string text, string owner, string[]? with = null) => _office.Do($"{Plenary}/decisions", new { text, owner, with, workdays = 10 });

    private static async Task<IEnumerable<string>> Followed(Visitor who) =>
        (await who.Get($"/campaigns/{TestServer.Campaign}/decisions"))["items"]!.AsArray().Select(d => (string)d!["stage"]!);

    private static async Task<(int, string?)> Refused(Visitor who, string path)
    {
        var (status, body) = await who.Ask(HttpMethod.Get, $"{Plenary}/{path}");
        return (status, (string?)body["code"]);
    }

    private static async Task<string> Newest(Visitor who, string recipient) =>
        (string)(await who.Get($"{Inbox}?recipient={Uri.EscapeDataString(recipient)}"))["items"]!.AsArray().MaxBy(m => (long)m!["seq"]!)!["title"]!;

    private static async Task<string> Paper(Visitor who) => string.Concat(PaperReader.Parts(await who.Download($"{Plenary}/papers/minutes")).Select(part => part.Root!.Value));
}
