using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>Something that a person does in a rehearsal.</summary>
/// <param name="At">When, campaign time.</param>
/// <param name="By">Whose seat: <c>jiaoyu/liaison</c>, <c>office</c>.</param>
/// <param name="Key">Names it within the rehearsal: doing it again after a restart does nothing.</param>
public abstract record PlayedAction(DateTimeOffset At, string By, string Key)
{
    /// <summary>A command to a unit.</summary>
    public sealed record ToUnit(DateTimeOffset At, string By, string Key, UnitId Unit, UnitCommand Command) : PlayedAction(At, By, Key);

    /// <summary>Something about a unit's report: what is filled in goes to the unit's own approval, or is approved and so handed in.</summary>
    /// <param name="Parts">Parts that are handed in.</param>
    /// <param name="Sheet">What is filled in.</param>
    /// <param name="Approves">True for the leader's part.</param>
    public sealed record ToReport(DateTimeOffset At, string By, string Key, UnitId Unit, DutyId Duty, IReadOnlyList<string> Parts, ReportSheet Sheet, bool Approves) : PlayedAction(At, By, Key)
    {
        /// <summary>As far as the unit's actor is asked: the same without a form that anybody has to keep.</summary>
        public ToUnit? AsksUnit => Approves ? new(At, By, Key, Unit, new UnitCommand.Submit(Duty, Parts, "", Sheet.Nil, null, null, new FormRef(int.MaxValue, ""))) : null;
    }

    /// <summary>A command to a task.</summary>
    public sealed record ToTask(DateTimeOffset At, string By, string Key, TaskId Task, TaskCommand Command) : PlayedAction(At, By, Key);

    /// <summary>Evidence for a goal of a phase.</summary>
    public sealed record GoalOf(DateTimeOffset At, string By, string Key, PhaseId Phase, string Goal, string Evidence) : PlayedAction(At, By, Key);

    /// <summary>The office tries to leave a phase.</summary>
    public sealed record PassGate(DateTimeOffset At, string By, string Key, PhaseId Phase) : PlayedAction(At, By, Key);

    /// <summary>The office amends the plan.</summary>
    /// <param name="Json">The amended plan's text.</param>
    public sealed record AmendPlan(DateTimeOffset At, string By, string Key, Plan Plan, string Json) : PlayedAction(At, By, Key);

    /// <summary>Something in or about a meeting.</summary>
    public sealed record ToMeeting(DateTimeOffset At, string By, string Key, string Meeting, MeetingAct Act) : PlayedAction(At, By, Key);

    /// <summary>Whoever owes a decision of a meeting hands it in, or the office accepts it: what it is shows itself when its day comes.</summary>
    /// <param name="Accepts">True for the office's part.</param>
    public sealed record ToDecision(DateTimeOffset At, string By, string Key, string Meeting, int Number, bool Accepts) : PlayedAction(At, By, Key)
    {
        /// <summary>What that is; null when the meeting decided nothing under this number.</summary>
        public ToUnit? Resolve(MeetingState? state)
        {
            if (state?.Session?.Standing().FirstOrDefault(d => d.Number == Number && d.Handed && d.Refused is null) is not { Wording.Owner: { } owner })
            {
                return null;
            }

            var duty = DecisionRules.DutyOf(Meeting, Number);
            return Accepts ? new(At, By, Key, owner, new UnitCommand.Accept(duty, []))
                : new(At, Recipients.Of(owner, SeatKind.Liaison), Key, owner, new UnitCommand.Submit(duty, [], "", false, null));
        }
    }

    /// <summary>A command to a supervision group.</summary>
    public sealed record ToSupervision(DateTimeOffset At, string By, string Key, string Group, SupervisionCommand Command) : PlayedAction(At, By, Key);

    /// <summary>What the office makes of a period's reports, and what units say to it.</summary>
    public sealed record ToConsolidation(DateTimeOffset At, string By, string Key, DutyId Period, ConsolidationCommand Command) : PlayedAction(At, By, Key);

    /// <summary>A command to the campaign.</summary>
    public sealed record ToCampaign(DateTimeOffset At, string By, string Key, CampaignCommand Command) : PlayedAction(At, By, Key);

    /// <summary>What the joint meeting decided about a unit that joins or leaves becomes the next version of the plan.</summary>
    /// <param name="Basis">Which meeting.</param>
    public sealed record ChangeMembers(DateTimeOffset At, string By, string Key, UnitId Unit, string Basis) : PlayedAction(At, By, Key);

    /// <summary>A holiday paper or a regional layer is imported.</summary>
    /// <param name="Json">The paper, as <see cref="Time.CalendarPaper.Parse"/> reads it.</param>
    /// <param name="Reason">Kept with everything that it moves.</param>
    public sealed record ImportPaper(DateTimeOffset At, string By, string Key, string Json, string Reason) : PlayedAction(At, By, Key);

    /// <summary>Whether an action of the office's own comes after what others do at the same instant.</summary>
    private bool ComesLast => Amends || this is ImportPaper;

    /// <summary>True when another version of the plan comes of it.</summary>
    public bool Amends => this is AmendPlan or ChangeMembers;

    /// <summary>The order in which actions are played.</summary>
    public static IReadOnlyList<PlayedAction> InOrder(IEnumerable<PlayedAction> actions) =>
        [.. actions.OrderBy(a => a.At).ThenBy(a => a.ComesLast).ThenBy(a => a.Key, StringComparer.Ordinal)];
}
