using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Reports;

/// <summary>What an annual report begins with: its months and final entries, added up.</summary>
/// <param name="Figures">A cell that no part fills in is not here.</param>
/// <param name="LeftOut">Months whose figures are not in the sums: the unit has not reported them, or nobody says yet what of them belongs here.</param>
/// <param name="Entries">Annual reports whose final entries are needed and not there: this one's own, or an earlier one's for the month that crosses.</param>
/// <param name="Contradicting">Cells in which an earlier final entry says more than the whole month that it belongs to; they are left empty.</param>
public sealed record AnnualPrefill(Figures Figures, IReadOnlyList<DutyId> LeftOut, IReadOnlyList<string> Entries, IReadOnlyList<CellAt> Contradicting)
{
    /// <summary>True when every day of the window is in the sums.</summary>
    public bool IsWhole => LeftOut.Count + Entries.Count + Contradicting.Count == 0;

    /// <summary>Adds up one unit's parts.</summary>
    /// <param name="months">What counts of each month that the unit has reported.</param>
    /// <param name="remainders">The final entry of each annual report that has one, by the id of its duty.</param>
    public static AnnualPrefill Of(AnnualParts parts, IReadOnlyDictionary<DutyId, Figures> months, IReadOnlyDictionary<string, Figures> remainders)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(months);
        ArgumentNullException.ThrowIfNull(remainders);
        IEnumerable<string> needed = parts.Remainder is null ? parts.Earlier : parts.Earlier.Append(parts.Annual);
        var added = parts.Months.Where(m => months.ContainsKey(m) && (m != parts.Crossing || (parts.IsDivided && parts.Earlier.All(remainders.ContainsKey)))).ToList();
        var entry = parts.Remainder is null ? null : remainders.GetValueOrDefault(parts.Annual);
        var sum = added.Where(m => m != parts.Crossing).Select(m => months[m]).Append(entry).OfType<Figures>().Aggregate(Figures.None, (all, one) => all.Plus(one));
        var rest = parts.Crossing is { } crossing && added.Contains(crossing) ? Rest(months[crossing], parts.Earlier.Select(e => remainders[e])) : [];
        var contradicting = rest.Where(r => r.Figure < 0).Select(r => r.Cell).ToList();
        sum = rest.Aggregate(sum, (all, r) => all.With(r.Cell, r.Figure < 0 ? null : (all[r.Cell] ?? 0) + r.Figure));
        return new(sum, [.. parts.Months.Except(added)], [.. needed.Where(annual => !remainders.ContainsKey(annual))], contradicting);
    }

    /// <summary>The month that crosses without what earlier final entries say of it. A cell that these do not speak of is all of this year.</summary>
    private static List<(CellAt Cell, long Figure)> Rest(Figures month, IEnumerable<Figures> entries)
    {
        var earlier = entries.Aggregate(Figures.None, (all, one) => all.Plus(one));
        return [.. from key in month.Cells.Keys
                   let cell = CellAt.Find(key)
                   where cell is not null
                   select (cell.Value, month[cell.Value]!.Value - (earlier[cell.Value] ?? 0))];
    }
}
