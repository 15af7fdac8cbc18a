using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>Which reports a table of the district adds up.</summary>
public static class ReportSelection
{
    /// <summary>本期: a month, or a year by its annual reports.</summary>
    public static IEnumerable<UnitReport> During(this IEnumerable<UnitReport> reports, DutyId duty)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return reports.Where(r => r.Duty == duty);
    }

    /// <summary>累计 up to the end of a report: of a month, all months up to it; of an annual report, all annual reports up to it.</summary>
    /// <remarks>Months and annual reports are never added to each other: they cover the same days.</remarks>
    public static IEnumerable<UnitReport> Through(this IEnumerable<UnitReport> reports, Plan plan, DutyId duty)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(plan);
        var series = ReportPeriods.Series(plan, duty);
        var until = series.FirstOrDefault(r => r.Duty == duty)?.Period.To;
        var through = series.Where(r => r.Period.To <= until).Select(r => r.Duty).ToHashSet();
        return reports.Where(r => through.Contains(r.Duty));
    }
}
