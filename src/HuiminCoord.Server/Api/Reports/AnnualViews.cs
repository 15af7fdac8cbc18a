using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Api.Reports;

/// <summary>What an annual report begins with. It holds the whole year: to these sums the unit adds the days that they do not cover.</summary>
/// <param name="Figures">Sums of months, by the cell, as printed; a cell that no month fills in is not here.</param>
/// <param name="Months">Months that are in the sums, each with its days of this year.</param>
/// <param name="LeftOut">Months that are not: the unit adds their days itself.</param>
/// <param name="Remainder">The last days, which no month's report covers before the year is over; null = none.</param>
/// <param name="Unsaid">Earlier annual reports that a month waits for.</param>
/// <param name="Undivided">Cells that are left empty, because an earlier annual report contradicts its months there.</param>
public sealed record AnnualPrefillView(
    IReadOnlyDictionary<string, string> Figures, IReadOnlyList<CoveredReportView> Months, IReadOnlyList<LeftOutMonthView> LeftOut, ReportPeriod? Remainder, IReadOnlyList<string> Unsaid, IReadOnlyList<string> Undivided)
{
    internal static AnnualPrefillView? Of(AnnualPrefill? prefill, SheetPlace place) => prefill is null ? null : new(
        place.Printed(prefill.Figures), [.. prefill.Months.Select(CoveredReportView.Of)], [.. prefill.LeftOut.Select(LeftOutMonthView.Of)], prefill.Remainder, prefill.Unsaid, [.. prefill.Undivided.Select(c => c.ToString())]);
}

/// <summary>A report, and days of it.</summary>
public sealed record CoveredReportView(string Duty, ReportPeriod Days)
{
    internal static CoveredReportView Of(CoveredReport report) => new(report.Duty.Value, report.Period);
}

/// <summary>A month that is not in a year's sums.</summary>
/// <param name="Days">Its days of this year.</param>
/// <param name="Reason">Missing and waived months are not reported. Of one that waits or is indivisible nobody says what of it belongs here: not until an earlier year is reported whole, or never.</param>
public sealed record LeftOutMonthView(string Duty, ReportPeriod Days, LeftOutReason Reason)
{
    internal static LeftOutMonthView Of(LeftOutMonth month) => new(month.Duty.Value, month.Period, month.Reason);
}
