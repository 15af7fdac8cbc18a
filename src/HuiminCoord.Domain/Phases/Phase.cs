using System.Collections.Immutable;
using HuiminCoord.Domain.Files;
using Orleans;

namespace HuiminCoord.Domain.Phases;

/// <summary>Where a phase stands.</summary>
public enum PhaseStage
{
    /// <summary>Its window has not begun.</summary>
    Waiting,

    /// <summary>Inside its window.</summary>
    Running,

    /// <summary>Its window is over, its gate is not passed.</summary>
    AtGate,

    /// <summary>Left with evidence for every goal.</summary>
    Passed,

    /// <summary>Left by a signed waiver.</summary>
    Waived,
}

/// <summary>What a phase's actor keeps.</summary>
[Alias("phase")]
public sealed record PhaseState
{
    /// <summary>Version of the plan; 0 = not begun.</summary>
    public int PlanVersion { get; init; }

    /// <summary>When the plan was issued.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Where the phase stands.</summary>
    public PhaseStage Stage { get; init; }

    /// <summary>Ids of goals with evidence.</summary>
    public ImmutableSortedSet<string> GoalsMet { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>True once the office was told that the gate is near.</summary>
    public bool GateAnnounced { get; init; }

    /// <summary>Revision of the imported holiday papers that the phase was told of; 0 = none.</summary>
    public int CalendarRevision { get; init; }
}

/// <summary>What a phase's actor can be asked to do.</summary>
[GenerateSerializer, Immutable, Alias("phase-command")]
public abstract record PhaseCommand
{
    /// <summary>The campaign issues its plan to the phase.</summary>
    [GenerateSerializer, Immutable, Alias("phase-command.begin")]
    public sealed record Begin(int PlanVersion, DateTimeOffset IssuedAt) : PhaseCommand;

    /// <summary>Evidence that a goal is met.</summary>
    /// <param name="Files">Evidence beside the words; null = none.</param>
    [GenerateSerializer, Immutable, Alias("phase-command.record-goal")]
    public sealed record RecordGoal(string Goal, string Evidence, IReadOnlyList<FileRef>? Files = null) : PhaseCommand;

    /// <summary>The office leaves the phase with evidence.</summary>
    /// <param name="OpenReports">Reports due inside the window that are neither accepted nor waived, by the registers.</param>
    [GenerateSerializer, Immutable, Alias("phase-command.pass-gate")]
    public sealed record PassGate(IReadOnlyList<string> OpenReports) : PhaseCommand;

    /// <summary>The convenor leaves the phase without it.</summary>
    /// <param name="SignedBy">The post that signed the waiver.</param>
    [GenerateSerializer, Immutable, Alias("phase-command.waive-gate")]
    public sealed record WaiveGate(string Reason, string SignedBy) : PhaseCommand;

    /// <summary>The campaign works by a holiday paper that was imported: working days before the gate may be others.</summary>
    [GenerateSerializer, Immutable, Alias("phase-command.adopt-calendar")]
    public sealed record AdoptCalendar(int Revision, string Paper) : PhaseCommand;
}

/// <summary>What happened to a phase.</summary>
[Alias("phase-event")]
public abstract record PhaseEvent
{
    /// <summary>The plan reached the phase.</summary>
    [Alias("phase.begun")]
    public sealed record Begun(int PlanVersion, DateTimeOffset IssuedAt) : PhaseEvent;

    /// <summary>Its window began.</summary>
    [Alias("phase.opened")]
    public sealed record Opened : PhaseEvent;

    /// <summary>Its window ends in five working days.</summary>
    [Alias("phase.gate-announced")]
    public sealed record GateAnnounced(DateTimeOffset At, IReadOnlyList<string> MissingGoals) : PhaseEvent;

    /// <summary>Its window ended and the gate is not passed.</summary>
    /// <param name="EnteredLate">The window was over when the plan was issued: nobody is told, nothing is overdue.</param>
    [Alias("phase.gate-came")]
    public sealed record GateCame(DateTimeOffset At, bool EnteredLate, IReadOnlyList<string> MissingGoals) : PhaseEvent;

    /// <summary>A goal has evidence.</summary>
    /// <param name="Files">Evidence beside the words; null = none.</param>
    [Alias("phase.goal-met")]
    public sealed record GoalMet(string Goal, string Evidence, IReadOnlyList<FileRef>? Files = null) : PhaseEvent;

    /// <summary>Left with evidence.</summary>
    [Alias("phase.gate-passed")]
    public sealed record GatePassed(DateTimeOffset At) : PhaseEvent;

    /// <summary>Left by a signed waiver.</summary>
    [Alias("phase.gate-waived")]
    public sealed record GateWaived(DateTimeOffset At, string Reason, string SignedBy) : PhaseEvent;

    /// <summary>An imported holiday paper reached the phase: kept so that its next wake is computed anew.</summary>
    [Alias("phase.calendar-adopted")]
    public sealed record CalendarAdopted(int Revision, string Paper) : PhaseEvent;
}

/// <summary>What a phase has to do next.</summary>
public abstract record PhaseAction
{
    /// <summary>Nothing, until the given instant; null = for good.</summary>
    public sealed record Wait(DateTimeOffset? Until) : PhaseAction;

    /// <summary>Its window has begun.</summary>
    public sealed record Open : PhaseAction;

    /// <summary>Tell the office that the gate is near.</summary>
    public sealed record AnnounceGate : PhaseAction;

    /// <summary>Its window is over.</summary>
    public sealed record ComeToGate : PhaseAction;
}
