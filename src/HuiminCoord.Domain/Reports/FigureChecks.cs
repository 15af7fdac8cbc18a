using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>What the figures of a row say about each other, in the period and since the campaign's start.</summary>
/// <remarks>
/// Every row is held to the rules on its own: where no row breaks one, their sum does not either, so there is nothing more to ask
/// of 合计. A rule waits until both its cells are filled in; until then the empty cell is what is wrong.
/// </remarks>
internal static class FigureChecks
{
    internal static IEnumerable<SheetProblem> Of(ReportSheet sheet, TableLayout layout, ReportHistory history)
    {
        var period = sheet.Counted(layout);
        return layout.Sections.SelectMany(section => new RowCheck(layout, section.Id, period, history.Cumulative, history.HasGaps).Problems(history));
    }

    /// <summary>Cumulatives that cannot be, row by row.</summary>
    internal static IEnumerable<SheetProblem> Impossible(TableLayout layout, Figures period, Figures earlier) =>
        layout.Sections.SelectMany(section => new RowCheck(layout, section.Id, period, earlier, hasGaps: false).Impossible());

    /// <summary>Years that have less than their months once this report is as it stands: they are corrected next.</summary>
    internal static IEnumerable<SheetProblem> Years(ReportSheet sheet, TableLayout layout, ReportHistory history) =>
        from year in history.YearsWith(sheet.Counted(layout))
        from cell in layout.Cells
        // Where the sum is as it was, the year has been asked about and explained.
        where year.Before[cell] != year.After[cell] && year.Figures[cell] < year.After[cell]
        let kind = layout.Form.Column(cell.Column)!.Kind
        select new SheetProblem(cell, year.Duty.Value, SheetCodes.YearBelow, false, [FigureText.Write(year.Figures[cell]!.Value, kind), FigureText.Write(year.After[cell]!.Value, kind)]);

    /// <param name="hasGaps">What an earlier period would have said is not known: a cumulative that cannot be by the others is asked about, not refused.</param>
    private sealed class RowCheck(TableLayout layout, string section, Figures period, Figures earlier, bool hasGaps)
    {
        internal IEnumerable<SheetProblem> Impossible() => layout.Form.Rules.Select(Exceeds).OfType<SheetProblem>().Where(p => p.IsError);

        internal IEnumerable<SheetProblem> Problems(ReportHistory history) =>
            layout.Form.Rules.Select(Exceeds).Append(Fines()).Append(NoValue()).Append(TooFewOfficers())
                .Concat(layout.Form.Columns.SelectMany(column => new[] { BelowMonths(column.Code, history.Prefill), Outlier(column, history) })).OfType<SheetProblem>();

        private SheetProblem? Exceeds(FigureRule rule)
        {
            if (Period(rule.Lower) is not { } lower || Period(rule.Upper) is not { } upper)
            {
                return null;
            }

            var (lowerSum, upperSum) = (lower + Earlier(rule.Lower), upper + Earlier(rule.Upper));
            return lowerSum > upperSum ? new(At(rule.Lower), null, SheetCodes.Exceeds, !hasGaps, Facts(rule, lowerSum, upperSum))
                : lower > upper ? new(At(rule.Lower), null, SheetCodes.ExceedsInPeriod, false, Facts(rule, lower, upper))
                : null;
        }

        private SheetProblem? Fines() =>
            Period(FormColumns.Fines) is > 0 and var fines && Period(FormColumns.Closed) == 0
                ? new(At(FormColumns.Fines), null, Earlier(FormColumns.Closed) == 0 ? SheetCodes.FinesWithoutPenalty : SheetCodes.FinesWithoutClosed, !hasGaps || Earlier(FormColumns.Closed) > 0, [Write(FormColumns.Fines, fines)])
                : null;

        private SheetProblem? NoValue() =>
            Period(FormColumns.Value) == 0 && Period(FormColumns.Filed) is > 0 and var filed
                ? new(At(FormColumns.Value), null, SheetCodes.NoValue, false, [Write(FormColumns.Filed, filed)])
                : null;

        private SheetProblem? TooFewOfficers() =>
            Period(FormColumns.Officers) is { } officers && Period(FormColumns.Subjects) is { } subjects && officers < 2 * subjects
                ? new(At(FormColumns.Officers), null, SheetCodes.TooFewOfficers, false, [Write(FormColumns.Officers, officers), Write(FormColumns.Subjects, subjects)])
                : null;

        /// <summary>A year may have less: a case that two months told is one. It is asked about, because whoever reviews has to know which of them is right.</summary>
        private SheetProblem? BelowMonths(string column, AnnualPrefill? prefill) =>
            Period(column) is { } figure && prefill?.Figures[At(column)] is { } sum && figure < sum
                ? new(At(column), null, SheetCodes.BelowMonths, false, [Write(column, figure), Write(column, sum)])
                : null;

        /// <summary>Without as many periods as the rule looks back to, or where nothing was usual, nothing is unusual.</summary>
        private SheetProblem? Outlier(TableColumn column, ReportHistory history)
        {
            if (layout.Form.Outliers is not { Months: > 0 } rule || Period(column.Code) is not { } figure)
            {
                return null;
            }

            var last = history.Last(At(column.Code), rule.Months).Order().ToList();
            var doubled = last.Count < rule.Months ? 0 : checked(last[(last.Count - 1) / 2] + last[last.Count / 2]);
            return doubled > 0 && 2 * figure > rule.Times * doubled
                ? new(At(column.Code), null, SheetCodes.Outlier, false, [Write(column.Code, figure), Write(column.Code, doubled / 2), $"{rule.Months}", $"{rule.Times}"])
                : null;
        }

        private string[] Facts(FigureRule rule, long lower, long upper) => [rule.Lower, Write(rule.Lower, lower), rule.Upper, Write(rule.Upper, upper)];

        private CellAt At(string column) => new(section, column);

        /// <summary>A figure that is wrong by itself is not compared with others.</summary>
        private long? Period(string column) => layout.Applies(At(column)) && period[At(column)] is >= 0 and <= FigureText.Largest * 100 and var figure ? figure : null;

        private long Earlier(string column) => earlier[At(column)] ?? 0;

        private string Write(string column, long figure) => FigureText.Write(figure, layout.Form.Column(column)!.Kind);
    }
}
