using System.CommandLine;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Commands;

/// <summary><c>--papers-until DAY</c>: the program as if it had been put together on that day, so that an import can be played.</summary>
internal static class PapersUntil
{
    internal static Option<DateOnly?> Option() => new("--papers-until")
    {
        Description = "Leave out the holiday papers published after this day, as if the program had been put together on it: they can then be imported.",
        CustomParser = Days.Parse,
    };

    /// <summary>Null when the option was not given.</summary>
    internal static HolidayTable? Table(DateOnly? until)
    {
        try
        {
            return until is { } day ? ShippedCalendars.HolidayTable.UntilPublished(day) : null;
        }
        catch (FormatException nothing)
        {
            throw new CommandRefusedException($"--papers-until {until:yyyy-MM-dd}: {nothing.Message}", nothing);
        }
    }
}
