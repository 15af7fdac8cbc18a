using System.Text;
using System.Text.Json.Nodes;
using HuiminCoord.Server.Tests.Documents;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Meetings;

/// <summary>A meeting on its way, as the office, the convenor and the units have it from the API.</summary>
public sealed class MeetingApiTests : IAsyncLifetime
{
    private const string Meetings = $"/campaigns/{TestServer.Campaign}/meetings", Inbox = $"/campaigns/{TestServer.Campaign}/inbox/messages";

    private TestServer _server = null!;
    private Visitor _office = null!, _convenor = null!, _jiaoyu = null!, _minzheng = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        (_office, _convenor) = (await Visitor.In(_server, "office-staff"), await Visitor.In(_server, "convenor"));
        (_jiaoyu, _minzheng) = (await Visitor.In(_server, "jiaoyu/liaison"), await Visitor.In(_server, "minzheng/leader"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in new[] { _office, _convenor, _jiaoyu, _minzheng })
        {
            visitor.Dispose();
        }

        await _server.DisposeAsync();
    }

    [Fact]
    public async Task From_the_proposal_to_the_answered_notice()
    {
        await Propose("plenary-1");
        await _office.Do($"{Meetings}/plenary-1/agenda/compose");
        await _jiaoyu.Do($"{Meetings}/plenary-1/suggestions/jiaoyu", new { fact = "校园周边流动摊贩管理职责需明确。" });
        await _office.Do($"{Meetings}/plenary-1/submit");
        Assert.Contains("议程送审", await Newest(_convenor, "convenor"), StringComparison.Ordinal);

        await _convenor.Do($"{Meetings}/plenary-1/agree");
        Assert.Contains("议程已同意", await Newest(_office, "office"), StringComparison.Ordinal);
        await _office.Do($"{Meetings}/plenary-1/notice", new { replyBy = "2020-09-23" });

        Assert.Equal("会议通知：第1次全体会议（9月25日 周五 09:00）", await Newest(_jiaoyu, "jiaoyu/liaison"));
        Assert.Equal("会议通知：第1次全体会议（9月25日 周五 09:00）", await Newest(_minzheng, "minzheng/leader"));
        await _jiaoyu.Do($"{Meetings}/plenary-1/replies/jiaoyu", new { kind = "deputy", who = "分管副局长", reason = "外出培训" });

        var seen = (await _office.Get($"{Meetings}/plenary-1"))["item"]!;
        Assert.Equal(("noticed", "已通知", 1, "2020-09-25T10:00:00+08:00"), ((string)seen["stage"]!, (string)seen["stageWords"]!, (int)seen["told"]!, (string)seen["endsAt"]!));
        Assert.Equal(["gate.mobilise", "questions", "own.1"], seen["agenda"]!["items"]!.AsArray().Select(i => (string)i!["item"]!));
        Assert.Equal(11, seen["replies"]!.AsArray().Count);
        Assert.Equal(("deputy", "分管副局长"), ((string)Reply(seen, "jiaoyu")["kind"]!, (string)Reply(seen, "jiaoyu")["who"]!));
        Assert.Null(Reply(seen, "minzheng")["kind"]);
    }

