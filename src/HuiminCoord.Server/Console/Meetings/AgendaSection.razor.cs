using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>One of the four parts of an agenda: fact, proposal, and who is responsible.</summary>
public sealed partial class AgendaSection : PagePart
{
    /// <summary>Which part.</summary>
    [Parameter]
    [EditorRequired]
    public required AgendaHeading Heading { get; set; }

    /// <summary>Its items that are on.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<AgendaLine> Items { get; set; }

    /// <summary>Items about other units, which are only counted.</summary>
    [Parameter]
    public int Hidden { get; set; }

    /// <summary>True for the first part that is shown: the columns are named once.</summary>
    [Parameter]
    public bool First { get; set; }

    /// <summary>What can be done about an item; null = nothing.</summary>
    [Parameter]
    public RenderFragment<AgendaLine>? Tools { get; set; }

    /// <summary>Where papers are attached to an item once the agenda is frozen; null = nowhere.</summary>
    [Parameter]
    public Func<string, string>? PapersLink { get; set; }

    /// <summary>An item was dragged to another place; only where there are tools.</summary>
    [Parameter]
    public EventCallback<ItemDroppedEventArgs> Dropped { get; set; }

    /// <summary>So many fit on the one page; the others are printed on its annex.</summary>
    private int Most => MostOnPaper(Heading);

    private MeetingTexts Texts => new(Words);

    private string Mark => Numerals.Circled((int)Heading + 1);

    private string Count => Hidden > 0 ? Words["meeting.count.all", Items.Count + Hidden] : Items.Count == 0 ? "" : Words["meeting.count", Items.Count, Items.Sum(i => i.Minutes)];

    internal static int MostOnPaper(AgendaHeading heading) => heading switch
    {
        AgendaHeading.ToDecide => 5,
        AgendaHeading.Members => 2,
        _ => 4,
    };
}
