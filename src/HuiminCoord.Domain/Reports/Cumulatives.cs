using System.Collections.Immutable;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Reports;

/// <summary>A report handed in anew after it had counted, with the reason that was given.</summary>
public sealed record Correction(DutyId Duty, Figures Before, Figures After, string Reason);

/// <summary>Where a cumulative figure rose or fell by a correction of the same or an earlier period.</summary>
/// <param name="Period">The report whose cumulative is another one now.</param>
/// <param name="Corrected">The report that was corrected.</param>
/// <param name="Before">Null = nobody had filled the cell in.</param>
/// <param name="After">Null = nobody has filled it in any more.</param>
public sealed record CumulativeChange(DutyId Period, CellAt Cell, long? Before, long? After, string Reason, DutyId Corrected)
{
    /// <summary>True when it fell: that happens by corrections alone.</summary>
    public bool Fell => (After ?? 0) < (Before ?? 0);
}

/// <summary>累计: that of the period before and the period's own figures.</summary>
public static class Cumulatives
{
    /// <summary>The cumulative figures of each period, earliest first.</summary>
    public static IReadOnlyList<PeriodFigures> Of(IEnumerable<PeriodFigures> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        var (all, sum) = (new List<PeriodFigures>(), Figures.None);
        foreach (var period in periods.OrderBy(p => p.Period.From))
        {
            sum = sum.Plus(period.Figures);
            all.Add(period with { Figures = sum });
        }

        return all;
    }

    /// <summary>What corrections change, one after the other: in the corrected period and in all that follow it.</summary>
    /// <param name="periods">The figures that counted before the first of the corrections.</param>
    public static IReadOnlyList<CumulativeChange> Changes(IEnumerable<PeriodFigures> periods, IEnumerable<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(corrections);
        var (counted, changes) = (periods.ToImmutableList(), new List<CumulativeChange>());
        foreach (var correction in corrections)
        {
            var before = Of(counted);
            counted = [.. counted.Select(p => p.Duty == correction.Duty ? p with { Figures = correction.After } : p)];
            changes.AddRange(before.Zip(Of(counted)).SelectMany(pair => Between(pair.First, pair.Second, correction)));
        }

        return changes;
    }

    private static IEnumerable<CumulativeChange> Between(PeriodFigures before, PeriodFigures after, Correction correction) =>
        from change in SheetDifference.Between(before.Figures, after.Figures)
        select new CumulativeChange(before.Duty, change.Cell, change.Before, change.After, correction.Reason, correction.Duty);
}
