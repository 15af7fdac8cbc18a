using System.Text.Json.Nodes;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Meetings;

/// <summary>What the meeting rules of its members takes effect with the minutes, by nobody's hand.</summary>
public sealed class RulingApiTests : IAsyncLifetime
{
    private const string Campaign = $"/campaigns/{TestServer.Campaign}", Meeting = $"{Campaign}/meetings/ruling";

    private TestServer _server = null!;
    private Visitor _office = null!, _convenor = null!, _jiaoyu = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        (_office, _convenor, _jiaoyu) = (await Visitor.In(_server, "office-staff"), await Visitor.In(_server, "convenor"), await Visitor.In(_server, "jiaoyu/leader"));
        await _jiaoyu.Do($"{Campaign}/units/jiaoyu/member/propose", new { holder = "新任同志", title = "副局长", reason = "原负责同志工作变动" });
        await Wish("add", "shuiwu");
        await Wish("remove", "minzheng");
        await _office.Do($"{Campaign}/meetings", new
        {
            id = "ruling", kind = "plenary", title = "第1次全体会议", startsAt = "2020-09-17T20:00:00+08:00", minutes = 60, place = "三楼会议室", chair = "联席会议召集人",
            units = new[] { "scjg", "jiaoyu", "minzheng", "chengguan" },
        });
        await _office.Do($"{Meeting}/agenda/compose");
        await _office.Do($"{Meeting}/submit");
        await _convenor.Do($"{Meeting}/agree");
        await _office.Do($"{Meeting}/notice", new { replyBy = "2020-09-17" });
        await _office.Do($"{Meeting}/session/begin");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in new[] { _office, _convenor, _jiaoyu })
        {
            visitor.Dispose();
        }

        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_seat_passes_on_and_units_join_and_leave_with_the_confirmed_minutes()
    {
        await Rule(new { item = "seat.jiaoyu", agreed = true, from = "2020-09-24" });
        await Rule(new { item = "member.add.shuiwu", agreed = true });
        await Rule(new { item = "member.remove.minzheng", agreed = true });
        await Confirmed();

        Assert.Equal(["member.add.shuiwu:true:", "member.remove.minzheng:true:", "seat.jiaoyu:true:"], await Rulings(_office));
        var versions = (await _server.Get(TestServer.Path + "/amendments"))["items"]!.AsArray();
        Assert.Equal(["2:第1次全体会议", "3:第1次全体会议"], versions.TakeLast(2).Select(v => $"{v!["version"]}:{v["basis"]}"));
        var units = (await _office.Get($"{Campaign}/units"))["items"]!.AsArray().Select(u => (string)u!["unit"]!).ToList();
        Assert.Contains("shuiwu", units);
        Assert.DoesNotContain("minzheng", units);
        await _server.RunUntil(new(2020, 9, 24), 10);
        var terms = (await _jiaoyu.Get($"{Campaign}/units/jiaoyu/seats"))["items"]!.AsArray().Where(s => (string)s!["seat"]! == "leader").Select(s => $"{s!["holder"]} {s["from"]}");
        Assert.Contains("新任同志 2020-09-24", terms);
        Assert.Equal("第1次全体会议", (string)(await _jiaoyu.Get($"{Campaign}/units/jiaoyu/member"))["item"]!["answered"]!["basis"]!);
    }

    [Fact]
    public async Task Not_agreed_it_is_off_the_agenda_and_what_was_carried_out_otherwise_says_why()
    {
        await Rule(new { item = "seat.jiaoyu", agreed = true });
        await Rule(new { item = "member.add.shuiwu", agreed = false });
        await _jiaoyu.Do($"{Campaign}/units/jiaoyu/member/withdraw", new { reason = "另行研究" });
        await Confirmed();

        Assert.Equal(["member.add.shuiwu:true:", "seat.jiaoyu:true:member.none-pending"], await Rulings(_office));
        var waiting = (await _office.Get($"{Campaign}/membership"))["item"]!["units"]!.AsArray().Select(u => (string)u!["unit"]!);
        Assert.Equal(["minzheng"], waiting);
    }

    [Fact]
    public async Task What_waits_by_then_and_is_not_what_was_ruled_on_is_not_carried_out()
    {
        await Rule(new { item = "seat.jiaoyu", agreed = true });
        await Rule(new { item = "member.add.shuiwu", agreed = true });
        await _jiaoyu.Do($"{Campaign}/units/jiaoyu/member/withdraw", new { reason = "另行研究" });
        await _jiaoyu.Do($"{Campaign}/units/jiaoyu/member/propose", new { holder = "另一同志", reason = "工作变动" });
        await _office.Do($"{Campaign}/membership/shuiwu/withdraw", new { reason = "另行研究" });
        await _office.Do($"{Campaign}/membership/propose", new { change = "add", unit = "shuiwu", name = "税务局", domains = new[] { "wangluo" }, reason = "工作需要" });
        await Confirmed();

        Assert.Equal(["member.add.shuiwu:true:member.changed-since", "seat.jiaoyu:true:member.changed-since"], await Rulings(_office));
        Assert.Equal("另一同志", (string)(await _jiaoyu.Get($"{Campaign}/units/jiaoyu/member"))["item"]!["pending"]!["holder"]!);
        Assert.DoesNotContain((await _office.Get($"{Campaign}/units"))["items"]!.AsArray(), u => (string)u!["unit"]! == "shuiwu");
    }

    [Fact]
    public async Task Only_the_recorder_rules_and_only_of_members()
    {
        Assert.Equal((403, "access.denied"), await _jiaoyu.Refused($"{Meeting}/session/ruling", new { item = "seat.jiaoyu", agreed = true }));
        Assert.Equal((403, "access.denied"), await _convenor.Refused($"{Meeting}/session/ruling", new { item = "seat.jiaoyu", agreed = true }));
        using var director = await Visitor.In(_server, "office-director");
        Assert.Equal((409, "session.recorded-by-other"), await director.Refused($"{Meeting}/session/ruling", new { item = "seat.jiaoyu", agreed = true }));
        Assert.Equal((422, "session.not-about-members"), await _office.Refused($"{Meeting}/session/ruling", new { item = "questions", agreed = true }));
        Assert.Equal((422, "session.day-not-asked"), await _office.Refused($"{Meeting}/session/ruling", new { item = "member.add.shuiwu", agreed = true, from = "2020-09-24" }));
        Assert.Empty(await Rulings(_office));
    }

    private Task<JsonNode> Wish(string change, string unit) => _office.Do($"{Campaign}/membership/propose", new { change, unit, name = change == "add" ? "税务局" : null, reason = "工作需要" });

    private Task<JsonNode> Rule(object ruling) => _office.Do($"{Meeting}/session/ruling", ruling);

    private async Task Confirmed()
    {
        await _office.Do($"{Meeting}/session/end");
        await _office.Do($"{Meeting}/minutes/circulate", new { correctBy = "2020-09-18" });
        await _convenor.Do($"{Meeting}/minutes/confirm");
    }

    private static async Task<IEnumerable<string>> Rulings(Visitor who) =>
        (await who.Get(Meeting))["item"]!["session"]!["rulings"]!.AsArray().Select(r => $"{r!["item"]}:{r["carried"]}:{r["refused"]}");
}
