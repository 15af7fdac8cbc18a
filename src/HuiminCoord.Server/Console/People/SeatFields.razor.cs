using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.People;

/// <summary>What is asked before a seat is named, ended, or left for some days.</summary>
public sealed partial class SeatFields : PagePart
{
    /// <summary>What is done.</summary>
    [Parameter]
    [EditorRequired]
    public required string Act { get; set; }

    /// <summary>The seat.</summary>
    [Parameter]
    [EditorRequired]
    public required SeatLine Line { get; set; }

    /// <summary>What is typed.</summary>
    [Parameter]
    [EditorRequired]
    public required SeatDraft Draft { get; set; }

    /// <summary>Shows rest days.</summary>
    [Parameter]
    public WorkingCalendar? Calendar { get; set; }

    /// <summary>The seats that do its work meanwhile.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<SeatLine> StandIns { get; set; }

    /// <summary>Who does the work meanwhile.</summary>
    private string StandIn => StandIns.FirstOrDefault(s => s.Now is not null) is { } present ? Words["people.standIn", present.Now!.Holder]
        : Line.Seat == SeatKind.Liaison ? Words["people.standIn.leader"]
        : Words["people.standIn.nobody"];
}
