using System.Collections.Immutable;
using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Identity;
using Orleans;

namespace HuiminCoord.Domain.Supervision;

/// <summary>What a supervision group's actor keeps.</summary>
/// <remarks>Registers keep the same, by the same rules: there are some groups only, and each is read as a whole.</remarks>
[Alias("supervision")]
public sealed record SupervisionState
{
    /// <summary>What the group looks at; null until it was recorded.</summary>
    public SupervisionMandate? Mandate { get; init; }

    /// <summary>Lines that the group added to its checklist: <c>own.1</c> is the first. They are never taken away.</summary>
    public ImmutableList<string> OwnLines { get; init; } = [];

    /// <summary>Visits, in the order in which they were first saved.</summary>
    public ImmutableList<SupervisionVisit> Visits { get; init; } = [];

    /// <summary>Problems; the first has number 1, and none is ever taken away.</summary>
    public ImmutableList<SupervisionProblem> Problems { get; init; } = [];

    /// <summary>When the report was last handed to the office; null = never.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>How often it was.</summary>
    public int Reports { get; init; }

    /// <summary>The visit with this id, or null.</summary>
    public SupervisionVisit? Visit(string id) => Visits.Find(v => v.Id == id);

    /// <summary>Visits that were made by a day; those of a later day are planned.</summary>
    public int VisitsUntil(DateOnly today) => Visits.Count(v => v.Day <= today);

    /// <summary>The problem with this number, or null.</summary>
    public SupervisionProblem? Problem(int number) => number >= 1 && number <= Problems.Count ? Problems[number - 1] : null;
}

/// <summary>What a group was asked to look at.</summary>
/// <param name="Matter">督导事项.</param>
/// <param name="Units">Units in scope.</param>
/// <param name="Tasks">Tasks in scope.</param>
/// <param name="From">First day, Asia/Shanghai.</param>
/// <param name="Until">Last day of visits, Asia/Shanghai.</param>
/// <param name="Leader">Post of whoever leads the group; never a personal name.</param>
[GenerateSerializer, Immutable, Alias("supervision-mandate")]
public sealed record SupervisionMandate(string Matter, IReadOnlyList<UnitId> Units, IReadOnlyList<TaskId> Tasks, DateOnly From, DateOnly Until, string Leader)
{
    /// <summary>By what it holds; records compare lists by reference.</summary>
    public bool SameAs(SupervisionMandate? other) =>
        other is not null && other with { Units = Units, Tasks = Tasks } == this && other.Units.SequenceEqual(Units) && other.Tasks.SequenceEqual(Tasks);
}

/// <summary>A visit, planned or made.</summary>
/// <param name="Id">Within the group.</param>
/// <param name="Day">Asia/Shanghai; a later one is planned.</param>
/// <param name="Place">Where: a market, a school's canteen.</param>
/// <param name="Lines">Lines of the checklist that were looked at.</param>
/// <param name="Achievements">成绩; may be empty.</param>
/// <param name="Highlights">亮点; may be empty.</param>
/// <param name="Files">Photographs and papers, in the order in which they were attached.</param>
/// <param name="Revision">How often it was worded; 0 in rows of an earlier program.</param>
[GenerateSerializer, Immutable, Alias("supervision-visit")]
public sealed record SupervisionVisit(
    string Id, DateOnly Day, UnitId Unit, string Place, IReadOnlyList<string> Lines, string Achievements, string Highlights, IReadOnlyList<FileRef> Files, int Revision = 0)
{
    /// <summary>By what people wrote; files are attached apart.</summary>
    public bool SaysAs(SupervisionVisit? other) =>
        other is not null && other with { Lines = Lines, Files = Files, Revision = Revision } == this && other.Lines.SequenceEqual(Lines);
}

/// <summary>A problem that the group found, and how far it is.</summary>
/// <param name="Number">Within the group, from 1 without gaps: 督2-04 is the fourth of the second group.</param>
/// <param name="Task">The task that it belongs to; null = none.</param>
/// <param name="Due">By when it is to be mended, as the group set it. The unit's obligation has the date in force.</param>
/// <param name="Visit">The visit on which it was found; null = it was found otherwise.</param>
/// <param name="At">When it was entered, UTC.</param>
/// <param name="Word">What the group said at its last check; empty = it has not checked.</param>
/// <param name="CheckedAt">When it last checked, UTC.</param>
/// <param name="Checks">How often it checked.</param>
/// <param name="Refusal">Why the unit's actor did not take what it was told last; null = it took it.</param>
[Alias("supervision-problem")]
public sealed record SupervisionProblem(
    int Number, UnitId Unit, TaskId? Task, string Text, DateOnly Due, string? Visit, DateTimeOffset At, ProblemStage Stage,
    string Word = "", DateTimeOffset? CheckedAt = null, int Checks = 0, string? Refusal = null);

/// <summary>Where a problem stands with its group. Whether the unit has handed in is said by its obligation.</summary>
public enum ProblemStage
{
    /// <summary>Entered; the unit's actor has not been told.</summary>
    Entered,

    /// <summary>The unit owes it.</summary>
    Owed,

    /// <summary>The unit's actor did not take it; the group sees why.</summary>
    NotTaken,

    /// <summary>Checked and found mended; the unit's actor has not been told.</summary>
    Passed,

    /// <summary>Checked and found not mended; the unit's actor has not been told.</summary>
    SentBack,

    /// <summary>销号: checked, found mended, and nothing is owed any more.</summary>
    StruckOff,
}
