using Orleans;

namespace HuiminCoord.Domain.Time;

/// <summary>The end of a period, with what is needed to explain it and to see whether it may move. Equal by content.</summary>
/// <param name="Due">报送时限: the last day on which the matter is in time (Shanghai date).</param>
/// <param name="DoBy">办理日: the last working day on or before <paramref name="Due"/>.</param>
/// <param name="Provisional">True when a day the result rests on may be changed by a paper still to come.</param>
/// <param name="Rolled">True when a day of rest moved the end: <paramref name="Due"/> is not <paramref name="RawEnd"/>.</param>
/// <param name="RawEnd">The end before rolling.</param>
/// <param name="EndsAt">First instant that is too late: 24:00 of the due date, the close of business, or the end of the last hour.</param>
/// <param name="Papers">Ids of the papers and regions that decided days the result rests on, each once, by day.</param>
[GenerateSerializer, Immutable, Alias("deadline")]
public sealed record Deadline(
    DateOnly Due,
    DateOnly DoBy,
    bool Provisional,
    bool Rolled,
    DateOnly RawEnd,
    DateTimeOffset EndsAt,
    IReadOnlyList<string> Papers)
{
    /// <summary>True when <paramref name="instant"/> is no longer in time.</summary>
    public bool IsPastAt(DateTimeOffset instant) => instant >= EndsAt;

    /// <inheritdoc/>
    public bool Equals(Deadline? other) =>
        other is not null
        && (Due, DoBy, Provisional, Rolled, RawEnd, EndsAt) == (other.Due, other.DoBy, other.Provisional, other.Rolled, other.RawEnd, other.EndsAt)
        && Papers.SequenceEqual(other.Papers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Due, DoBy, Provisional, RawEnd, EndsAt, Papers.Count);
}
