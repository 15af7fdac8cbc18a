using System.Text.Json.Nodes;
using HuiminCoord.Server.Tests.Documents;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Meetings;

/// <summary>A unit's own 推进会 as the API has it: its seats run it, its leader agrees and confirms, others see what they may.</summary>
public sealed class UnitMeetingApiTests : IAsyncLifetime
{
    private const string Campaign = $"/campaigns/{TestServer.Campaign}", Meetings = $"{Campaign}/meetings", Id = "jiaoyu-advance-1", Own = $"{Meetings}/{Id}";

    private TestServer _server = null!;
    private Visitor _office = null!, _director = null!, _convenor = null!, _liaison = null!, _leader = null!, _minzheng = null!, _gongan = null!;

    private Visitor[] All => [_office, _director, _convenor, _liaison, _leader, _minzheng, _gongan];

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        (_office, _director, _convenor) = (await Visitor.In(_server, "office-staff"), await Visitor.In(_server, "office-director"), await Visitor.In(_server, "convenor"));
        (_liaison, _leader) = (await Visitor.In(_server, "jiaoyu/liaison"), await Visitor.In(_server, "jiaoyu/leader"));
        (_minzheng, _gongan) = (await Visitor.In(_server, "minzheng/leader"), await Visitor.In(_server, "gongan/leader"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in All)
        {
            visitor.Dispose();
        }

        await _server.DisposeAsync();
    }

    [Fact]
    public async Task From_the_proposal_to_confirmed_minutes()
    {
        await Propose();
        await _liaison.Do($"{Own}/agenda/compose");
        await _liaison.Do($"{Own}/agenda/add", new { heading = "toDecide", fact = "校园周边整治进度。", proposal = "逐校建账。", owner = "教育局", minutes = 10 });
        await _minzheng.Do($"{Own}/suggestions/minzheng", new { fact = "养老院与学校相邻路段巡查。" });
        await _liaison.Do($"{Own}/agenda/order", new { revision = await Revision(), items = new[] { "own.2", "own.1" } });
        await _liaison.Do($"{Own}/submit");
        Assert.Equal("议程送审：教育局2020年第1次推进会（9月17日 周四 20:00）", await Newest(_leader, "jiaoyu/leader"));
        await _leader.Do($"{Own}/return", new { remark = "补充台账。" });
        Assert.Equal("议程退回修改：教育局2020年第1次推进会", await Newest(_liaison, "jiaoyu/liaison"));
        await _liaison.Do($"{Own}/agenda/change", new { revision = await Revision(), item = "own.1", proposal = "逐校建账，月底销号。", owner = "教育局", minutes = 10 });
        await _liaison.Do($"{Own}/submit");
        await _leader.Do($"{Own}/agree");
        await _liaison.Do($"{Own}/notice", new { replyBy = "2020-09-17" });
        await _minzheng.Do($"{Own}/replies/minzheng", new { kind = "coming" });

        await _liaison.Do($"{Own}/session/begin");
        await _liaison.Do($"{Own}/session/attendance", new { units = new object[] { new { unit = "jiaoyu", kind = "present" }, new { unit = "minzheng", kind = "present" } } });
        await _liaison.Do($"{Own}/session/turn", new { item = "own.1" });
        await _liaison.Do($"{Own}/session/note", new { item = "own.1", text = "台账由基础教育股汇总。" });
        Assert.Equal((422, "decision.owner-not-holder"), await _liaison.Refused($"{Own}/decisions", new { text = "民政局巡查相邻路段。", owner = "minzheng", workdays = 10 }));
        await _liaison.Do($"{Own}/decisions", new { text = "逐校建立台账。", owner = "jiaoyu", with = new[] { "minzheng" }, workdays = 10, item = "own.1" });
        await _liaison.Do($"{Own}/session/end");
        await _liaison.Do($"{Own}/minutes/circulate", new { correctBy = "2020-09-18" });
        Assert.StartsWith("会议纪要待确认", (await Titles(_leader, "jiaoyu/leader"))[^1], StringComparison.Ordinal);
        await _minzheng.Do($"{Own}/minutes/corrections/minzheng", new { text = "请写明路段。" });
        Assert.Equal("纪要修改意见：民政局", await Newest(_liaison, "jiaoyu/liaison"));
        await _leader.Do($"{Own}/minutes/confirm");

        var seen = (await _liaison.Get(Own))["item"]!;
        Assert.Equal(("confirmed", "jiaoyu", 1, "jiaoyu-advance-1-y1"), ((string)seen["stage"]!, (string)seen["unit"]!, (int)seen["record"]!["issue"]!, (string)seen["session"]!["decisions"]![0]!["duty"]!));
        Assert.Equal("decision", (string)(await _server.Get($"{TestServer.Path}/units/jiaoyu/obligations/{Id}-y1"))["item"]!["obligation"]!["kind"]!);
        var paper = string.Concat(PaperReader.Parts(await _minzheng.Download($"{Own}/papers/minutes")).Select(part => part.Root!.Value));
        Assert.Contains("回民区教育局会议纪要", paper, StringComparison.Ordinal);
        Assert.Contains("责任单位：教育局；配合单位：民政局", paper, StringComparison.Ordinal);
        Assert.Equal([Id], (await _convenor.Get($"{Campaign}/decisions"))["items"]!.AsArray().Select(d => (string)d!["meeting"]!));
        Assert.DoesNotContain(await Titles(_office, "office"), IsOfIt);
        Assert.DoesNotContain(await Titles(_convenor, "convenor"), IsOfIt);
    }