    [Fact]
    public async Task A_unit_sees_its_own_items_and_answers_and_of_the_others_only_the_number()
    {
        await Propose("plenary-1");
        await _jiaoyu.Do($"{Meetings}/plenary-1/suggestions/jiaoyu", new { fact = "校园周边流动摊贩管理职责需明确。" });
        await _minzheng.Do($"{Meetings}/plenary-1/suggestions/minzheng", new { fact = "养老院食堂检查分工需明确。" });
        Assert.Equal("own.1", Assert.Single(await Items(_jiaoyu)));

        await Notice("plenary-1");
        await _minzheng.Do($"{Meetings}/plenary-1/replies/minzheng", new { kind = "coming" });

        var seen = (await _jiaoyu.Get($"{Meetings}/plenary-1"))["item"]!;
        Assert.Equal(["own.1", "own.3"], await Items(_jiaoyu));
        Assert.Equal((1, "需拍板事项"), ((int)seen["agenda"]!["hidden"]![0]!["count"]!, (string)seen["agenda"]!["hidden"]![0]!["headingWords"]!));
        Assert.Equal("jiaoyu", (string)Assert.Single(seen["replies"]!.AsArray())!["unit"]!);
        Assert.Null(seen["warnings"]);
        Assert.DoesNotContain("养老院", seen.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_without_a_unit_is_as_absent_to_it_as_one_that_nobody_proposed()
    {
        await Propose("topic-1", "topic", ["scjg", "minzheng"]);

        Assert.Equal((404, "meeting.unknown"), await Refused(_jiaoyu, $"{Meetings}/topic-1"));
        Assert.Equal((404, "meeting.unknown"), await Refused(_jiaoyu, $"{Meetings}/topic-2"));
        Assert.Equal((404, "meeting.unknown"), await Refused(_jiaoyu, $"{Meetings}/topic-1/invitation"));
        Assert.Empty((await _jiaoyu.Get(Meetings))["items"]!.AsArray());
        Assert.Single((await _minzheng.Get(Meetings))["items"]!.AsArray());
        await Notice("topic-1");
        Assert.Equal(await _jiaoyu.Refused($"{Meetings}/topic-2/replies/jiaoyu", new { kind = "coming" }), await _jiaoyu.Refused($"{Meetings}/topic-1/replies/jiaoyu", new { kind = "coming" }));
        Assert.Equal((404, "unit.unknown"), await _jiaoyu.Refused($"{Meetings}/topic-1/replies/minzheng", new { kind = "coming" }));
    }

    [Fact]
    public async Task What_speaks_against_a_time_is_shown_and_forbids_nothing()
    {
        await _server.Do($"{TestServer.Path}/units/jiaoyu/seats/liaison/name", new { holder = "联络人甲" });
        await _server.Do($"{TestServer.Path}/units/jiaoyu/seats/liaison/absence", new { from = "2020-09-20", until = "2020-09-26" });
        await Propose("plenary-1");
        await Propose("topic-1", "topic", ["jiaoyu"], "2020-09-25T09:30:00+08:00");
        await Propose("topic-2", "topic", ["minzheng"], "2020-09-26T09:00:00+08:00");

        Assert.Equal(["overlap topic-1", "absence jiaoyu/liaison"], await Warnings("plenary-1"));
        Assert.Equal(["restDay "], await Warnings("topic-2"));
        await _office.Do($"{Meetings}/topic-1/cancel", new { reason = "并入全体会议" });
        Assert.Equal(["absence jiaoyu/liaison"], await Warnings("plenary-1"));
    }

    [Fact]
    public async Task The_calendar_entry_follows_the_meeting()
    {
        await Propose("plenary-1");
        Assert.Equal((409, "meeting.not-noticed"), await Refused(_jiaoyu, $"{Meetings}/plenary-1/invitation"));
        await Notice("plenary-1");
        var noticed = await Entry("plenary-1");
        Assert.Contains("UID:plenary-1.huimin-2020@huimincoord.invalid\r\n", noticed, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0\r\n", noticed, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Asia/Shanghai:20200925T090000\r\n", noticed, StringComparison.Ordinal);

        await _office.Do($"{Meetings}/plenary-1/move", new { startsAt = "2020-09-28T15:00:00+08:00", minutes = 45, place = "二楼会议室", replyBy = "2020-09-25", reason = "会议室冲突" });
        var moved = await Entry("plenary-1");
        Assert.Contains("SEQUENCE:1\r\n", moved, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Asia/Shanghai:20200928T150000\r\n", moved, StringComparison.Ordinal);
        Assert.Contains("会议变更", await Newest(_jiaoyu, "jiaoyu/liaison"), StringComparison.Ordinal);

        await _office.Do($"{Meetings}/plenary-1/cancel", new { reason = "并入下次会议" });
        var cancelled = await Entry("plenary-1");
        Assert.Contains("METHOD:CANCEL\r\n", cancelled, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2\r\n", cancelled, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_name_nobody_but_whom_they_are_for()
    {
        await Propose("plenary-1");
        await _office.Do($"{Meetings}/plenary-1/agenda/add", new { heading = "notReported", fact = "民政局8月报未报。", proposal = "", owner = "民政局", minutes = 3, units = new[] { "minzheng" } });
        await Notice("plenary-1");

        var notice = await Paper("papers/notice");
        Assert.Contains("关于召开第1次全体会议的通知", notice, StringComparison.Ordinal);
        Assert.Contains("未报单位（1项）", notice, StringComparison.Ordinal);
        Assert.Contains("推演数据，不作依据", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("民政局8月报", notice, StringComparison.Ordinal);
        Assert.Contains("教育局负责同志", await Paper("papers/attendance"), StringComparison.Ordinal);
        Assert.Contains("教育局", await Paper("papers/reply/jiaoyu"), StringComparison.Ordinal);
        Assert.Equal((403, "access.denied"), await Refused(_jiaoyu, $"{Meetings}/plenary-1/papers/attendance"));
        Assert.Equal((403, "access.denied"), await Refused(_jiaoyu, $"{Meetings}/plenary-1/papers/pack"));
        Assert.Equal(["1-会议通知.docx", "2-签到表.docx", "3-参会回执/区政府办公室.docx"], (await Pack()).Where(n => !n.StartsWith("3-", StringComparison.Ordinal) || n.Contains("区政府", StringComparison.Ordinal)));
        Assert.Equal(2 + TestServer.Plan.Units.Count, (await Pack()).Count);
        Assert.Equal((404, "unit.unknown"), await Refused(_jiaoyu, $"{Meetings}/plenary-1/papers/reply/minzheng"));
    }

    [Fact]
    public async Task An_addendum_is_told_to_everybody_and_read_by_whom_it_concerns()
    {
        await Propose("plenary-1");
        await Notice("plenary-1");
        await _office.Do($"{Meetings}/plenary-1/agenda/add", new { heading = "toDecide", fact = "养老院食堂检查分工。", proposal = "", owner = "民政局", minutes = 5, units = new[] { "minzheng" } });

        Assert.Contains("养老院食堂检查分工", await NewestBody(_minzheng, "minzheng/leader"), StringComparison.Ordinal);
        Assert.EndsWith("增加议题：需拍板事项1项。时间、地点不变。", await NewestBody(_jiaoyu, "jiaoyu/liaison"), StringComparison.Ordinal);
        Assert.Equal((404, "unit.unknown"), await _office.Refused($"{Meetings}/plenary-1/agenda/add", new { heading = "toDecide", fact = "x", proposal = "", owner = "x", minutes = 5, units = new[] { "tiyu" } }));
    }

    [Fact]
    public async Task A_wish_under_one_key_is_carried_out_once()
    {
        var body = new { id = "plenary-1", kind = "plenary", title = "全体会议", startsAt = "2020-09-25T09:00:00+08:00", minutes = 60, place = "三楼", chair = "召集人" };
        var first = await _server.Do($"{TestServer.Path}/meetings", body, "wish-1");
        var second = await _server.Do($"{TestServer.Path}/meetings", body, "wish-1");
        Assert.Equal((true, false, true), ((bool)first["changed"]!, (bool)first["replayed"]!, (bool)second["replayed"]!));
        Assert.Equal((409, "meeting.id-taken"), await _office.Refused(Meetings, new { body.id, body.kind, title = "另一次会议", body.startsAt, body.minutes, body.place, body.chair }));
    }

    private Task<JsonNode> Propose(string id, string kind = "plenary", string[]? units = null, string at = "2020-09-25T09:00:00+08:00") =>
        _office.Do(Meetings, new { id, kind, title = "第1次全体会议", startsAt = at, minutes = 60, place = "三楼会议室", chair = "联席会议召集人", units });

    private async Task<IReadOnlyList<string>> Pack()
    {
        using var bytes = new MemoryStream(await _server.Http.GetByteArrayAsync(new Uri($"{TestServer.Path}/meetings/plenary-1/papers/pack", UriKind.Relative)));
        using var archive = new System.IO.Compression.ZipArchive(bytes);
        return [.. archive.Entries.Select(e => e.FullName)];
    }

    private async Task Notice(string id)
    {
        await _office.Do($"{Meetings}/{id}/agenda/add", new { heading = "toDecide", fact = "停车收费线索由谁立案。", proposal = "", owner = "反不正当竞争股", minutes = 10 });
        await _office.Do($"{Meetings}/{id}/submit");
        await _convenor.Do($"{Meetings}/{id}/agree");
        await _office.Do($"{Meetings}/{id}/notice", new { replyBy = "2020-09-23" });
    }

    private static async Task<(int, string?)> Refused(Visitor who, string path)
    {
        var (status, body) = await who.Ask(HttpMethod.Get, path);
        return (status, (string?)body["code"]);
    }

    private static async Task<IEnumerable<string>> Items(Visitor who) => (await who.Get($"{Meetings}/plenary-1"))["item"]!["agenda"]!["items"]!.AsArray().Select(i => (string)i!["item"]!);

    private async Task<IEnumerable<string>> Warnings(string id) =>
        (await _office.Get($"{Meetings}/{id}"))["item"]!["warnings"]!.AsArray().Select(w => $"{w!["kind"]} {w["subject"]}");

    private static async Task<string> Newest(Visitor who, string recipient) => (string)(await NewestMessage(who, recipient))["title"]!;

    private static async Task<string> NewestBody(Visitor who, string recipient) => (string)(await NewestMessage(who, recipient))["body"]!;

    private static async Task<JsonNode> NewestMessage(Visitor who, string recipient) =>
        (await who.Get($"{Inbox}?recipient={Uri.EscapeDataString(recipient)}"))["items"]!.AsArray().MaxBy(m => (long)m!["seq"]!)!;

    private async Task<string> Paper(string path)
    {
        var parts = PaperReader.Parts(await _server.Http.GetByteArrayAsync(new Uri($"{TestServer.Path}/meetings/plenary-1/{path}", UriKind.Relative)));
        return string.Concat(parts.Select(part => part.Root!.Value));
    }

    private static JsonNode Reply(JsonNode meeting, string unit) => meeting["replies"]!.AsArray().Single(r => (string)r!["unit"]! == unit)!;

    private async Task<string> Entry(string id) => Encoding.UTF8.GetString(await _server.Http.GetByteArrayAsync(new Uri($"{TestServer.Path}/meetings/{id}/invitation", UriKind.Relative)));
}
