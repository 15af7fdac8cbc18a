using System.CommandLine;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;

namespace HuiminCoord.Server.Commands;

/// <summary><c>deadline FROM</c>: when a period ends, in working or natural days.</summary>
internal static class DeadlineCommand
{
    private const int MostDays = 3660;

    internal static Command Create()
    {
        var from = new Argument<DateOnly>("from") { Description = "The day on which the period starts; it is not counted.", CustomParser = Days.ParseRequired };
        var workdays = new Option<int?>("--workdays") { Description = $"Length in working days, 1 to {MostDays}." };
        var days = new Option<int?>("--days") { Description = $"Length in natural days, 1 to {MostDays}; an end on a rest day rolls to the next working day." };
        var known = new Option<DateOnly?>("--as-known-on") { Description = "Use only holiday papers published by this day; default: all.", CustomParser = Days.Parse };
        var region = new Option<string?>("--region") { Description = "Division code whose own rest days count too, such as 420100." };
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var command = new Command("deadline", "Say when a period ends by the Chinese working calendar.") { from, workdays, days, known, region, json };
        command.Validators.Add(parsed =>
        {
            var (w, n) = (parsed.GetValue(workdays), parsed.GetValue(days));
            if (w is null == n is null || (w ?? n) is < 1 or > MostDays)
            {
                parsed.AddError($"Give exactly one of --workdays N and --days N, with N from 1 to {MostDays}.");
            }

            if (parsed.GetValue(region) is { } code && !RegionalLayer.IsDivisionCode(code))
            {
                parsed.AddError($"'{code}' is not a six-digit division code.");
            }
        });
        command.SetAction(parsed => Run(parsed.GetValue(from), parsed.GetValue(workdays), parsed.GetValue(days), parsed.GetValue(known), parsed.GetValue(region), parsed.GetValue(json)));
        return command;
    }

    private static int Run(DateOnly from, int? workdays, int? days, DateOnly? known, string? region, bool json)
    {
        var calendars = new WorkingCalendars(ShippedCalendars.HolidayTable, region);
        var calendar = known is { } day ? calendars.AsKnownOn(day) : calendars.Latest;
        var deadline = workdays is { } n
            ? Deadlines.WorkingDays(from, n, calendar)
            : Deadlines.NaturalDays(from, days!.Value, RollRule.NextWorkingDay, calendar);
        if (json)
        {
            System.Console.WriteLine(JsonLine.Of(deadline));
            return ExitCode.Done;
        }

        System.Console.WriteLine($"Due {deadline.Due:yyyy-MM-dd}, 24:00 Asia/Shanghai{(deadline.Rolled ? $" (rolled from {deadline.RawEnd:yyyy-MM-dd})" : "")}{(deadline.Provisional ? ", provisional: a holiday paper still to come may move it" : "")}.");
        return ExitCode.Done;
    }
}
