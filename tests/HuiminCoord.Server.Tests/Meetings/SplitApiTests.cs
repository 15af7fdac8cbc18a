using HuiminCoord.Server.Tests.Console;
using HuiminCoord.Server.Tests.Console.Meetings;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Meetings;

/// <summary>One item becomes two, as the office has it from the API.</summary>
public sealed class SplitApiTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    private const string Meeting = $"/campaigns/{TestServer.Campaign}/meetings/plenary-1";

    private TestServer Server => morning.Server;

    [Fact]
    public async Task Rows_move_to_an_item_of_their_own_and_stay_there()
    {
        await NovemberMeetings.Propose(Server, "plenary-1", "plenary", "第1次全体会议", "2020-12-08T14:30:00+08:00");
        await NovemberMeetings.Do(Server, "plenary-1/agenda/compose");
        using var office = await Visitor.In(Server, "office-staff");
        var before = await Items(office);
        var rows = before.Single(i => i.Item == "questions").Rows;

        using var unit = await Visitor.In(Server, "jiaoyu/liaison");
        Assert.Equal((403, "access.denied"), await unit.Refused($"{Meeting}/agenda/split", Wish(1, "questions", rows[0])));
        Assert.Equal((422, "agenda.split-rows"), await office.Refused($"{Meeting}/agenda/split", Wish(1, "questions")));
        Assert.Equal((422, "agenda.split-rows"), await office.Refused($"{Meeting}/agenda/split", Wish(1, "questions", "task/chi-1")));
        Assert.Equal((409, "agenda.changed"), await office.Refused($"{Meeting}/agenda/split", Wish(0, "questions", rows[0])));
        Assert.Equal((409, "agenda.item-unknown"), await office.Refused($"{Meeting}/agenda/split", Wish(1, "own.7", rows[0])));
        await office.Do($"{Meeting}/agenda/split", Wish(1, "questions", rows[0], rows[2]));
        await office.Do($"{Meeting}/agenda/compose");

        var after = await Items(office);
        Assert.Equal([rows[0], rows[2]], after.Single(i => i.Item == "questions.2").Rows);
        Assert.Equal(before.SelectMany(i => i.Rows).Order(), after.SelectMany(i => i.Rows).Order());
        Assert.Equal(after.FindIndex(i => i.Item == "questions") + 1, after.FindIndex(i => i.Item == "questions.2"));
    }

    private static object Wish(int revision, string item, params string[] rows) => new { revision, item, rows };

    private static async Task<List<(string Item, IReadOnlyList<string> Rows)>> Items(Visitor office) =>
        [.. (await office.Get(Meeting))["item"]!["agenda"]!["items"]!.AsArray().Select(i => ((string)i!["item"]!, (IReadOnlyList<string>)[.. i["rows"]!.AsArray().Select(r => (string)r!)]))];
}
