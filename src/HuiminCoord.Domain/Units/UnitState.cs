using System.Collections.Immutable;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using Orleans;

namespace HuiminCoord.Domain.Units;

/// <summary>What a unit's actor keeps: its seats, what it still owes, and what it has to be told in the next digest.</summary>
/// <remarks>Closed obligations leave as events; at month 14 a silent unit's document stays below 2 KB.</remarks>
[Alias("unit")]
public sealed record UnitState
{
    /// <summary>Version of the plan that the unit works by; 0 = the campaign has not reached it yet.</summary>
    public int PlanVersion { get; init; }

    /// <summary>When the plan was issued to the unit.</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Occurrences that open on or before this day have been opened.</summary>
    public DateOnly OpenedThrough { get; init; }

    /// <summary>Day whose knowledge of holiday papers the planned dates rest on.</summary>
    public DateOnly DatesKnownOn { get; init; }

    /// <summary>单位负责同志.</summary>
    public Seat? Leader { get; init; }

    /// <summary>联络人.</summary>
    public Seat? Liaison { get; init; }

    /// <summary>备用联络人.</summary>
    public Seat? Deputy { get; init; }

    /// <summary>Open obligations, in the order of opening.</summary>
    public ImmutableList<Obligation> Open { get; init; } = [];

    /// <summary>Changes that the next digest tells.</summary>
    public PendingChanges? Changes { get; init; }

    /// <summary>Papers whose receipt the unit has not confirmed: <c>plan-1</c>. Receipts, never obligations.</summary>
    public ImmutableList<string> AwaitedReceipts { get; init; } = [];

    /// <summary>
    /// The instant of that knowledge where the day does not say it, because a paper was imported during it. Null means 00:00
    /// of <see cref="DatesKnownOn"/>: papers that came with the program are known from midnight.
    /// </summary>
    public DateTimeOffset? DatesKnownAt { get; init; }

    /// <summary>
    /// Planned duties that opening passes over: they ended by an amendment, or their opening had been before an amendment
    /// dropped them or gave them a later opening day.
    /// </summary>
    public ImmutableSortedSet<string> NotAgain { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The plan version by which the unit ceased to be a member; 0 = it is one.</summary>
    public int LeftWith { get; init; }

    /// <summary>A change of the unit's member of the joint meeting: what waits and what was answered last; null = none was ever asked for.</summary>
    public MemberMatter? Member { get; init; }

    /// <summary>The open obligation with this id, or null.</summary>
    public Obligation? Find(DutyId id) => Open.Find(o => o.Id == id);

    /// <summary>The seat of this kind, filled or not.</summary>
    public Seat? SeatOf(SeatKind kind) => kind switch
    {
        SeatKind.Leader => Leader,
        SeatKind.Liaison => Liaison,
        SeatKind.Deputy => Deputy,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>Changes not told yet.</summary>
/// <param name="Since">The first of them: the digest after it tells them all.</param>
/// <param name="Items">What changed, as <c>kind:duty</c>: <c>accepted:monthly-2020-09</c>.</param>
[Alias("pending-changes")]
public sealed record PendingChanges(DateTimeOffset Since, ImmutableList<string> Items);
