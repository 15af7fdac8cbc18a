using System.Globalization;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>A week, a row for each day.</summary>
public sealed partial class WeekTable : PagePart
{
    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required Schedule Of { get; set; }

    /// <summary>What the week is called.</summary>
    [Parameter]
    [EditorRequired]
    public required string Name { get; set; }

    private static string IdOf(ScheduleDay day) => string.Create(CultureInfo.InvariantCulture, $"day-{day.Day:yyyy-MM-dd}");

    private string ClassOf(ScheduleDay day) => $"{(day.Works ? null : "off")} {(day.Day == Of.Today ? "today" : null)}".Trim();
}
