using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Reports;

/// <summary>The counted figures of one report of a unit.</summary>
public sealed record PeriodFigures(DutyId Duty, ReportPeriod Period, Figures Figures);

/// <summary>What a unit reported before the report at hand. A period that it has not reported is not here: it is not zero.</summary>
/// <param name="earlier">In any order.</param>
public sealed class ReportHistory(IReadOnlyList<PeriodFigures> earlier)
{
    /// <summary>Nothing was reported before.</summary>
    public static ReportHistory None { get; } = new([]);

    /// <summary>The reports, earliest first.</summary>
    public IReadOnlyList<PeriodFigures> Earlier { get; } = [.. earlier.OrderBy(p => p.Period.From)];

    /// <summary>累计 up to the report at hand.</summary>
    public Figures Cumulative => field ??= Earlier.Aggregate(Figures.None, (sum, p) => sum.Plus(p.Figures));

    /// <summary>The report before the one at hand; null when there is none.</summary>
    public PeriodFigures? Previous => Earlier.Count == 0 ? null : Earlier[^1];

    /// <summary>What of a history lies before a period.</summary>
    public ReportHistory Before(ReportPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new([.. Earlier.Where(p => p.Period.To < period.From)]);
    }

    /// <summary>The figures of a cell in the last reports that filled it, latest first.</summary>
    public IEnumerable<long> Last(CellAt cell, int count) => Earlier.Reverse().Select(p => p.Figures[cell]).OfType<long>().Take(count);
}
