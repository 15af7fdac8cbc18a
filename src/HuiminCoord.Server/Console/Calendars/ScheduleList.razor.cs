using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>What stands on a day.</summary>
public sealed partial class ScheduleList : PagePart
{
    /// <summary>In order.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<ScheduleEntry> Of { get; set; }

    private static string ClassOf(ScheduleEntry entry) => entry.Kind switch
    {
        ScheduleKind.Phase => "phase",
        ScheduleKind.Meeting => "meet",
        _ => "due",
    };

    private string Mark(ScheduleEntry entry) => Words[entry.Kind == ScheduleKind.Phase ? "sched.mark.phase" : $"cal.mark.{ClassOf(entry)}"];
}
