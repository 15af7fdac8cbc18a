using HuiminCoord.Server.Tests.Console;
using HuiminCoord.Server.Tests.Console.Meetings;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>日程 before those who sit at the screen: turned by links and keys, read on a phone, printed.</summary>
public sealed class ScheduleActTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    private TestServer Server => morning.Server;

    [Fact]
    public async Task Months_and_weeks_are_turned_and_printed()
    {
        await NovemberMeetings.Hold(Server);
        await using var screen = await Screen.Open("schedule");
        var office = await screen.Seated(Server, "office-staff", "/schedule");
        await office.Look("01-office-month");
        await office.Click("#next");
        await office.Sees("h1", "2020年12月");
        Assert.Equal("/schedule?month=2020-12", office.Place.PathAndQuery);
        await office.Look("02-office-december");
        await office.Click("#day-2020-12-09 .dh a");
        await office.Sees("h1", "2020年12月7日至12月13日");
        await office.Click("#today");
        await office.Sees("h1", "2020年11月30日至12月6日");
        await office.Look("03-office-week");
        await office.Click("#day-2020-12-04 li.meet a");
        await office.Sees("h1", "2020年第3次全体会议");

        var unit = await screen.Seated(Server, "jiaoyu/liaison", "/schedule?month=2020-12");
        await unit.Look("04-unit-december");
        await unit.Click("#as-week");
        await unit.Sees("h1", "2020年11月30日至12月6日");
        await unit.Look("05-unit-week");
        await unit.Visit("/schedule?month=2020-12");
        await unit.Connected();
        Assert.Equal((842, 595), Rounded((await unit.Print("04-unit-december"))[0]));
        var group = await screen.Seated(Server, "group", "/schedule?month=2020-10", "en");
        await group.Look("06-group-october");
        await group.Visit("/schedule?month=2022-05");
        await group.Look("07-nothing");
        screen.HasNoFaults();
    }

    private static (int Width, int Height) Rounded((double Width, double Height) sheet) => ((int)Math.Round(sheet.Width), (int)Math.Round(sheet.Height));
}
