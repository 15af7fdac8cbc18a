using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>Records a decision, or words one otherwise: what, who, with whom, until when.</summary>
public sealed partial class DecisionForm : DatedForm
{
    private const int UsualWorkdays = 10;

    /// <summary>The session.</summary>
    [Parameter]
    [EditorRequired]
    public required SittingSheet Sitting { get; set; }

    /// <summary>The decision as it stands; null = a new one.</summary>
    [Parameter]
    public DecisionLine? Decision { get; set; }

    /// <summary>The item under which a new one begins.</summary>
    [Parameter]
    public string? Item { get; set; }

    private string? Under { get; set; }

    private string Text { get; set; } = "";

    private string? Owner { get; set; }

    private HashSet<string> With { get; } = [];

    private DateOnly? Due { get; set; }

    private int? Workdays { get; set; } = UsualWorkdays;

    private string Clause { get; set; } = "";

    private string Dissent { get; set; } = "";

    private bool Shows { get; set; }

    private IEnumerable<(string Value, string Text)> Units => Plan.Units.Select(u => (u.Id.Value, u.Name));

    /// <summary>A unit's own meeting lays duties on that unit alone.</summary>
    private IEnumerable<(string Value, string Text)> Owners => Units.Where(u => Sitting.Meeting.Unit is not { } holder || u.Value == holder.Value);

    private IEnumerable<(string Value, string Text)> Items => Sitting.Sheet.On.Select(i => (i.Id, i.Fact.Length > 30 ? i.Fact[..30] + "…" : i.Fact));

    private DecisionWording Wording => new(
        Text.Trim(), string.IsNullOrEmpty(Owner) ? null : new UnitId(Owner), [.. Plan.Units.Select(u => u.Id).Where(u => With.Contains(u.Value) && u.Value != Owner)],
        Due, Due is null ? Workdays ?? 0 : null, Clause.Trim(), Dissent.Trim());

    /// <summary>What the agenda proposed stands there to begin with.</summary>
    protected override void OnInitialized()
    {
        Owner = Sitting.Meeting.Unit?.Value;
        if (Decision is { Wording: var w })
        {
            (Text, Owner, Due, Workdays, Clause, Dissent) = (w.Text, w.Owner?.Value, w.Due, w.Workdays, w.Clause, w.Dissent);
            With.UnionWith(w.With.Select(u => u.Value));
        }
        else if (Sitting.Sheet.On.FirstOrDefault(i => i.Id == Item) is { } item)
        {
            (Under, Text) = (item.Id, item.Proposal);
        }
    }

    private void Toggle(string unit)
    {
        if (!With.Remove(unit))
        {
            With.Add(unit);
        }
    }

    private async Task Send()
    {
        Shows = true;
        var (login, meeting) = (Visitor.Asker.Login, Sitting.Meeting.Id);
        if (string.IsNullOrEmpty(Owner))
        {
            return;
        }

        await (Decision is { } known
            ? Carry(() => Desk.ToMeeting("changeDecision", meeting, new MeetingCommand.ChangeDecision(login, known.Number, Wording)), Words["session.decision.change.did", known.Number])
            : Carry(
                () => Desk.ToMeeting("recordDecision", meeting, new MeetingCommand.RecordDecision(login, string.IsNullOrEmpty(Under) ? null : Under, Wording)),
                Words["session.decide.did", Sitting.Decisions.Count + 1]));
    }
}
