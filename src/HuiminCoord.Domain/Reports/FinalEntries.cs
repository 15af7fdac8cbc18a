using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>Final entries of one unit's years. Nobody types them: an annual report holds the whole year, as on paper, so the entry is what it has beyond its months.</summary>
public static class FinalEntries
{
    /// <summary>Of each year whose annual report counts, as all its months do; by the id of its duty.</summary>
    /// <param name="counted">What counts of each month and each year that the unit has reported.</param>
    public static IReadOnlyDictionary<string, FinalEntry> Of(Plan plan, IReadOnlyDictionary<DutyId, Figures> counted)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(counted);
        var entries = new Dictionary<string, FinalEntry>(StringComparer.Ordinal);
        foreach (var annual in Years(plan))
        {
            var parts = AnnualParts.Of(plan, annual)!;
            if (counted.TryGetValue(new DutyId(annual), out var year) && AnnualPrefill.Of(parts, counted, entries) is { LeftOut.Count: 0 } months)
            {
                entries[annual] = FinalEntry.Of(year, months.Figures, [.. parts.Months.Select(m => counted[m.Duty])], months.Undivided);
            }
        }

        return entries;
    }

    /// <summary>Years whose final entry nobody will ever know: one of their months, or they themselves, are waived, or nobody divides the month that crosses into them.</summary>
    /// <param name="waived">Months and years that the unit does not have to report, and has not.</param>
    internal static IReadOnlySet<string> Never(Plan plan, IReadOnlySet<DutyId> waived)
    {
        var never = new HashSet<string>(StringComparer.Ordinal);
        foreach (var annual in Years(plan))
        {
            var parts = AnnualParts.Of(plan, annual)!;
            if (waived.Contains(new(annual)) || !parts.IsDivided || parts.Months.Any(m => waived.Contains(m.Duty)) || parts.Earlier.Any(never.Contains))
            {
                never.Add(annual);
            }
        }

        return never;
    }

    /// <summary>The ids of annual reports, earliest first.</summary>
    private static IEnumerable<string> Years(Plan plan) => (plan.Forms?.Periods.Annuals ?? new Dictionary<string, DateWindow>()).OrderBy(a => a.Value.From).Select(a => a.Key);
}
