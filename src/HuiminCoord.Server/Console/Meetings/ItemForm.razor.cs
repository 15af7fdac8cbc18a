using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>The office words an item, or enters one. After the notice a new one is an addendum, of which all members are told.</summary>
public sealed partial class ItemForm : DrawerForm
{
    private int _seen;
    private AgendaLine? _first;

    /// <summary>The meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingLine Meeting { get; set; }

    /// <summary>The item as it stands now; null = a new one.</summary>
    [Parameter]
    public AgendaLine? Item { get; set; }

    /// <summary>The agenda that is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required int Revision { get; set; }

    /// <summary>Reads the agenda anew; its revision.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<Task<int>> Newest { get; set; }

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    private AgendaHeading Heading { get; set; }

    private string Fact { get; set; } = "";

    private string Proposal { get; set; } = "";

    private string Owner { get; set; } = "";

    private int? Minutes { get; set; } = 5;

    /// <summary>Whom it is about: other members then only read that there is one item more.</summary>
    private HashSet<string> Units { get; } = [];

    private bool IsAddendum => Item is null && Meeting.Stage == MeetingStage.Noticed;

    /// <summary>True when somebody else has worded the item since the form was opened.</summary>
    private bool Other => _first is { } first && Item is { } now && (first.Proposal, first.Owner, first.Minutes) != (now.Proposal, now.Owner, now.Minutes);

    private IEnumerable<(string Value, string Text)> Headings => Enum.GetValues<AgendaHeading>().Select(h => (h.ToString(), new MeetingTexts(Words).Heading(h)));

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        (_seen, _first) = (Revision, Item);
        if (Item is { } item)
        {
            (Proposal, Owner, Minutes) = (item.Proposal, item.Owner, item.Minutes);
        }
    }

    private void Choose(string? heading) => Heading = Enum.TryParse<AgendaHeading>(heading, out var chosen) && Enum.IsDefined(chosen) ? chosen : AgendaHeading.ToDecide;

    private void Toggle(string unit)
    {
        if (!Units.Remove(unit))
        {
            Units.Add(unit);
        }
    }

    private async Task Send()
    {
        if (Item is { } item)
        {
            await Carry(() => Desk.ToMeeting("changeAgendaItem", Meeting.Id, new MeetingCommand.ChangeItem(_seen, item.Id, Proposal.Trim(), Owner.Trim(), Minutes ?? 0)), Words["meeting.item.did"]);
            if (Refused?.Code == "agenda.changed")
            {
                // What was typed stays; whoever sends it again has seen what the other wrote.
                _seen = await Newest();
            }
        }
        else if (!IsAddendum || await Dialogs.Ask(new(Words["meeting.addendum.title", Meeting.Units.Count], Words["meeting.addendum.help", Fact.Trim()], _ => Words["meeting.addendum.do", Meeting.Units.Count])) is not null)
        {
            await Carry(
                () => Desk.ToMeeting("addAgendaItem", Meeting.Id, new MeetingCommand.AddItem(Heading, Fact.Trim(), Proposal.Trim(), Owner.Trim(), Minutes ?? 0, [.. Meeting.Units.Where(Units.Contains).Select(u => new UnitId(u))])),
                Words[IsAddendum ? "meeting.addendum.did" : "meeting.add.did"]);
        }
    }
}
