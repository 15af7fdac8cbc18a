using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>What an annual report is added up from: whole months and its final entry, without what an earlier annual report already has.</summary>
/// <param name="Annual">The id of its duty.</param>
/// <param name="Months">Months' reports that end inside its window.</param>
/// <param name="Remainder">The days that its final entry asks for; null = none.</param>
/// <param name="Before">
/// The days of the first of these months that lie before the window. They belong to an earlier annual report, whose final entry says
/// how much they are; this report has the difference. Null = the first month begins inside.
/// </param>
/// <param name="Earlier">The annual reports whose final entries say it.</param>
/// <param name="IsDivided">False when they do not speak of all these days: then nobody knows what of that month belongs here.</param>
public sealed record AnnualParts(string Annual, IReadOnlyList<CoveredReport> Months, ReportPeriod? Remainder, ReportPeriod? Before, IReadOnlyList<string> Earlier, bool IsDivided)
{
    /// <summary>The month that crosses from an earlier annual report into this one; null = none does.</summary>
    public DutyId? Crossing => Before is null ? null : Months[0].Duty;

    /// <summary>The days of a month's report that belong to this year.</summary>
    public ReportPeriod DaysOf(CoveredReport month)
    {
        ArgumentNullException.ThrowIfNull(month);
        return Before is { } before && month.Duty == Crossing ? new(before.To.AddDays(1), month.Period.To) : month.Period;
    }

    /// <summary>The parts of an annual report; null when the plan gives it no window.</summary>
    public static AnnualParts? Of(Plan plan, string annual)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Forms?.Periods.Annuals is not { } annuals || !annuals.TryGetValue(annual, out var window))
        {
            return null;
        }

        var months = ReportPeriods.Months(plan);
        var own = months.Where(m => m.Period.To >= window.From && m.Period.To <= window.To).ToList();
        var before = own is [var first, ..] && first.Period.From < window.From ? new ReportPeriod(first.Period.From, window.From.AddDays(-1)) : null;
        var earlier = before is null ? [] : annuals.Where(a => a.Value.To < window.From && a.Value.To >= before.From).OrderBy(a => a.Value.From).ToList();
        var said = earlier.Sum(a => Days(ReportPeriods.Remainder(months, a.Value)));
        return new(annual, own, ReportPeriods.Remainder(months, window), before, [.. earlier.Select(a => a.Key)], said == Days(before));
    }

    private static int Days(ReportPeriod? period) => period is null ? 0 : period.To.DayNumber - period.From.DayNumber + 1;
}
