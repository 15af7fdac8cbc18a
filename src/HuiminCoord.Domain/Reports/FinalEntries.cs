using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>最后一次补录: what a unit has reported of the days of a year that no month's report before its end covers.</summary>
/// <param name="Figures">By the cell. A cell that the annual report does not speak of is not here.</param>
/// <param name="Unknown">Cells of which nobody knows it: not every month has a figure there, or the year has less than its months.</param>
public sealed record FinalEntry(Figures Figures, IReadOnlyList<CellAt> Unknown)
{
    /// <summary>What an annual report says beyond the sum of its months.</summary>
    /// <param name="undivided">Cells in which that sum is not known.</param>
    internal static FinalEntry Of(Figures year, Figures sum, IReadOnlyList<Figures> months, IReadOnlyList<CellAt> undivided)
    {
        var (entry, unknown) = (Figures.None, new List<CellAt>());
        foreach (var cell in year.Cells.Keys.Select(CellAt.Find).OfType<CellAt>())
        {
            var rest = year[cell]!.Value - (sum[cell] ?? 0);
            if (rest < 0 || undivided.Contains(cell) || months.Any(m => m[cell] is null))
            {
                unknown.Add(cell);
            }
            else
            {
                entry = entry.With(cell, rest);
            }
        }

        return new(entry, unknown);
    }
}

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
        foreach (var annual in (plan.Forms?.Periods.Annuals ?? new Dictionary<string, DateWindow>()).OrderBy(a => a.Value.From).Select(a => a.Key))
        {
            var parts = AnnualParts.Of(plan, annual)!;
            if (counted.TryGetValue(new DutyId(annual), out var year) && AnnualPrefill.Of(parts, counted, entries) is { LeftOut.Count: 0 } months)
            {
                entries[annual] = FinalEntry.Of(year, months.Figures, [.. parts.Months.Select(m => counted[m.Duty])], months.Undivided);
            }
        }

        return entries;
    }
}
