using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>Why a month is not in a year's sums.</summary>
public enum LeftOutReason
{
    /// <summary>The unit has not reported it.</summary>
    Missing,

    /// <summary>免报: the unit does not have to.</summary>
    Waived,

    /// <summary>It counts, but what of it belongs here is not known until the earlier year and all its months are reported.</summary>
    Waits,

    /// <summary>It counts, but nobody will ever say what of it belongs here.</summary>
    Indivisible,
}

/// <summary>A month that is not in a year's sums.</summary>
/// <param name="Period">Its days of this year.</param>
public sealed record LeftOutMonth(DutyId Duty, ReportPeriod Period, LeftOutReason Reason);

/// <summary>What an annual report begins with: its months, added up. The unit adds the days that no month covers, cell by cell.</summary>
/// <param name="Figures">A cell that no month fills in is not here.</param>
/// <param name="Months">Months that are in the sums, each with its days of this year.</param>
/// <param name="LeftOut">Months that are not: the unit adds their days itself.</param>
/// <param name="Remainder">The last days, which no month's report covers before the year is over; null = none.</param>
/// <param name="Unsaid">Earlier annual reports that the month which crosses waits for: they, or some of their months, are not reported.</param>
/// <param name="Undivided">Cells in which nobody knows what of the month that crosses belongs here, because the earlier year contradicts its months; they are left empty.</param>
public sealed record AnnualPrefill(
    Figures Figures, IReadOnlyList<CoveredReport> Months, IReadOnlyList<LeftOutMonth> LeftOut, ReportPeriod? Remainder, IReadOnlyList<string> Unsaid, IReadOnlyList<CellAt> Undivided)
{
    /// <summary>True when every day of the window but the last ones is in the sums.</summary>
    public bool IsWhole => LeftOut.Count + Undivided.Count == 0;

    /// <summary>The days that are in the sums.</summary>
    public IReadOnlyList<ReportPeriod> Covered => ReportPeriod.Joined(Months.Select(m => m.Period));

    /// <summary>The days that the unit adds to them itself.</summary>
    public IReadOnlyList<ReportPeriod> ToAdd => ReportPeriod.Joined(LeftOut.Select(m => m.Period).Concat(Remainder is null ? [] : [Remainder]));

    /// <summary>Adds up one unit's months; null for a report that is none of a year.</summary>
    /// <param name="counted">What counts of each month and each year that the unit has reported.</param>
    /// <param name="waived">Months and years that the unit does not have to report; null = none.</param>
    public static AnnualPrefill? Of(Plan plan, string annual, IReadOnlyDictionary<DutyId, Figures> counted, IReadOnlySet<DutyId>? waived = null)
    {
        ArgumentNullException.ThrowIfNull(counted);
        if (AnnualParts.Of(plan, annual) is not { } parts)
        {
            return null;
        }

        var never = (waived ?? new HashSet<DutyId>()).Where(d => !counted.ContainsKey(d)).ToHashSet();
        var unsaid = FinalEntries.Never(plan, never);
        var prefill = Of(parts, counted, FinalEntries.Of(plan, counted));
        return prefill with { LeftOut = [.. prefill.LeftOut.Select(m => m with { Reason = Reason(m, parts, never, unsaid) })] };
    }

    /// <summary>Adds up one unit's months.</summary>
    /// <param name="months">What counts of each month that the unit has reported.</param>
    /// <param name="entries">Final entries of earlier years, by the id of their duty.</param>
    public static AnnualPrefill Of(AnnualParts parts, IReadOnlyDictionary<DutyId, Figures> months, IReadOnlyDictionary<string, FinalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(months);
        ArgumentNullException.ThrowIfNull(entries);
        var unsaid = parts.Earlier.Where(e => !entries.ContainsKey(e)).ToList();
        var added = parts.Months.Where(m => months.ContainsKey(m.Duty) && (m.Duty != parts.Crossing || (parts.IsDivided && unsaid.Count == 0))).ToList();
        var sum = added.Where(m => m.Duty != parts.Crossing).Aggregate(Figures.None, (all, m) => all.Plus(months[m.Duty]));
        var rest = added is [var first, ..] && first.Duty == parts.Crossing ? Rest(months[first.Duty], [.. parts.Earlier.Select(e => entries[e])]) : [];
        var undivided = rest.Where(r => r.Figure is null).Select(r => r.Cell).ToList();
        sum = rest.Aggregate(sum, (all, r) => all.With(r.Cell, r.Figure is { } figure ? (all[r.Cell] ?? 0) + figure : null));
        var left = parts.Months.Except(added).Select(m => new LeftOutMonth(
            m.Duty, parts.DaysOf(m), !months.ContainsKey(m.Duty) ? LeftOutReason.Missing : parts.IsDivided ? LeftOutReason.Waits : LeftOutReason.Indivisible));
        return new(sum, [.. added.Select(m => m with { Period = parts.DaysOf(m) })], [.. left], parts.Remainder, unsaid, undivided);
    }

    private static LeftOutReason Reason(LeftOutMonth month, AnnualParts parts, HashSet<DutyId> waived, IReadOnlySet<string> unsaid) => month.Reason switch
    {
        LeftOutReason.Missing when waived.Contains(month.Duty) => LeftOutReason.Waived,
        LeftOutReason.Waits when parts.Earlier.Any(unsaid.Contains) => LeftOutReason.Indivisible,
        var reason => reason,
    };

    /// <summary>The month that crosses without what earlier final entries say of it. A cell that these do not speak of is all of this year.</summary>
    private static List<(CellAt Cell, long? Figure)> Rest(Figures month, IReadOnlyList<FinalEntry> entries)
    {
        var earlier = entries.Aggregate(Figures.None, (all, one) => all.Plus(one.Figures));
        return [.. from cell in month.Cells.Keys.Select(CellAt.Find).OfType<CellAt>()
                   let left = month[cell]!.Value - (earlier[cell] ?? 0)
                   select (cell, left < 0 || entries.Any(e => e.Unknown.Contains(cell)) ? null : (long?)left)];
    }
}
