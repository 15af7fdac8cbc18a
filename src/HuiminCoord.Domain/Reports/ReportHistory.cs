using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>The counted figures of one report of a unit.</summary>
public sealed record PeriodFigures(DutyId Duty, ReportPeriod Period, Figures Figures);

/// <summary>An annual report that is in, and whose months add up to something else once a report is corrected.</summary>
/// <param name="Figures">What counts of the year.</param>
/// <param name="Before">The sums of its months as they count.</param>
/// <param name="After">The sums after the correction. A cell of which it is not known any more is not here.</param>
public sealed record YearChange(DutyId Duty, Figures Figures, Figures Before, Figures After);

/// <summary>What a unit reported beside the report at hand: before it above all. A period that it has not reported is not here: it is not zero.</summary>
/// <param name="earlier">In any order.</param>
public sealed class ReportHistory(IReadOnlyList<PeriodFigures> earlier)
{
    /// <summary>Nothing was reported before.</summary>
    public static ReportHistory None { get; } = new([]);

    /// <summary>The reports, earliest first.</summary>
    public IReadOnlyList<PeriodFigures> Earlier { get; } = [.. earlier.OrderBy(p => p.Period.From)];

    /// <summary>True where a period before the one at hand is missing or waived: cumulatives do not hold all that happened.</summary>
    public bool HasGaps { get; private init; }

    /// <summary>累计 up to the report at hand.</summary>
    public Figures Cumulative => field ??= Earlier.Aggregate(Figures.None, (sum, p) => sum.Plus(p.Figures));

    /// <summary>What was reported after the report at hand, earliest first: its cumulatives follow when this one is corrected.</summary>
    public IReadOnlyList<PeriodFigures> Later { get; private init; } = [];

    /// <summary>What counts of the report at hand itself; null = nothing yet.</summary>
    public PeriodFigures? Own { get; private init; }

    /// <summary>What an annual report begins with; null for every other.</summary>
    public AnnualPrefill? Prefill { get; private init; }

    private Func<Figures, IReadOnlyList<YearChange>> Years { get; init; } = _ => [];

    /// <summary>The report before the one at hand; null when there is none.</summary>
    public PeriodFigures? Previous => Earlier.Count == 0 ? null : Earlier[^1];

    /// <summary>What one unit reported beside a report. A year is compared with years, a month with months.</summary>
    /// <param name="counted">What counts of each month and each year that the unit has reported.</param>
    /// <param name="waived">Months and years that the unit does not have to report; null = none.</param>
    public static ReportHistory Of(Plan plan, DutyId duty, IReadOnlyDictionary<DutyId, Figures> counted, IReadOnlySet<DutyId>? waived = null)
    {
        ArgumentNullException.ThrowIfNull(counted);
        var series = ReportPeriods.Series(plan, duty);
        PeriodFigures[] Reported(IEnumerable<CoveredReport> reports) => [.. reports.Where(r => counted.ContainsKey(r.Duty)).Select(r => new PeriodFigures(r.Duty, r.Period, counted[r.Duty]))];
        var own = Reported(series.Where(r => r.Duty == duty)).FirstOrDefault();
        var before = series.TakeWhile(r => r.Duty != duty).ToList();
        return new(Reported(before))
        {
            HasGaps = before.Exists(r => !counted.ContainsKey(r.Duty)),
            Later = Reported(series.SkipWhile(r => r.Duty != duty).Skip(1)), Own = own, Prefill = AnnualPrefill.Of(plan, duty.Value, counted, waived), Years = own is null ? _ => [] : figures => YearsOf(plan, duty, counted, figures),
        };
    }

    /// <summary>What cumulatives become when the report at hand is corrected to these figures: its own, and all later ones.</summary>
    public IReadOnlyList<CumulativeChange> Corrected(Figures figures, string reason) =>
        Own is null ? [] : Cumulatives.Changes([.. Earlier, Own, .. Later], [new Correction(Own.Duty, Own.Figures, figures, reason)]);

    /// <summary>
    /// Years that follow when the report at hand is corrected to these figures: that of a month, and the next one too where the correction
    /// changes how much of the month between them is left to it.
    /// </summary>
    public IReadOnlyList<YearChange> YearsWith(Figures figures) => Years(figures);

    /// <summary>The figures of a cell in the last reports that filled it, latest first.</summary>
    public IEnumerable<long> Last(CellAt cell, int count) => Earlier.Reverse().Select(p => p.Figures[cell]).OfType<long>().Take(count);

    private static IReadOnlyList<YearChange> YearsOf(Plan plan, DutyId duty, IReadOnlyDictionary<DutyId, Figures> counted, Figures figures)
    {
        var corrected = new Dictionary<DutyId, Figures>(counted) { [duty] = figures };
        var (before, after) = (FinalEntries.Of(plan, counted), FinalEntries.Of(plan, corrected));
        return [.. from annual in plan.Forms?.Periods.Annuals.Keys ?? []
                   where annual != duty.Value && counted.ContainsKey(new(annual))
                   let parts = AnnualParts.Of(plan, annual)!
                   let change = new YearChange(new(annual), counted[new(annual)], AnnualPrefill.Of(parts, counted, before).Figures, AnnualPrefill.Of(parts, corrected, after).Figures)
                   where SheetDifference.Between(change.Before, change.After).Any()
                   select change];
    }
}
