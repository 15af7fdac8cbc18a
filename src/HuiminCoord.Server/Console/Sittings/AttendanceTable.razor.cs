using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>到会情况: how each invited unit attends.</summary>
public sealed partial class AttendanceTable : PagePart
{
    /// <summary>The session.</summary>
    [Parameter]
    [EditorRequired]
    public required SittingSheet Of { get; set; }

    /// <summary>The plan in force: it names units.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>Where a unit is entered; null = the seat does not enter it.</summary>
    [Parameter]
    public Func<string, string>? Link { get; set; }

    private static Status StatusOf(Attendance? entry) => entry?.Kind switch
    {
        AttendanceKind.Present => Status.Accepted,
        AttendanceKind.StandIn => Status.OnTrack,
        AttendanceKind.Excused or AttendanceKind.Missing => Status.Off,
        _ => Status.NotStarted,
    };
}
