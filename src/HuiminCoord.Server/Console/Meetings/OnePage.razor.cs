using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>会议一页纸: an agenda on one sheet of A4, and on a phone. A member reads it as its notice, with its own items.</summary>
public sealed partial class OnePage : PagePart
{
    /// <summary>The meeting with its agenda.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingSheet Of { get; set; }

    /// <summary>The plan in force: it names campaign and units.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>The campaign's day.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>True for office and convenor, and for the unit that holds the meeting: they see every item.</summary>
    [Parameter]
    [EditorRequired]
    public required bool Whole { get; set; }

    /// <summary>What can be done about an item; null = nothing.</summary>
    [Parameter]
    public RenderFragment<AgendaLine>? Tools { get; set; }

    /// <summary>Where papers are attached to an item once the agenda is frozen; null = nowhere.</summary>
    [Parameter]
    public Func<string, string>? PapersLink { get; set; }

    /// <summary>An item was dragged to another place; only where there are tools.</summary>
    [Parameter]
    public EventCallback<ItemDroppedEventArgs> Dropped { get; set; }

    private MeetingTexts Texts => new(Words);

    /// <summary>The joint meeting, or the unit that holds its own.</summary>
    private string Body => Of.Meeting.Unit is { } holder ? MeetingTexts.NameOf(Plan, holder.Value) : Words["meeting.body", Plan.Title];

    private string Prepares => Of.Meeting.Unit is { } holder ? MeetingTexts.NameOf(Plan, holder.Value) : Words["meeting.office"];

    private Consenter Consents => ConsentRules.Of(Of.Meeting.Kind, Of.Meeting.Unit, Plan);

    /// <summary>All four parts; to a member those in which there is something, and none before the agenda was composed.</summary>
    private IReadOnlyList<AgendaHeading> Shown =>
        [.. Enum.GetValues<AgendaHeading>().Where(h => Whole ? Of.ComposedAt is not null || Of.Items.Count > 0 : Of.Of(h).Count + Of.Hidden.GetValueOrDefault(h) > 0)];

    /// <summary>Parts of which not everything fits on the page.</summary>
    private IReadOnlyList<AgendaHeading> Rest => [.. Shown.Where(h => Of.Of(h).Count > AgendaSection.MostOnPaper(h))];
}
