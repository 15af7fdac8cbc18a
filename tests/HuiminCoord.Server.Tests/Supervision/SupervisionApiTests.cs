using System.Text.Json.Nodes;
using HuiminCoord.Server.Tests.Documents;
using HuiminCoord.Server.Tests.Files;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Supervision;

/// <summary>A supervision group from the office's order to problems that are struck off, as the API has it.</summary>
public sealed class SupervisionApiTests : IAsyncLifetime
{
    private const string Campaign = $"/campaigns/{TestServer.Campaign}", Group = $"{Campaign}/supervision/du-2", Inbox = $"{Campaign}/inbox/messages", Duty = $"{Campaign}/units/jiaoyu/obligations/du-2-01";

    private TestServer _server = null!;
    private Visitor _office = null!, _group = null!, _jiaoyu = null!, _nongmu = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        (_office, _group, _jiaoyu, _nongmu) = (await Visitor.In(_server, "office-staff"), await Visitor.In(_server, "group"), await Visitor.In(_server, "jiaoyu/liaison"), await Visitor.In(_server, "nongmu/liaison"));
        await _office.Do($"{Group}/mandate", Mandate("jiaoyu", "minzheng"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in new[] { _office, _group, _jiaoyu, _nongmu })
        {
            visitor.Dispose();
        }

        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_visit_finds_a_problem_the_unit_mends_it_and_the_group_strikes_it_off()
    {
        Assert.Equal("督导任务：第2督导组（校园食品安全）", await Newest(_group, "group"));
        await _group.Do($"{Group}/visits/canteen", Visit());
        await _group.Do($"{Group}/problems", Problem("2所学校食堂未接入管控平台") with { Visit = "canteen" });

        var owed = (await _jiaoyu.Get(Duty))["item"]!["obligation"]!;
        Assert.Equal(("督2-01 2所学校食堂未接入管控平台", "2020-09-30", "other"), ((string)owed["title"]!, (string)owed["due"]!, (string)owed["kind"]!));
        Assert.Equal("整改中", await Light());
        Assert.Equal((409, "problem.not-handed-in"), await _group.Refused($"{Group}/problems/1/strike-off", new { word = "已改" }));

        await _jiaoyu.Do($"{Duty}/submit", new { parts = Array.Empty<string>(), note = "2所学校均已接入。" });
        Assert.Equal("待复查", await Light());
        await _group.Do($"{Group}/problems/1/send-back", new { word = "1所尚未接入。" });
        // Sent back before its date it keeps that date.
        Assert.Equal("2020-09-30", (string)(await _group.Get(Group))["item"]!["found"]![0]!["due"]!);
        Assert.Equal(("整改中", "returned"), (await Light(), (string)(await _jiaoyu.Get(Duty))["item"]!["obligation"]!["stage"]!));
        await _jiaoyu.Do($"{Duty}/submit", new { parts = Array.Empty<string>(), note = "另1所已接入。" });
        await _group.Do($"{Group}/problems/1/strike-off", new { word = "现场复查，均已接入。" });

        Assert.Equal(("已销号", "accepted"), (await Light(), (string)(await _jiaoyu.Get(Duty))["item"]!["obligation"]!["stage"]!));
        Assert.Equal((409, "problem.struck-off"), await _group.Refused($"{Group}/problems/1/send-back", new { word = "又坏了" }));
        var group = (await _office.Get(Group))["item"]!;
        Assert.Equal((1, 1, 0, 2), ((int)group["visits"]!, (int)group["problems"]!, (int)group["open"]!, (int)group["found"]![0]!["checks"]!));
    }

    [Fact]
    public async Task Neither_unit_nor_office_settles_a_problem()
    {
        await _group.Do($"{Group}/problems", Problem("食堂留样不全"));
        await _office.Do($"{Duty}/move-due", new { due = "2020-10-15", reason = "设备采购需要时间" });
        Assert.Equal("2020-10-15", (string)(await _group.Get(Group))["item"]!["found"]![0]!["due"]!);
        await _jiaoyu.Do($"{Duty}/submit", new { parts = Array.Empty<string>(), note = "已补齐。" });

        Assert.Empty((await _office.Get($"{Campaign}/office"))["item"]!["awaitingReview"]!.AsArray());
        Assert.Equal((409, "obligation.supervised"), await _office.Refused($"{Duty}/accept", new { parts = Array.Empty<string>() }));
        Assert.Equal((409, "obligation.supervised"), await _office.Refused($"{Duty}/return", new { part = "all", remarks = new[] { new { place = "全文", text = "请补充" } } }));
        Assert.Equal((409, "obligation.supervised"), await _office.Refused($"{Duty}/begin-review", new { parts = Array.Empty<string>() }));
        Assert.Equal((409, "obligation.supervised"), await _office.Refused($"{Duty}/waive", new { reason = "不必再报" }));
        foreach (var visitor in new[] { _office, _jiaoyu })
        {
            Assert.Equal((403, "access.denied"), await visitor.Refused($"{Group}/problems/1/strike-off", new { word = "已改" }));
            Assert.Equal((403, "access.denied"), await visitor.Refused($"{Group}/problems", Problem("别的问题")));
        }

        Assert.Equal((403, "access.denied"), await _group.Refused($"{Group}/mandate", Mandate("nongmu")));
    }

    [Fact]
    public async Task A_unit_sees_its_own_problems_and_a_stranger_nothing()
    {
        await _group.Do($"{Group}/problems", Problem("食堂留样不全"));

        Assert.Equal("督2-01", (string)Assert.Single(await Problems(_jiaoyu))!["name"]!);
        Assert.Empty(await Problems(_nongmu));
        Assert.Equal(404, (await _nongmu.Ask(HttpMethod.Get, Duty)).Status);
        Assert.Equal(404, (await _nongmu.Post($"{Duty}/submit", new { parts = Array.Empty<string>(), note = "x" })).Status);
        foreach (var path in new[] { Group, $"{Group}/report", $"{Campaign}/supervision" })
        {
            Assert.Equal(403, (await _jiaoyu.Ask(HttpMethod.Get, path)).Status);
        }

        Assert.Equal(404, (await _group.Ask(HttpMethod.Get, $"{Campaign}/supervision/du-3")).Status);
    }

    [Fact]
    public async Task Photographs_are_the_group_s_to_add_and_no_unit_s_to_open()
    {
        var hash = await new FileDesk(_server, "group").Uploaded("现场记录.pdf", Evidence.Pdf("现场"));
        Assert.Equal((404, "visit.unknown"), await _group.Refused($"{Group}/visits/canteen/files", new { files = new[] { new { hash } } }));
        await _group.Do($"{Group}/visits/canteen", Visit());
        await _group.Do($"{Group}/visits/canteen/files", new { files = new[] { new { hash } } });

        Assert.Equal("现场记录.pdf", (string)(await _office.Get(Group))["item"]!["visited"]![0]!["files"]![0]!["name"]!);
        Assert.Null(await new FileDesk(_server, "office-staff").Opens(hash));
        Assert.Equal("file.unknown", await new FileDesk(_server, "jiaoyu/liaison").Opens(hash));
        Assert.Equal((404, "file.unknown"), await _group.Refused($"{Group}/visits/canteen/files", new { files = new[] { new { hash = new string('0', 64) } } }));
    }

    [Fact]
    public async Task The_report_is_a_paper_and_the_office_hears_of_it()
    {
        Assert.Equal((409, "supervision.nothing-to-report"), await _group.Refused($"{Group}/report/hand-over"));
        await _group.Do($"{Group}/visits/canteen", Visit());
        await _group.Do($"{Group}/visits/later", Visit() with { Day = "2020-10-20", Achievements = "不应出现。" });
        await _group.Do($"{Group}/problems", Problem("食堂留样不全"));
        await _group.Do($"{Group}/report/hand-over");

        Assert.Equal("督导报告：第2督导组（问题1个，未销号1个）", await Newest(_office, "office"));
        var text = string.Concat(PaperReader.Parts(await _office.Download($"{Group}/report")).Select(part => part.Root!.Value));
        foreach (var said in new[] { "关于校园食品安全的督导报告", "食堂台账齐全。", "明厨亮灶全覆盖。", "督2-01", "食堂留样不全", "2020年9月30日", "整改中", "第2督导组" })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("不应出现", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_past_its_date_is_spoken_of_in_the_next_meeting_once()
    {
        await _group.Do($"{Group}/problems", Problem("食堂留样不全"));
        await _group.Do($"{Group}/problems", Problem("2所学校食堂未接入管控平台"));
        await _server.RunUntil(new(2020, 10, 12), 8);
        await _office.Do($"{Campaign}/meetings", new { id = "topic-1", kind = "topic", title = "专题会议", startsAt = "2020-10-20T09:00:00+08:00", minutes = 60, place = "三楼会议室", chair = "召集人" });
        await _office.Do($"{Campaign}/meetings/topic-1/agenda/compose");

        var items = (await _office.Get($"{Campaign}/meetings/topic-1"))["item"]!["agenda"]!["items"]!.AsArray();
        var item = Assert.Single(items, i => (string)i!["item"]! == "problems.jiaoyu")!;
        Assert.Equal(["problem/du-2/1", "problem/du-2/2"], item["rows"]!.AsArray().Select(r => (string)r!));
        Assert.DoesNotContain(items, i => i!["rows"]!.AsArray().Any(r => ((string)r!).Contains("du-2-0", StringComparison.Ordinal)));
        Assert.Equal("逾期未改", await Light());
    }

    [Fact]
    public async Task What_is_wrong_is_refused_with_a_code()
    {
        Assert.Equal((422, "supervision.group-malformed"), await _office.Refused($"{Campaign}/supervision/second/mandate", Mandate("jiaoyu")));
        Assert.Equal((404, "unit.unknown"), await _office.Refused($"{Group}/mandate", Mandate("tiyu")));
        Assert.Equal((404, "supervision.unknown"), await _group.Refused($"{Campaign}/supervision/du-3/problems", Problem("问题")));
        Assert.Equal((422, "supervision.out-of-scope"), await _group.Refused($"{Group}/problems", Problem("问题") with { Unit = "nongmu" }));
        Assert.Equal((422, "problem.due-out-of-range"), await _group.Refused($"{Group}/problems", Problem("问题") with { Due = "2020-09-01" }));
        Assert.Equal((404, "visit.unknown"), await _group.Refused($"{Group}/problems", Problem("问题") with { Visit = "nowhere" }));
        Assert.Equal((422, "visit.day-out-of-range"), await _group.Refused($"{Group}/visits/canteen", Visit() with { Day = "2021-03-01" }));
        Assert.Equal((422, "supervision.line-unknown"), await _group.Refused($"{Group}/visits/canteen", Visit() with { Lines = ["own.9"] }));
        await _group.Do($"{Group}/visits/canteen", Visit());
        Assert.Equal((409, "visit.changed"), await _group.Refused($"{Group}/visits/canteen", Visit() with { Achievements = "另一说法。", Seen = 0 }));
        Assert.Equal((404, "problem.unknown"), await _group.Refused($"{Group}/problems/7/strike-off", new { word = "已改" }));
    }

    private static object Mandate(params string[] units) => new { matter = "校园食品安全", units, from = "2020-09-17", until = "2020-12-31", leader = "督导工作组组长", tasks = new[] { "chi-3" } };

    private static VisitSent Visit() => new("2020-09-17", "jiaoyu", "第二中学食堂", ["duty.jiaoyu.monthly", "task.chi-3"], "食堂台账齐全。", "明厨亮灶全覆盖。");

    private static ProblemSent Problem(string text) => new("jiaoyu", text, "2020-09-30", "chi-3", null);

    private static async Task<IReadOnlyList<JsonNode?>> Problems(Visitor who) => [.. (await who.Get($"{Campaign}/problems"))["items"]!.AsArray()];

    private async Task<string> Light() => (string)(await Problems(_group))[0]!["lightWords"]!;

    private static async Task<string> Newest(Visitor who, string recipient) =>
        (string)(await who.Get($"{Inbox}?recipient={Uri.EscapeDataString(recipient)}"))["items"]!.AsArray().MaxBy(m => (long)m!["seq"]!)!["title"]!;

    private sealed record VisitSent(string Day, string Unit, string Place, string[] Lines, string Achievements, string Highlights, int? Seen = null);

    private sealed record ProblemSent(string Unit, string Text, string Due, string? Task, string? Visit);
}
