using HuiminCoord.Domain.Meetings;
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

    private Consenter Consents => ConsentRules.Of(Of.Meeting.Kind, Of.Meeting.Unit, Plan);

    /// <summary>Whoever prepares it is told while something can still be taken off.</summary>
    private bool IsTight => MeetingAsker.Of(Visitor.Asker.Standing).Runs(Of.Meeting.Unit) && Of.Minutes > Of.Meeting.Minutes;
}
