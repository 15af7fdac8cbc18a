using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>The office makes two items of one: it chooses what moves to the new one, or says what people entered in two sentences.</summary>
public sealed partial class SplitForm : DrawerForm
{
    private int _seen;

    /// <summary>The meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingLine Meeting { get; set; }

    /// <summary>The item as it stands now.</summary>
    [Parameter]
    [EditorRequired]
    public required AgendaLine Item { get; set; }

    /// <summary>What is behind it.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<RowName> Rows { get; set; }

    /// <summary>The agenda that is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required int Revision { get; set; }

    /// <summary>Reads the agenda anew; its revision.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<Task<int>> Newest { get; set; }

    private HashSet<string> Moved { get; } = [];

    private string Fact { get; set; } = "";

    private string Rest { get; set; } = "";

    /// <inheritdoc/>
    protected override void OnInitialized() => (_seen, Rest) = (Revision, Item.Fact);

    private void Toggle(string row)
    {
        if (!Moved.Remove(row))
        {
            Moved.Add(row);
        }
    }

    private async Task Send()
    {
        IReadOnlyList<string> rows = Item.IsEntered ? [] : [.. Rows.Select(r => r.Row).Where(Moved.Contains)];
        await Carry(() => Desk.ToMeeting("splitAgendaItem", Meeting.Id, new MeetingCommand.SplitItem(_seen, Item.Id, rows, Fact.Trim(), Item.IsEntered ? Rest.Trim() : "")), Words["meeting.split.did"]);
        if (Refused?.Code == "agenda.changed")
        {
            // What was chosen stays; whoever sends it again has seen what the other did.
            _seen = await Newest();
        }
    }
}
