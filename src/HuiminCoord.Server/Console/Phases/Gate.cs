using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Api.Phases;

namespace HuiminCoord.Server.Console.Phases;

/// <summary>A phase, what it must show before it is left, and what still keeps it.</summary>
/// <param name="Stage"><c>waiting</c>, <c>running</c>, <c>at-gate</c>, <c>passed</c>, <c>waived</c>.</param>
/// <param name="Goals">In the order of the plan.</param>
/// <param name="Open">Reports due in its window that are neither accepted nor waived.</param>
/// <param name="WaivedFor">Reason of a signed waiver.</param>
/// <param name="SignedBy">Post that signed it.</param>
public sealed record Gate(
    string Phase, string Title, DateOnly From, DateOnly To, string Stage, IReadOnlyList<GateGoal> Goals, IReadOnlyList<OpenReport> Open, string? WaivedFor, string? SignedBy)
{
    /// <summary>True once it was left: nothing is asked any more.</summary>
    public bool IsLeft => Stage is "passed" or "waived";

    /// <summary>Goals without evidence.</summary>
    public int Missing => Goals.Count(g => !g.Met);

    /// <summary>Reports that keep it, all duties together.</summary>
    public int Reports => Open.Sum(o => o.Units.Count);

    /// <summary>True when its evidence would be enough.</summary>
    public bool CanPass => Stage is "running" or "at-gate" && Missing == 0 && Reports == 0;

    internal static Gate Of(PhaseView view, IReadOnlyList<GoalEvidence> evidence, IReadOnlyList<OpenReport> open) => new(
        view.Phase, view.Title, view.From, view.To, view.Stage,
        [.. view.Goals.Select(g => new GateGoal(g.Goal, g.Text, g.Met, evidence.FirstOrDefault(e => e.Phase == view.Phase && e.Goal == g.Goal)))],
        open, view.WaivedFor, view.SignedBy);
}

/// <summary>Something that a phase must show.</summary>
public sealed record GateGoal(string Id, string Text, bool Met, GoalEvidence? Evidence);

/// <summary>What shows that a goal is met.</summary>
/// <param name="Seat">Who recorded it, as a seat's address.</param>
public sealed record GoalEvidence(string Phase, string Goal, string Text, DateTimeOffset At, string? Seat);

/// <summary>A duty that keeps a gate shut.</summary>
/// <param name="Month">Day in the month in which it was due: the rows behind it stand there.</param>
/// <param name="Units">Names of the units whose report is not settled.</param>
/// <param name="Task">The task whose milestone it is, which then has the rows; null for duties of the plan.</param>
public sealed record OpenReport(DutyId Duty, string Title, DateOnly Month, IReadOnlyList<string> Units, string? Task = null);
