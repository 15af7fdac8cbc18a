using System.Collections.Immutable;
using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Identity;
using Orleans;

namespace HuiminCoord.Domain.Tasks;

/// <summary>What a domain task's actor keeps.</summary>
[Alias("task")]
public sealed record TaskState
{
    /// <summary>Version of the plan; 0 = not begun.</summary>
    public int PlanVersion { get; init; }

    /// <summary>When the plan was issued.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Last progress report; null = none yet.</summary>
    public DateTimeOffset? LastProgressAt { get; init; }

    /// <summary>Share done as last reported, 0 to 100; null = never said.</summary>
    public int? Percent { get; init; }

    /// <summary>Since when the task waits for coordination (需协调解决); null = it does not.</summary>
    public DateTimeOffset? BlockedSince { get; init; }

    /// <summary>True once the present silence was reported as 超期未更新.</summary>
    public bool Stale { get; init; }

    /// <summary>Milestones, in order of entry.</summary>
    public ImmutableList<Milestone> Milestones { get; init; } = [];

    /// <summary>The plan version that does not name the task any more; 0 = it goes on.</summary>
    public int EndedWith { get; init; }
}

/// <summary>A milestone of a task. The lead unit owes it as an obligation named <c>{task}-{milestone}</c>.</summary>
/// <param name="Due">Reporting date, Asia/Shanghai.</param>
[Alias("milestone")]
public sealed record Milestone(string Id, string Title, DateOnly Due, MilestoneStage Stage);

/// <summary>Where a milestone stands, its obligation included.</summary>
public enum MilestoneStage
{
    /// <summary>Entered; the unit's actor has not been told.</summary>
    Entered,

    /// <summary>The unit owes it.</summary>
    Owed,

    /// <summary>The unit's actor did not take it; the office sees why.</summary>
    NotTaken,

    /// <summary>Reached; the unit's actor has not been told.</summary>
    Reached,

    /// <summary>Reached, and handed in as an obligation.</summary>
    Done,

    /// <summary>Given up; the unit's actor has not been told.</summary>
    Dropped,

    /// <summary>Owed, and its date has passed.</summary>
    Missed,

    /// <summary>Given up, and the unit was told. It stays: its id, and with it the obligation's, is never used again.</summary>
    GivenUp,
}

/// <summary>What a task's actor can be asked to do. <c>Unit</c> is the unit on whose behalf it is asked.</summary>
[GenerateSerializer, Immutable, Alias("task-command")]
public abstract record TaskCommand
{
    /// <summary>The campaign issues its plan to the task.</summary>
    [GenerateSerializer, Immutable, Alias("task-command.begin")]
    public sealed record Begin(int PlanVersion, DateTimeOffset IssuedAt) : TaskCommand;

    /// <summary>A unit of the task reports progress with evidence in words.</summary>
    /// <param name="Files">Evidence beside the words; null = none.</param>
    [GenerateSerializer, Immutable, Alias("task-command.report-progress")]
    public sealed record ReportProgress(UnitId Unit, string Text, int? Percent, IReadOnlyList<FileRef>? Files = null) : TaskCommand;

    /// <summary>A unit of the task asks for coordination.</summary>
    /// <param name="With">The member unit with which it disagrees on whose work it is (分工争议); null = something else is stuck.</param>
    [GenerateSerializer, Immutable, Alias("task-command.raise-block")]
    public sealed record RaiseBlock(UnitId Unit, string What, string Proposal, UnitId? With = null) : TaskCommand;

    /// <summary>The office or the lead unit says how it was solved.</summary>
    [GenerateSerializer, Immutable, Alias("task-command.solve-block")]
    public sealed record SolveBlock(string How) : TaskCommand;

    /// <summary>The lead unit enters a milestone.</summary>
    [GenerateSerializer, Immutable, Alias("task-command.set-milestone")]
    public sealed record SetMilestone(UnitId Unit, string Id, string Title, DateOnly Due) : TaskCommand;

    /// <summary>The lead unit reached a milestone.</summary>
    [GenerateSerializer, Immutable, Alias("task-command.reach-milestone")]
    public sealed record ReachMilestone(UnitId Unit, string Id, string Evidence) : TaskCommand;

    /// <summary>The lead unit gives a milestone up, with a reason.</summary>
    [GenerateSerializer, Immutable, Alias("task-command.drop-milestone")]
    public sealed record DropMilestone(UnitId Unit, string Id, string Reason) : TaskCommand;

    /// <summary>The task's own pump: the unit's actor was told.</summary>
    /// <param name="Refusal">Why it did not take it; null = it did.</param>
    [GenerateSerializer, Immutable, Alias("task-command.confirm-told")]
    public sealed record ConfirmTold(string Id, MilestoneStage Was, string? Refusal) : TaskCommand;

    /// <summary>An amended plan does not name the task any more.</summary>
    [GenerateSerializer, Immutable, Alias("task-command.end")]
    public sealed record End(int PlanVersion) : TaskCommand;
}

/// <summary>What happened to a task.</summary>
[Alias("task-event")]
public abstract record TaskEvent
{
    /// <summary>The plan reached the task.</summary>
    [Alias("task.begun")]
    public sealed record Begun(int PlanVersion, DateTimeOffset IssuedAt) : TaskEvent;

    /// <summary>Progress was reported.</summary>
    /// <param name="Files">Evidence beside the words; null = none.</param>
    [Alias("task.progress-reported")]
    public sealed record ProgressReported(UnitId Unit, DateTimeOffset At, string Text, int? Percent, IReadOnlyList<FileRef>? Files = null) : TaskEvent;

    /// <summary>Coordination was asked for.</summary>
    /// <param name="With">The member unit with which the asker disagrees on whose work it is; null = no dispute.</param>
    [Alias("task.blocked")]
    public sealed record Blocked(UnitId Unit, DateTimeOffset At, string What, string Proposal, UnitId? With = null) : TaskEvent;

    /// <summary>The block was solved.</summary>
    [Alias("task.solved")]
    public sealed record Solved(DateTimeOffset At, string How) : TaskEvent;

    /// <summary>No update for longer than the plan allows.</summary>
    [Alias("task.went-stale")]
    public sealed record WentStale(DateTimeOffset At, DateTimeOffset Since) : TaskEvent;

    /// <summary>A milestone was entered.</summary>
    [Alias("task.milestone-set")]
    public sealed record MilestoneSet(string Id, string Title, DateOnly Due) : TaskEvent;

    /// <summary>A milestone was reached.</summary>
    [Alias("task.milestone-reached")]
    public sealed record MilestoneReached(string Id, DateTimeOffset At, string Evidence) : TaskEvent;

    /// <summary>A milestone was given up.</summary>
    [Alias("task.milestone-dropped")]
    public sealed record MilestoneDropped(string Id, string Reason) : TaskEvent;

    /// <summary>A milestone's date passed.</summary>
    [Alias("task.milestone-missed")]
    public sealed record MilestoneMissed(string Id, DateTimeOffset At) : TaskEvent;

    /// <summary>The unit's actor was told.</summary>
    [Alias("task.unit-told")]
    public sealed record UnitTold(string Id, MilestoneStage Now, string? Refusal) : TaskEvent;

    /// <summary>The plan does not name the task any more.</summary>
    [Alias("task.ended")]
    public sealed record Ended(int PlanVersion, DateTimeOffset At) : TaskEvent;
}
