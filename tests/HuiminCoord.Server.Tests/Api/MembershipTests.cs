using System.Text.Json.Nodes;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Api;

/// <summary>成员调整: who sits for a unit, and which units sit there, from the proposal over the agenda to the day from which it holds.</summary>
public sealed class MembershipTests : IAsyncLifetime
{
    private const string Campaign = $"/campaigns/{TestServer.Campaign}", Meeting = "2020年第1次全体会议";

    private static readonly object NewMember = new { holder = "新任同志", title = "副局长", phone = "0471-1234567", reason = "原负责同志工作变动", from = "2020-09-24" };

    private TestServer _server = null!;
    private Visitor _office = null!, _director = null!, _convenor = null!, _jiaoyu = null!, _minzheng = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        (_office, _director, _convenor) = (await Visitor.In(_server, "office-staff"), await Visitor.In(_server, "office-director"), await Visitor.In(_server, "convenor"));
        (_jiaoyu, _minzheng) = (await Visitor.In(_server, "jiaoyu/liaison"), await Visitor.In(_server, "minzheng/deputy"));
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
    public async Task A_unit_proposes_its_member_the_meeting_agrees_and_the_seat_passes_on_on_its_day()
    {
        await _jiaoyu.Do($"{Campaign}/units/jiaoyu/member/propose", NewMember);
        Assert.Equal(["seat.jiaoyu"], await Members(_office));
        Assert.Equal(["seat.jiaoyu"], await Members(_jiaoyu));
        Assert.Empty(await Members(_minzheng));
        Assert.Equal("教育局负责同志", await Leader("2020-09-17"));
        await _server.RunUntil(new(2020, 9, 18), 10);
        Assert.Contains("教育局提出调整联席会议成员", await Inbox(_office, "office"), StringComparison.Ordinal);

        await _office.Do($"{Campaign}/units/jiaoyu/member/decide", new { agreed = true, basis = Meeting });
        Assert.False((bool)(await _office.Do($"{Campaign}/units/jiaoyu/member/decide", new { agreed = true, basis = Meeting }))["changed"]!);
        Assert.Equal("2020-09-24", (string)(await Pending(_jiaoyu))!["agreedFrom"]!);
        Assert.Empty(await Members(_office));
        Assert.Equal("教育局负责同志", await Leader("2020-09-17"));

        await _server.RunUntil(new(2020, 9, 24), 10);
        Assert.Equal("新任同志", await Leader("2020-09-24"));
        Assert.Null(await Pending(_jiaoyu));
        var terms = (await _jiaoyu.Get($"{Campaign}/units/jiaoyu/seats"))["items"]!.AsArray().Where(s => (string)s!["seat"]! == "leader").ToList();
        Assert.Equal(["新任同志 2020-09-24 ", "教育局负责同志 2020-09-17 2020-09-23"], terms.Select(t => $"{t!["holder"]} {t["from"]} {t["until"]}"));
        // Nobody named a liaison: the unit's leader is told.
        using var leader = await Visitor.In(_server, "jiaoyu/leader");
        Assert.Contains("联席会议已同意本单位成员调整", await Inbox(leader, "jiaoyu/leader"), StringComparison.Ordinal);
        var audit = (await _server.Get(TestServer.Path + "/audit?unit=jiaoyu&limit=200"))["items"]!.AsArray();
        Assert.Contains(audit, a => (string)a!["event"]! == "unit.member-agreed");
        Assert.DoesNotContain("0471-1234567", audit.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_agreed_or_withdrawn_it_leaves_the_agenda_and_nothing_has_changed()
    {
        await _jiaoyu.Do($"{Campaign}/units/jiaoyu/member/propose", NewMember);
        Assert.Equal((409, "member.pending"), await Refused(_jiaoyu, $"{Campaign}/units/jiaoyu/member/propose", new { holder = "另一同志", reason = "工作变动" }));
        await _jiaoyu.Do($"{Campaign}/units/jiaoyu/member/withdraw", new { reason = "另行研究" });
        Assert.Empty(await Members(_office));
        Assert.Equal((409, "member.none-pending"), await Refused(_office, $"{Campaign}/units/jiaoyu/member/decide", new { agreed = true, basis = Meeting }));

        await _jiaoyu.Do($"{Campaign}/units/jiaoyu/member/propose", NewMember);
        await _office.Do($"{Campaign}/units/jiaoyu/member/decide", new { agreed = false, basis = Meeting });

        var shown = (await _jiaoyu.Get($"{Campaign}/units/jiaoyu/member"))["item"]!;
        Assert.Equal((null, false, Meeting), (shown["pending"], (bool)shown["answered"]!["agreed"]!, (string)shown["answered"]!["basis"]!));
        Assert.Equal("教育局负责同志", await Leader("2020-09-17"));
    }

    [Fact]
    public async Task Units_propose_for_themselves_only_and_nobody_but_the_office_enters_what_was_decided()
    {
        var here = $"{Campaign}/units/jiaoyu/member";
        Assert.Equal((404, "unit.unknown"), await Refused(_jiaoyu, $"{Campaign}/units/minzheng/member/propose", NewMember));
        Assert.Equal((403, "access.denied"), await Refused(_minzheng, $"{Campaign}/units/minzheng/member/propose", NewMember));
        Assert.Equal((403, "access.denied"), await Refused(_convenor, $"{here}/propose", NewMember));
        await _office.Do($"{here}/propose", NewMember);
        Assert.Equal((403, "access.denied"), await Refused(_jiaoyu, $"{here}/decide", new { agreed = true, basis = Meeting }));
        Assert.Equal((403, "access.denied"), await Refused(_convenor, $"{here}/decide", new { agreed = true, basis = Meeting }));
        Assert.Equal(404, (await _minzheng.Ask(HttpMethod.Get, here)).Status);
        Assert.Equal((403, "access.denied"), await Refused(_jiaoyu, $"{Campaign}/membership/propose", Joins()));
        Assert.Equal((403, "access.denied"), await Refused(_convenor, $"{Campaign}/membership/propose", Joins()));
        await _office.Do($"{Campaign}/membership/propose", Joins());
        Assert.Equal((403, "access.denied"), await Refused(_office, $"{Campaign}/membership/shuiwu/change", new { basis = Meeting }));
        Assert.Equal(403, (await _jiaoyu.Ask(HttpMethod.Get, $"{Campaign}/membership")).Status);
        Assert.Equal("shuiwu", (string)(await _convenor.Get($"{Campaign}/membership"))["item"]!["units"]![0]!["unit"]!);
    }

    [Fact]
    public async Task A_unit_joins_by_what_the_meeting_decided_and_owes_only_what_is_still_to_come()
    {
        await _server.RunUntil(new(2020, 12, 7), 12);
        await _office.Do($"{Campaign}/membership/propose", Joins());
        Assert.Equal(["member.add.shuiwu"], await Members(_minzheng));
        Assert.Equal(11, (await _office.Get($"{Campaign}/units"))["items"]!.AsArray().Count);

        var preview = await _office.Do($"{Campaign}/membership/shuiwu/preview", new { basis = Meeting });
        Assert.True((bool)preview["acceptable"]!, preview.ToJsonString());
        Assert.Contains(preview["differences"]!.AsArray(), d => (string)d!["kind"]! == "unit.joins" && (string)d["subject"]! == "shuiwu");
        var path = $"{TestServer.Path}/membership/shuiwu/change";
        var answer = await _server.Do(path, new { basis = Meeting }, "change-1");
        Assert.True((bool)(await _server.Do(path, new { basis = Meeting }, "change-1"))["replayed"]!);
        Assert.Equal((409, "membership.none-pending"), await Refused(_director, $"{Campaign}/membership/shuiwu/change", new { basis = Meeting }));

        var version = (await _server.GetAfter(TestServer.Path + "/amendments", answer))["items"]!.AsArray()[^1]!;
        Assert.Equal((2, Meeting, "meeting", "增加税务局为成员单位：涉税线索较多"), ((int)version["version"]!, (string)version["basis"]!, (string)version["decidedBy"]!, (string)version["reason"]!));
        var owed = (await _server.Get(TestServer.Path + "/obligations?unit=shuiwu&limit=200"))["items"]!.AsArray().Select(o => (string)o!["duty"]!).ToList();
        Assert.Contains("monthly-2020-12", owed);
        Assert.DoesNotContain(owed, d => d is "monthly-2020-09" or "monthly-2020-11" or "annual-2020");
        Assert.Empty(await Members(_minzheng));
        Assert.Empty((await _office.Get($"{Campaign}/membership"))["item"]!["units"]!.AsArray());
    }

    [Fact]
    public async Task A_unit_leaves_what_it_owed_ends_and_its_history_stays()
    {
        await _server.Do(TestServer.Path + "/units/minzheng/obligations/monthly-2020-09/submit", new { parts = new[] { "summary", "table" } });
        await _server.Do(TestServer.Path + "/units/minzheng/obligations/monthly-2020-09/accept", new { parts = new[] { "summary", "table" } });
        await _server.RunUntil(new(2020, 12, 7), 12);
        await _office.Do($"{Campaign}/membership/propose", new { change = "remove", unit = "minzheng", reason = "机构改革" });
        Assert.Equal(["member.remove.minzheng"], await Members(_minzheng));
        Assert.Empty(await Members(_jiaoyu));

        await _director.Do($"{Campaign}/membership/minzheng/change", new { basis = Meeting });

        Assert.DoesNotContain((await _office.Get($"{Campaign}/units"))["items"]!.AsArray(), u => (string)u!["unit"]! == "minzheng");
        var owed = (await _server.Get(TestServer.Path + "/obligations?unit=minzheng&limit=200"))["items"]!.AsArray().ToDictionary(o => (string)o!["duty"]!, o => (string)o!["stage"]!);
        Assert.Equal(("accepted", "ended"), (owed["monthly-2020-09"], owed["monthly-2020-11"]));
        var audit = (await _server.Get(TestServer.Path + "/audit?unit=minzheng&limit=200"))["items"]!.AsArray().Select(a => (string)a!["event"]!).ToList();
        Assert.Contains("unit.left", audit);
        Assert.Contains("unit.submitted", audit);
    }

    [Fact]
    public async Task What_cannot_be_put_before_the_meeting_is_refused_and_what_was_may_be_given_up()
    {
        Assert.Equal((409, "membership.is-member"), await Refused(_office, $"{Campaign}/membership/propose", Joins("jiaoyu")));
        Assert.Equal((422, "membership.name-taken"), await Refused(_office, $"{Campaign}/membership/propose", new { change = "add", unit = "shuiwu", name = "教育局", reason = "重名" }));
        Assert.Equal((422, "membership.convenes"), await Refused(_office, $"{Campaign}/membership/propose", new { change = "remove", unit = "scjg", reason = "机构改革" }));
        Assert.Equal((404, "unit.unknown"), await Refused(_office, $"{Campaign}/membership/propose", new { change = "remove", unit = "nobody", reason = "机构改革" }));
        Assert.Equal((409, "membership.none-pending"), await Refused(_office, $"{Campaign}/membership/shuiwu/preview", new { basis = Meeting }));
        await _office.Do($"{Campaign}/membership/propose", Joins());
        Assert.Equal((409, "membership.pending"), await Refused(_office, $"{Campaign}/membership/propose", new { change = "add", unit = "shuiwu", name = "税务局", reason = "另一理由" }));
        await _office.Do($"{Campaign}/membership/shuiwu/withdraw", new { reason = "会议未同意" });
        Assert.Empty(await Members(_office));
        Assert.Equal((409, "membership.none-pending"), await Refused(_office, $"{Campaign}/membership/shuiwu/withdraw", new { reason = "会议未同意" }));
    }

    private static object Joins(string unit = "shuiwu") => new { change = "add", unit, name = "税务局", aliases = new[] { "区税务局" }, domains = new[] { "wangluo" }, reason = "涉税线索较多" };

    /// <summary>What the reader finds under 成员调整 in an agenda that is composed now.</summary>
    private async Task<IEnumerable<string>> Members(Visitor who)
    {
        var id = $"plenary-{Guid.NewGuid():N}"[..20];
        await _office.Do($"{Campaign}/meetings", new { id, kind = "plenary", title = "第1次全体会议", startsAt = "2021-03-05T09:00:00+08:00", minutes = 60, place = "三楼会议室", chair = "联席会议召集人" });
        await _office.Do($"{Campaign}/meetings/{id}/agenda/compose");
        var agenda = (await _office.Get($"{Campaign}/meetings/{id}"))["item"]!["agenda"]!;
        if (agenda["items"]!.AsArray().Any(i => (string)i!["heading"]! == "members") && who != _office)
        {
            await _office.Do($"{Campaign}/meetings/{id}/submit");
            await _convenor.Do($"{Campaign}/meetings/{id}/agree");
            await _office.Do($"{Campaign}/meetings/{id}/notice", new { replyBy = "2021-03-04" });
        }

        return (await who.Get($"{Campaign}/meetings/{id}"))["item"]!["agenda"]!["items"]!.AsArray().Where(i => (string)i!["heading"]! == "members").Select(i => (string)i!["item"]!);
    }

    private async Task<string> Leader(string from) =>
        (string)(await _office.Get($"{Campaign}/units/jiaoyu/seats"))["items"]!.AsArray().Single(s => (string)s!["seat"]! == "leader" && (bool)s["current"]! && (string)s["from"]! == from)!["holder"]!;

    private static async Task<JsonNode?> Pending(Visitor who) => (await who.Get($"{Campaign}/units/jiaoyu/member"))["item"]!["pending"];

    private static async Task<string> Inbox(Visitor who, string recipient) =>
        string.Concat((await who.Get($"{Campaign}/inbox/messages?recipient={Uri.EscapeDataString(recipient)}"))["items"]!.AsArray().Select(m => (string)m!["body"]!));

    private static async Task<(int, string?)> Refused(Visitor who, string path, object body)
    {
        var (status, answer) = await who.Post(path, body);
        return (status, (string?)answer["code"]);
    }
}
