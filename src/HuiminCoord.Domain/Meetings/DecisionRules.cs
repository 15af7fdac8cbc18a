using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>What a meeting decides, and what its owners are told of it.</summary>
public static class DecisionRules
{
    private const int MostDecisions = 60;
    private const int LongestClause = 60;
    private const int MostWorkdays = 250;

    /// <summary>Longest title of a duty: it is kept in the owner's document.</summary>
    private const int LongestTitle = 60;

    /// <summary>The first decision of which its owner's actor has not been told, or null: state → next action.</summary>
    public static MeetingDecision? NextToHand(MeetingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Stage == MeetingStage.Confirmed ? state.Session!.Standing().FirstOrDefault(d => !d.Handed) : null;
    }

    /// <summary>The duty by which its owner owes a decision.</summary>
    /// <exception cref="FormatException">The meeting's id leaves no room; <see cref="LeavesRoom"/> says so before.</exception>
    public static DutyId DutyOf(string meeting, int number) => new(string.Create(CultureInfo.InvariantCulture, $"{meeting}-y{number}"));

    /// <summary>True when decisions of a meeting with this id can be named after it.</summary>
    public static bool LeavesRoom(string meeting) => IdText.IsValid(string.Create(CultureInfo.InvariantCulture, $"{meeting}-y{MostDecisions}"));

    /// <summary>What its owner is told to do.</summary>
    public static Assignment AssignmentOf(string meeting, MeetingState state, MeetingDecision decision)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(decision);
        var clause = decision.Wording.Clause.Length > 0 ? decision.Wording.Clause : AgendaTexts.Short(string.Create(CultureInfo.InvariantCulture, $"{state.Arrangement!.Title}议定事项{decision.Number}"), LongestClause);
        return new(DutyKind.Decision, TitleOf(decision.Wording), decision.DueOn!.Value, clause, $"meeting/{meeting}");
    }

    internal static Decision<MeetingEvent> Record(MeetingState state, MeetingCommand.RecordDecision c, MeetingTerms terms, DateTimeOffset now) =>
        c.Item is { } item && !SessionRules.IsOn(state, item) ? new Refusal("agenda.item-unknown", item)
        : state.Session!.Decisions.Count >= MostDecisions ? new Refusal("decision.too-many", $"{MostDecisions}")
        : Refuse(state, c.Wording, terms, now) is { } refusal ? refusal
        : Decision<MeetingEvent>.Keep(new MeetingEvent.DecisionRecorded(new(state.Session.Decisions.Count + 1, c.Item, Tidy(c.Wording, terms.Plan))));

    internal static Decision<MeetingEvent> Change(MeetingState state, MeetingCommand.ChangeDecision c, MeetingTerms terms, DateTimeOffset now) =>
        Find(state, c.Number) is not { } known ? new Refusal("decision.unknown", $"{c.Number}")
        : known.Dropped is not null ? new Refusal("decision.dropped", $"{c.Number}")
        : Refuse(state, c.Wording, terms, now) is { } refusal ? refusal
        : Tidy(c.Wording, terms.Plan).SameAs(known.Wording) ? Decision<MeetingEvent>.Nothing
        : Decision<MeetingEvent>.Keep(new MeetingEvent.DecisionChanged(c.Number, Tidy(c.Wording, terms.Plan)));

    internal static Decision<MeetingEvent> Drop(MeetingState state, MeetingCommand.DropDecision c) =>
        Find(state, c.Number) is not { } known ? new Refusal("decision.unknown", $"{c.Number}")
        : FreeText.Refuse(c.Reason, "reason.needed") is { } refusal ? refusal
        : c.Reason.Length > AgendaItem.LongestText ? new Refusal("agenda.text-too-long", $"{AgendaItem.LongestText}")
        : known.Dropped is not null ? Decision<MeetingEvent>.Nothing
        : Decision<MeetingEvent>.Keep(new MeetingEvent.DecisionDropped(c.Number, c.Reason.Trim()));

    /// <summary>The day on which a decision is due when its minutes are confirmed on <paramref name="today"/>.</summary>
    internal static DateOnly DueOf(DecisionWording wording, DateOnly today, WorkingCalendar calendar) =>
        wording.Due ?? calendar.AddWorkingDays(today, wording.Workdays!.Value);

    /// <summary>The title of the duty; empty when the text is nothing but full stops: its owner's actor would not take it.</summary>
    private static string TitleOf(DecisionWording wording) => AgendaTexts.Short(wording.Text, LongestTitle);

    private static MeetingDecision? Find(MeetingState state, int number) => state.Session!.Decisions.Find(d => d.Number == number);

    /// <summary>An owner and a day stand first: a decision without them is never done.</summary>
    private static Refusal? Refuse(MeetingState state, DecisionWording w, MeetingTerms terms, DateTimeOffset now) =>
        FreeText.Refuse(w.Text, "decision.text-needed")
        ?? (TitleOf(w).Length == 0 ? new Refusal("decision.text-needed")
            : w.Text.Length > AgendaItem.LongestText || w.Dissent.Length > AgendaItem.LongestText ? new Refusal("agenda.text-too-long", $"{AgendaItem.LongestText}")
            : w.Clause.Length > LongestClause ? new Refusal("text.too-long", $"{LongestClause}")
            : w.Owner is not { } owner ? new Refusal("decision.owner-needed")
            : w.With.Prepend(owner).FirstOrDefault(u => terms.Plan.Unit(u) is null) is { Value: not null } stranger ? new Refusal("unit.unknown", stranger.Value)
            : HolderRules.Owes(state.Unit, owner, terms.Plan) ?? Due(w, ChinaTime.DateOf(now)));

    private static Refusal? Due(DecisionWording w, DateOnly today) =>
        (w.Due is null) == (w.Workdays is null) ? new Refusal("decision.due-needed")
        : w.Workdays is < 1 or > MostWorkdays ? new Refusal("decision.workdays-out-of-range", $"{MostWorkdays}")
        : w.Due < today ? new Refusal("decision.due-past", $"{w.Due:yyyy-MM-dd}")
        : w.Due > today.AddYears(2) ? new Refusal("due.too-far", $"{w.Due:yyyy-MM-dd}")
        : null;

    /// <summary>Cooperating units in the order of the plan, each once, without the owner.</summary>
    private static DecisionWording Tidy(DecisionWording w, Plan plan) => w with
    {
        Text = w.Text.Trim(), Clause = w.Clause.Trim(), Dissent = w.Dissent.Trim(),
        With = [.. plan.Units.Select(u => u.Id).Where(u => u != w.Owner && w.With.Contains(u))],
    };
}
