using System.Collections.Immutable;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using Orleans;

namespace HuiminCoord.Domain.Obligations;

/// <summary>One open thing that a unit owes, as its actor keeps it: only what differs from the plan.</summary>
/// <param name="Id">The duty.</param>
[Alias("obligation")]
public sealed record Obligation(DutyId Id)
{
    /// <summary>The reporting date where it was moved or extended from the planned one.</summary>
    public DateOnly? MovedTo { get; init; }

    /// <summary>From when rungs count, where that is not the planned opening: the assignment or the last grant.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Stages of parts that are neither open nor excluded by the plan.</summary>
    public ImmutableSortedDictionary<string, PartStage> Parts { get; init; } = ImmutableSortedDictionary<string, PartStage>.Empty;

    /// <summary>Rungs given so far.</summary>
    public RungSet Given { get; init; }

    /// <summary>Rungs that found nobody: not given, reported as undeliverable once.</summary>
    public RungSet Unaddressed { get; init; }

    /// <summary>
    /// Latest first submission among the parts that <see cref="Firsts"/> does not name: they came back or were dropped since, or
    /// an earlier program kept them.
    /// </summary>
    public DateTimeOffset? FirstSubmittedAt { get; init; }

    /// <summary>The date asked for by a pending request for extension.</summary>
    public DateOnly? ExtensionAsked { get; init; }

    /// <summary>Number of granted extensions: part of the rung ids.</summary>
    public int Extensions { get; init; }

    /// <summary>Number of returns so far.</summary>
    public int Returns { get; init; }

    /// <summary>Correction date (修改时限) that the last return set; in force while a part is returned.</summary>
    public DateOnly? CorrectionDue { get; init; }

    /// <summary>Date of the last manual urge.</summary>
    public DateOnly? UrgedOn { get; init; }

    /// <summary>What is owed, where it is not in the plan.</summary>
    public Assignment? Assigned { get; init; }

    /// <summary>It was entered late, and stays so though an amendment names a date for it.</summary>
    public bool EnteredLate { get; init; }

    /// <summary>When an amendment brought it, where it did not come with the unit's first plan.</summary>
    public DateTimeOffset? BroughtAt { get; init; }

    /// <summary>How often an amendment gave it another date: part of the rung ids, like <see cref="Extensions"/>.</summary>
    public int Replans { get; init; }

    /// <summary>First submissions that can still be undone: of parts that were handed in and never came back.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Firsts { get; init; } = ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    /// <summary>Submitted parts whose review has begun.</summary>
    public ImmutableSortedSet<string> UnderReview { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Submitted parts that the office entered (代录).</summary>
    public ImmutableSortedSet<string> OnBehalf { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Number of the form's version that was handed in last; 0 = none came with a form.</summary>
    public int FormVersion { get; init; }
}

/// <summary>An obligation that came from a task, a meeting or the office rather than from the plan.</summary>
/// <param name="Due">Reporting date.</param>
/// <param name="Clause">Clause or decision it rests on; may be empty.</param>
/// <param name="Source">Who assigned it: <c>task/chi-1</c>, <c>office</c>.</param>
[GenerateSerializer, Immutable, Alias("assignment")]
public sealed record Assignment(DutyKind Kind, string Title, DateOnly Due, string Clause, string Source)
{
    /// <summary>How the source of what a supervision group lays on a unit begins.</summary>
    public const string OfSupervision = "supervision/";

    /// <summary>True for ids that problems of supervision have, and nothing else: <c>du-2-04</c>. Registers tell a problem by them.</summary>
    public static bool IsProblem(DutyId duty) =>
        duty.Value.Split('-') is ["du", { Length: 1 or 2 } group, { Length: 2 } number] && group.All(char.IsAsciiDigit) && number.All(char.IsAsciiDigit);
}
