using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
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

    /// <summary>A command to a task.</summary>
    public sealed record ToTask(DateTimeOffset At, string By, string Key, TaskId Task, TaskCommand Command) : PlayedAction(At, By, Key);

    /// <summary>Evidence for a goal of a phase.</summary>
    public sealed record GoalOf(DateTimeOffset At, string By, string Key, PhaseId Phase, string Goal, string Evidence) : PlayedAction(At, By, Key);

    /// <summary>The office tries to leave a phase.</summary>
    public sealed record PassGate(DateTimeOffset At, string By, string Key, PhaseId Phase) : PlayedAction(At, By, Key);

    /// <summary>The office amends the plan.</summary>
    /// <param name="Json">The amended plan's text.</param>
    public sealed record AmendPlan(DateTimeOffset At, string By, string Key, Plan Plan, string Json) : PlayedAction(At, By, Key);

    /// <summary>A holiday paper or a regional layer is imported.</summary>
    /// <param name="Json">The paper, as <see cref="Time.CalendarPaper.Parse"/> reads it.</param>
    /// <param name="Reason">Kept with everything that it moves.</param>
    public sealed record ImportPaper(DateTimeOffset At, string By, string Key, string Json, string Reason) : PlayedAction(At, By, Key);

    /// <summary>Whether an action of the office's own comes after what others do at the same instant.</summary>
    private bool ComesLast => this is AmendPlan or ImportPaper;

    /// <summary>The order in which actions are played.</summary>
    public static IReadOnlyList<PlayedAction> InOrder(IEnumerable<PlayedAction> actions) =>
        [.. actions.OrderBy(a => a.At).ThenBy(a => a.ComesLast).ThenBy(a => a.Key, StringComparer.Ordinal)];
}
