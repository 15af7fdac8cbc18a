using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>Meetings, one a row: when, where, how far, and who has answered.</summary>
public sealed partial class MeetingTable : PagePart
{
    /// <summary>What they have in common.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    /// <summary>In the order of the rows.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<MeetingLine> Meetings { get; set; }

    /// <summary>The campaign's day.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>True for a member unit, which sees its own answer instead of counts, except where it holds the meeting.</summary>
    [Parameter]
    public bool Own { get; set; }

    private MeetingTexts Texts => new(Words);
}
