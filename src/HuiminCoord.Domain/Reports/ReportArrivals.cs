using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Reports;

/// <summary>A version of a unit's table as it arrived.</summary>
/// <param name="Version">1 for the first; a correction adds one.</param>
/// <param name="At">When it was handed in.</param>
/// <param name="Figures">The figures that count.</param>
public sealed record ReportArrival(UnitId Unit, DutyId Duty, int Version, DateTimeOffset At, bool Nil, Figures Figures);

/// <summary>A table that a unit owes.</summary>
/// <param name="LateFrom">From this instant on it is late; null = it never is.</param>
public sealed record OwedTable(UnitId Unit, DutyId Duty, DateTimeOffset? LateFrom, bool IsWaived);

/// <summary>What counts of all versions that arrived, in whatever order they are read.</summary>
public static class ReportArrivals
{
    /// <summary>One report for each table that is owed, in that order: the latest version counts, the first one says whether it was on time.</summary>
    /// <remarks>What was handed in counts although it was waived. What nobody owes is not added up: it has no row.</remarks>
    public static IReadOnlyList<UnitReport> Of(IEnumerable<OwedTable> owed, IEnumerable<ReportArrival> arrivals)
    {
        ArgumentNullException.ThrowIfNull(owed);
        ArgumentNullException.ThrowIfNull(arrivals);
        var byTable = arrivals.ToLookup(a => (a.Unit, a.Duty));
        return [.. owed.Select(one => Of(one, byTable[(one.Unit, one.Duty)]))];
    }

    private static UnitReport Of(OwedTable owed, IEnumerable<ReportArrival> arrivals)
    {
        var versions = arrivals.OrderBy(a => a.Version).ThenBy(a => a.At).ToList();
        if (versions.Count == 0)
        {
            return new(owed.Unit, owed.Duty, owed.IsWaived ? ReportStanding.Waived : ReportStanding.Missing, Figures.None);
        }

        var standing = versions[0].At >= owed.LateFrom ? ReportStanding.ReportedLate : versions[^1].Nil ? ReportStanding.Nil : ReportStanding.Reported;
        return new(owed.Unit, owed.Duty, standing, versions[^1].Figures);
    }
}
