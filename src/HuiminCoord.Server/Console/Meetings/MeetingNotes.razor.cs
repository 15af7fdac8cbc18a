using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>What should be known before anything is done: why it came back, what speaks against its time, and too much for it.</summary>
public sealed partial class MeetingNotes : PagePart
{
    /// <summary>The meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingSheet Of { get; set; }

    /// <summary>Seats are named by it.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    private MeetingTexts Texts => new(Words);

    /// <summary>The office is told while it can still take something off.</summary>
    private bool IsTight => Visitor.Asker.Standing.Seat.Unit is null && Of.Minutes > Of.Meeting.Minutes;
}