    [Fact]
    public async Task Whoever_does_not_hold_it_does_not_run_it()
    {
        await Propose();
        await _liaison.Do($"{Own}/agenda/add", new { heading = "toDecide", fact = "校园周边整治进度。", proposal = "", owner = "教育局", minutes = 10 });

        foreach (var (path, body) in Acts())
        {
            var absent = await _gongan.Post($"{Meetings}/jiaoyu-advance-2/{path}", body);
            var hidden = await _gongan.Post($"{Own}/{path}", body);
            Assert.Equal((404, "meeting.unknown"), (hidden.Status, (string?)hidden.Body["code"]));
            Assert.Equal(Plain(absent.Body), Plain(hidden.Body));
            Assert.Equal((403, "access.denied"), await _minzheng.Refused($"{Own}/{path}", body));
        }

        Assert.Equal((403, "access.denied"), await _liaison.Refused($"{Own}/agree"));
        await _liaison.Do($"{Own}/submit");
        foreach (var visitor in new[] { _director, _convenor })
        {
            Assert.Equal((403, "meeting.consent-of-leader"), await visitor.Refused($"{Own}/agree"));
            Assert.Equal((403, "meeting.consent-of-leader"), await visitor.Refused($"{Own}/return", new { remark = "再改" }));
        }

        Assert.Equal((403, "meeting.consent-of-leader"), await _convenor.Refused($"{Own}/minutes/confirm"));
        Assert.Equal((403, "access.denied"), await _office.Refused($"{Own}/agree"));
        Assert.Equal("submitted", (string)(await _office.Get(Own))["item"]!["stage"]!);
    }

    [Fact]
    public async Task A_meeting_of_the_office_is_not_a_units_to_run()
    {
        await _office.Do(Meetings, new { id = "topic-1", kind = "topic", title = "专题会议", startsAt = "2020-09-25T09:00:00+08:00", minutes = 60, place = "三楼会议室", chair = "联席会议召集人", units = new[] { "scjg", "minzheng" } });
        foreach (var (path, body) in Acts())
        {
            Assert.Equal((404, "meeting.unknown"), await _gongan.Refused($"{Meetings}/topic-1/{path}", body));
            Assert.Equal((403, "access.denied"), await _minzheng.Refused($"{Meetings}/topic-1/{path}", body));
        }

        Assert.Equal("proposed", (string)(await _office.Get($"{Meetings}/topic-1"))["item"]!["stage"]!);
    }

