using System.Globalization;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>A month as a table of weeks; on a phone a list of the days on which there is something.</summary>
public sealed partial class MonthTable : PagePart
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required Schedule Of { get; set; }

    /// <summary>What the month is called.</summary>
    [Parameter]
    [EditorRequired]
    public required string Name { get; set; }

    /// <summary>Week by week from Monday; null where a day belongs to another month.</summary>
    private IEnumerable<ScheduleDay?[]> Weeks => Of.Days.GroupBy(d => ScheduleSpan.WeekOf(d.Day).From)
        .Select(week => Enumerable.Range(0, 7).Select(i => week.FirstOrDefault(d => d.Day == week.Key.AddDays(i))).ToArray());

    private static string IdOf(ScheduleDay day) => string.Create(CultureInfo.InvariantCulture, $"day-{day.Day:yyyy-MM-dd}");

    private string ClassOf(ScheduleDay day) => string.Join(' ', new[]
    {
        day.Works ? null : "off", day.Provisional ? "prov" : null, day.Day == Of.Today ? "today" : null, day.Entries.Count == 0 && day.Festival is null && day.Day != Of.Today ? "quiet" : null,
    }.OfType<string>());

    /// <summary>The whole date, and what kind of day it is: nobody has to count columns or see a colour.</summary>
    private string Say(ScheduleDay day) => string.Join(Words["cal.say.comma"], ((string?[])
    [
        Words.Day(day.Day), DayWords.Kind(Words, day), day.Provisional ? Words["cal.legend.provisional"] : null,
    ]).OfType<string>());
}
