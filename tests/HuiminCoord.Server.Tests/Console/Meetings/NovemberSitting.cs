namespace HuiminCoord.Server.Tests.Console.Meetings;

/// <summary>A meeting of the <see cref="NovemberMorning"/> itself: noticed, or already sitting with something decided.</summary>
internal static class NovemberSitting
{
    internal const string Id = "topic-20201130";

    /// <summary>Told to four units; it can begin today.</summary>
    internal static async Task Notice(TestServer server)
    {
        await NovemberMeetings.Propose(server, Id, "topic", "校园周边专题会议", "2020-11-30T16:00:00+08:00", "scjg", "jiaoyu", "chengguan", "gongan");
        await NovemberMeetings.Do(server, $"{Id}/agenda/add", new { heading = "toDecide", fact = "校园周边流动摊贩管理职责需明确。", proposal = "由城市管理综合执法局牵头，教育局配合。", owner = "教育局、城市管理综合执法局", minutes = 10 });
        await NovemberMeetings.Do(server, $"{Id}/agenda/add", new { heading = "toDecide", fact = "公安分局提出：夜间巡查力量需调整。", proposal = "", owner = "公安分局", minutes = 5, units = new[] { "gongan" } });
        await NovemberMeetings.Do(server, $"{Id}/submit");
        await NovemberMeetings.Do(server, "convenor", $"{Id}/agree");
        await NovemberMeetings.Do(server, $"{Id}/notice", new { replyBy = "2020-11-30" });
        await NovemberMeetings.Do(server, "jiaoyu/leader", $"{Id}/replies/jiaoyu", new { kind = "deputy", who = "分管副局长", reason = "外出培训" });
    }

    /// <summary>It sits, once.</summary>
    internal static async Task Hold(TestServer server)
    {
        if ((await server.Get($"{TestServer.Path}/meetings"))["items"]!.AsArray().Any(m => (string)m!["meeting"]! == Id))
        {
            return;
        }

        await Notice(server);
        await NovemberMeetings.Do(server, $"{Id}/session/begin");
        await NovemberMeetings.Do(server, $"{Id}/session/attendance", new { units = new object[] { new { unit = "jiaoyu", kind = "standIn", who = "分管副局长" }, new { unit = "gongan", kind = "excused" } } });
        await NovemberMeetings.Do(server, $"{Id}/session/turn", new { item = "own.1" });
        await NovemberMeetings.Do(server, $"{Id}/session/note", new { item = "own.1", text = NovemberMorning.Hostile });
        await NovemberMeetings.Do(server, $"{Id}/decisions", new { text = "印发校园周边流动摊贩联合整治方案。", owner = "chengguan", with = new[] { "jiaoyu", "gongan" }, workdays = 10, item = "own.1", dissent = "公安分局：夜间力量不足。" });
        await NovemberMeetings.Do(server, $"{Id}/decisions", new { text = "重复的一项。", owner = "jiaoyu", due = "2020-12-25" });
        await NovemberMeetings.Do(server, $"{Id}/decisions/drop", new { number = 2, reason = "与第1项重复" });
    }
}