    [Fact]
    public async Task What_a_unit_proposes_is_its_own_under_an_id_of_its_own()
    {
        Assert.Equal((403, "meeting.kind-of-office"), await Refused(_liaison, Id, "plenary", null));
        Assert.Equal((422, "meeting.holder-malformed"), await Refused(_liaison, Id, "advance", null));
        Assert.Equal((404, "unit.unknown"), await Refused(_liaison, Id, "advance", "minzheng"));
        Assert.Equal((422, "meeting.holder-missing"), await Refused(_liaison, Id, "dispatch", "jiaoyu", "minzheng"));
        await _office.Do(Meetings, new { id = "topic-1", kind = "topic", title = "专题会议", startsAt = "2020-09-25T09:00:00+08:00", minutes = 60, place = "三楼会议室", chair = "联席会议召集人" });
        Assert.Equal((422, "meeting.id-not-own"), await Refused(_liaison, "topic-1", "advance", "jiaoyu"));
        Assert.Equal((422, "meeting.id-not-own"), await Refused(_liaison, "topic-2", "advance", "jiaoyu"));
        await _liaison.Do(Meetings, new { id = "jiaoyu-d", kind = "dispatch", title = "调度会", startsAt = "2020-09-25T09:00:00+08:00", minutes = 60, place = "二楼", chair = "教育局负责同志", unit = "jiaoyu" });
        Assert.Equal(["jiaoyu"], (await _liaison.Get($"{Meetings}/jiaoyu-d"))["item"]!["units"]!.AsArray().Select(u => (string)u!));
    }

    [Fact]
    public async Task The_holder_sees_all_of_it_and_who_is_invited_what_concerns_it()
    {
        await Propose();
        await _office.Do(Meetings, new { id = "topic-1", kind = "topic", title = "专题会议", startsAt = "2020-09-17T20:30:00+08:00", minutes = 60, place = "三楼会议室", chair = "联席会议召集人", units = new[] { "scjg", "minzheng" } });
        await _liaison.Do($"{Own}/agenda/add", new { heading = "toDecide", fact = "本局人员安排。", proposal = "", owner = "教育局", minutes = 10, units = new[] { "jiaoyu" } });
        await _liaison.Do($"{Own}/agenda/add", new { heading = "toDecide", fact = "撤下的一项。", proposal = "", owner = "教育局", minutes = 10 });
        await _liaison.Do($"{Own}/agenda/remove", new { revision = await Revision(), item = "own.2", reason = "会前已办" });
        await _liaison.Do($"{Own}/submit");
        await _leader.Do($"{Own}/agree");
        await _liaison.Do($"{Own}/notice", new { replyBy = "2020-09-17" });

        var (whole, part) = ((await _liaison.Get(Own))["item"]!, (await _minzheng.Get(Own))["item"]!);
        Assert.Equal(["own.1", "own.2"], whole["agenda"]!["items"]!.AsArray().Select(i => (string)i!["item"]!));
        Assert.Equal(["minzheng"], whole["replies"]!.AsArray().Select(r => (string)r!["unit"]!));
        // It does not sit in the topic meeting of that evening, and learns nothing of it.
        Assert.Empty(whole["warnings"]!.AsArray());
        Assert.Equal("topic-1", (string)Assert.Single((await _office.Get(Own))["item"]!["warnings"]!.AsArray())!["subject"]!);
        Assert.Empty(part["agenda"]!["items"]!.AsArray());
        Assert.Null(part["warnings"]);
        Assert.Equal(404, (await _gongan.Ask(HttpMethod.Get, Own)).Status);
    }

