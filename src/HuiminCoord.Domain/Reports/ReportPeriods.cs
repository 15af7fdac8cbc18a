using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>A report and the days that it covers.</summary>
public sealed record CoveredReport(DutyId Duty, ReportPeriod Period);

/// <summary>Which days each report covers (统计期间): no day is covered twice, none is left out.</summary>
public static class ReportPeriods
{
    /// <summary>The days that an occurrence reports on; null for duties that report on none, and for plans without forms.</summary>
    public static ReportPeriod? Of(Plan plan, Occurrence occurrence)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Forms is { } forms ? Of(forms.Periods, occurrence) : null;
    }

    /// <summary>The days that an occurrence reports on; null for duties that report on none.</summary>
    public static ReportPeriod? Of(PeriodPlan periods, Occurrence occurrence)
    {
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(occurrence);
        return (occurrence.Duty.Kind, occurrence.Duty.Schedule) switch
        {
            (DutyKind.Monthly, DutySchedule.Monthly monthly) when occurrence.Due is { } due => Month(periods, monthly, due),
            (DutyKind.Annual, _) when periods.Annuals.TryGetValue(occurrence.Duty.Id, out var window) => new(window.From, window.To),
            _ => null,
        };
    }

    /// <summary>What an occurrence reports on, for people: 2020年9月, 2020年度.</summary>
    public static string TitleOf(Occurrence occurrence)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        return occurrence.Period.Length > 0 ? occurrence.Period : DutyPart.TitleWithoutTable(occurrence.Title).Replace("总结", "度", StringComparison.Ordinal);
    }

    /// <summary>The same by its id; of a report that the plan no longer has its id.</summary>
    public static string TitleOf(Plan plan, DutyId duty)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Occurrence.Find(plan, duty) is { } planned ? TitleOf(planned) : duty.Value;
    }

    /// <summary>The months' reports with their days, earliest first. They follow each other without a gap.</summary>
    public static IReadOnlyList<CoveredReport> Months(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Duties.FirstOrDefault(d => d.Kind == DutyKind.Monthly) is { } duty
            ? [.. from one in Occurrence.Of(duty) let period = Of(plan, one) where period is not null select new CoveredReport(one.Id, period)]
            : [];
    }

    /// <summary>The reports among which a report stands, earliest first: months among months, years among years. They are never added to each other: they cover the same days.</summary>
    public static IReadOnlyList<CoveredReport> Series(Plan plan, DutyId duty)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var annuals = from annual in plan.Duties.Where(d => d.Kind == DutyKind.Annual).SelectMany(Occurrence.Of)
                      let period = Of(plan, annual)
                      where period is not null
                      orderby period.From
                      select new CoveredReport(annual.Id, period);
        return new[] { Months(plan), [.. annuals] }.FirstOrDefault(series => series.Any(r => r.Duty == duty)) ?? [];
    }

    /// <summary>The report before a report in its series; null for the first.</summary>
    public static DutyId? Before(Plan plan, DutyId duty) => Series(plan, duty).TakeWhile(r => r.Duty != duty).LastOrDefault()?.Duty;

    /// <summary>The days of an annual report's window that no month's report up to its end covers: its final entry asks for them; null = none.</summary>
    /// <remarks>
    /// A month that goes beyond the window is not yet over when the annual report is due, so the entry asks for what of it lies inside:
    /// 2020-11-26 to 11-30 of December's report. Where reports of months have ended, it asks for all the rest: October 2021.
    /// </remarks>
    public static ReportPeriod? Remainder(Plan plan, string annual)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Forms?.Periods.Annuals.GetValueOrDefault(annual) is { } window ? Remainder(Months(plan), window) : null;
    }

    internal static ReportPeriod? Remainder(IReadOnlyList<CoveredReport> months, DateWindow window)
    {
        var next = months.LastOrDefault(m => m.Period.To <= window.To)?.Period.To.AddDays(1);
        var from = next > window.From ? next.Value : window.From;
        return from <= window.To ? new(from, window.To) : null;
    }

    /// <summary>A month that ends before the first day of all covers nothing; the next one then begins on that day.</summary>
    private static ReportPeriod? Month(PeriodPlan periods, DutySchedule.Monthly schedule, DateOnly due)
    {
        var last = new DateOnly(due.Year, due.Month, periods.LastDay);
        var isFirst = (due.Year, due.Month) == (schedule.From.Year, schedule.From.Month);
        var after = last.AddMonths(-1).AddDays(1);
        var from = isFirst || after < periods.From ? periods.From : after;
        return from <= last ? new(from, last) : null;
    }
}
