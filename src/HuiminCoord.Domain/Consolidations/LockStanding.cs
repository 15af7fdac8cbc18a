using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Consolidations;

/// <summary>Whether a month or year is locked.</summary>
public enum LockStanding
{
    /// <summary>It was never locked.</summary>
    Open,

    /// <summary>已锁定: the reports stand as they stood when it was locked.</summary>
    Locked,

    /// <summary>It was locked, and two people have opened a report of it again since, or a correction has been accepted: it is to be locked anew.</summary>
    Reopened,
}

/// <summary>Judged when somebody looks, from the table that was kept and the reports as they count now.</summary>
public static class LockStandings
{
    /// <param name="locked">What the last locked table was kept with; null = it was never locked.</param>
    /// <param name="current">The same as it would be kept now.</param>
    /// <param name="period">The month or year itself: cumulatives follow earlier months, which have locks of their own.</param>
    /// <param name="open">Units whose report of the period is not accepted, or is opened again.</param>
    public static LockStanding Of(IReadOnlyList<KeptReport>? locked, IReadOnlyList<KeptReport> current, DutyId period, IReadOnlyList<UnitId> open)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(open);
        return locked is null ? LockStanding.Open
            : open.Count > 0 || !Of(locked, period).SetEquals(Of(current, period)) ? LockStanding.Reopened
            : LockStanding.Locked;
    }

    private static HashSet<KeptReport> Of(IReadOnlyList<KeptReport> reports, DutyId period) => [.. reports.Where(k => k.Duty == period).Select(k => k with { LateWorkdays = null, Whole = null })];
}
