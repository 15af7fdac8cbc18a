using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Server.Tests.Calendars;

/// <summary>The worked case: the paper of 2020-11-25 about 2021, and three duties whose dates it moves.</summary>
internal static class PlayedImport
{
    public const string Reason = "国务院办公厅公布2021年放假安排";

    /// <summary>Papers of a program that was put together the day before, and of one put together on the day.</summary>
    public static HolidayTable DayBefore { get; } = ShippedCalendars.HolidayTable.UntilPublished(new(2020, 11, 24));

    public static HolidayTable OnTheDay { get; } = ShippedCalendars.HolidayTable.UntilPublished(new(2020, 11, 25));

    public static string Paper { get; } = ShippedCalendars.HolidayTable.Find("2021-1")!.Json;

    /// <summary>The plan is issued late: three months around the paper are enough, and half as long to play.</summary>
    public static DateTimeOffset Start { get; } = ChinaTime.At(new(2020, 11, 16), new(8, 30));

    public static DateTimeOffset End { get; } = ChinaTime.EndOf(new(2021, 2, 10));

    /// <summary>The office lays duties on two units that are due on days which the paper makes days of work or of rest.</summary>
    public static IReadOnlyList<(string Unit, string Duty, DateOnly Due)> Assigned { get; } =
    [
        ("minzheng", "list-eve", new(2021, 2, 11)), ("jiaoyu", "list-saturday", new(2021, 2, 20)), ("jiaoyu", "list-sunday", new(2021, 2, 7)),
    ];

    public static DateTimeOffset AssignedAt { get; } = ChinaTime.At(new(2020, 11, 20), new(10, 0));

    public static UnitCommand.Assign Assign(string duty, DateOnly due) => new(new DutyId(duty), new(DutyKind.Other, "报送整改清单", due, "", Recipients.Office));

    /// <summary>Lays the duties on, and imports the paper at an instant; null = it comes with the program.</summary>
    public static async Task Rehearse(Func<CoordinationDatabase> open, DateTimeOffset? importedAt, int seed, IReadOnlyList<DateTimeOffset>? restarts = null)
    {
        List<PlayedAction> acts = [.. Assigned.Select(a => new PlayedAction.ToUnit(AssignedAt, Recipients.Office, $"act/{a.Duty}", new(a.Unit), Assign(a.Duty, a.Due)))];
        if (importedAt is { } at)
        {
            acts.Add(new PlayedAction.ImportPaper(at, Recipients.Office, "act/import", Paper, Reason));
        }

        var request = new RehearsalRequest(TestServer.Plan, TestServer.PlanJson, seed, Start, End, restarts ?? []) { Acts = acts, Holidays = importedAt is null ? OnTheDay : DayBefore };
        await new Rehearsal(request, open).Run(_ => { }, TestContext.Current.CancellationToken);
    }
}