    [Fact]
    public async Task Its_papers_are_its_own_and_name_nobody_elses_people()
    {
        await _server.Do($"{TestServer.Path}/units/minzheng/seats/liaison/name", new { holder = "联络人乙", phone = "0471-1111111" });
        await Propose();
        await _liaison.Do($"{Own}/agenda/add", new { heading = "toDecide", fact = "校园周边整治进度。", proposal = "", owner = "教育局", minutes = 10 });
        await _liaison.Do($"{Own}/submit");
        await _leader.Do($"{Own}/agree");

        var sheet = string.Concat(PaperReader.Parts(await _liaison.Download($"{Own}/papers/attendance")).Select(part => part.Root!.Value));
        Assert.Contains("民政局", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("0471", sheet, StringComparison.Ordinal);
        Assert.NotEmpty(await _liaison.Download($"{Own}/papers/pack"));
        var notice = string.Concat(PaperReader.Parts(await _liaison.Download($"{Own}/papers/notice")).Select(part => part.Root!.Value));
        Assert.Contains("回民区教育局", notice, StringComparison.Ordinal);
        foreach (var paper in new[] { "attendance", "pack" })
        {
            var (status, body) = await _minzheng.Ask(HttpMethod.Get, $"{Own}/papers/{paper}");
            Assert.Equal((403, "access.denied"), (status, (string?)body["code"]));
            Assert.Equal(404, (await _gongan.Ask(HttpMethod.Get, $"{Own}/papers/{paper}")).Status);
        }
    }

    private static IEnumerable<(string Path, object? Body)> Acts() =>
    [
        ("arrange", new { title = "改", startsAt = "2020-09-25T09:00:00+08:00", minutes = 60, place = "二楼", chair = "局长" }), ("agenda/compose", null),
        ("agenda/add", new { heading = "toDecide", fact = "一项", proposal = "", owner = "x", minutes = 5 }), ("agenda/change", new { revision = 1, item = "own.1", proposal = "", owner = "x", minutes = 5 }),
        ("agenda/remove", new { revision = 1, item = "own.1", reason = "x" }), ("agenda/restore", new { revision = 1, item = "own.1" }), ("agenda/order", new { revision = 1, items = new[] { "own.1" } }),
        ("submit", null), ("take-back", null), ("agree", null), ("return", new { remark = "x" }), ("notice", new { replyBy = "2020-09-17" }), ("cancel", new { reason = "x" }),
        ("move", new { startsAt = "2020-09-26T09:00:00+08:00", minutes = 60, place = "二楼", replyBy = "2020-09-17", reason = "x" }), ("session/begin", null), ("session/take-over", null), ("session/end", null),
        ("session/turn", new { item = "own.1" }), ("session/note", new { item = "own.1", text = "x" }), ("session/attendance", new { units = new[] { new { unit = "jiaoyu", kind = "present" } } }),
        ("decisions", new { text = "x", owner = "jiaoyu", workdays = 3 }), ("decisions/change", new { number = 1, text = "x", owner = "jiaoyu", workdays = 3 }), ("decisions/drop", new { number = 1, reason = "x" }),
        ("minutes/circulate", new { correctBy = "2020-09-18" }), ("minutes/confirm", null),
    ];

    private Task<JsonNode> Propose() => _liaison.Do(Meetings, new
    {
        id = Id, kind = "advance", title = "教育局2020年第1次推进会", startsAt = "2020-09-17T20:00:00+08:00", minutes = 60, place = "教育局二楼会议室", chair = "教育局负责同志", unit = "jiaoyu", units = new[] { "jiaoyu", "minzheng" },
    });

    private static Task<(int, string?)> Refused(Visitor who, string id, string kind, string? unit, params string[] units) => who.Refused(
        Meetings, new { id, kind, title = "会议", startsAt = "2020-09-25T09:00:00+08:00", minutes = 60, place = "二楼", chair = "局长", unit, units = units.Length == 0 ? null : units });

    private async Task<int> Revision() => (int)(await _liaison.Get(Own))["item"]!["agenda"]!["revision"]!;

    private static bool IsOfIt(string title) => title.Contains("推进会", StringComparison.Ordinal);

    private static async Task<string> Newest(Visitor who, string recipient) => (await Titles(who, recipient))[^1];

    private static async Task<List<string>> Titles(Visitor who, string recipient) =>
        [.. (await who.Get($"{Campaign}/inbox/messages?recipient={Uri.EscapeDataString(recipient)}"))["items"]!.AsArray().OrderBy(m => (long)m!["seq"]!).Select(m => (string)m!["title"]!)];

    private static string Plain(JsonNode body)
    {
        body.AsObject().Remove("instance");
        return body.ToJsonString();
    }
}
