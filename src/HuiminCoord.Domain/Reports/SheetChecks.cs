using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>Finds everything that is wrong with a sheet or looks wrong, by cell, in one answer.</summary>
public static class SheetChecks
{
    /// <summary>Those parts of a sheet that are handed in. A 零报告 need not say anything more.</summary>
    /// <param name="parts">Ids of the report's parts.</param>
    public static IReadOnlyList<SheetProblem> Of(ReportSheet sheet, TableLayout layout, SummaryForm summary, ReportHistory history, IReadOnlyCollection<string> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return [.. parts.Contains(DutyPart.Table) ? Table(sheet, layout, history) : [], .. parts.Contains(DutyPart.Summary) && !sheet.Nil ? Summary(sheet, summary) : []];
    }

    /// <summary>Both parts of a sheet. What the unit has explained at the cell stays in the list and is marked as answered.</summary>
    public static IReadOnlyList<SheetProblem> Check(ReportSheet sheet, TableLayout layout, SummaryForm summary, ReportHistory history) =>
        [.. Table(sheet, layout, history), .. Summary(sheet, summary)];

    /// <summary>The table: what stands in cells first, then what figures say about each other, in the order of the form.</summary>
    public static IReadOnlyList<SheetProblem> Table(ReportSheet sheet, TableLayout layout, ReportHistory history)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(history);
        return [.. Unknown(sheet, layout), .. layout.Form.Sections.SelectMany(s => Cells(sheet, layout, s)), .. FigureChecks.Of(sheet, layout, history).Select(p => Answered(p, sheet)),
            .. Later(sheet, layout, history, history.Later), .. FigureChecks.Years(sheet, layout, history).Select(p => Answered(p, sheet))];
    }

    /// <summary>The summary.</summary>
    public static IReadOnlyList<SheetProblem> Summary(ReportSheet sheet, SummaryForm summary)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(summary);
        var silent = summary.Sections.Where(s => s.IsRequired && string.IsNullOrWhiteSpace(sheet.Texts.GetValueOrDefault(s.Id))).Select(s => (s.Id, SheetCodes.SectionMissing));
        var unknown = sheet.Texts.Keys.Where(id => summary.Sections.All(s => s.Id != id)).Order(StringComparer.Ordinal).Select(id => (id, SheetCodes.UnknownSection));
        return [.. silent.Concat(unknown).Select(found => new SheetProblem(null, found.Item1, found.Item2, true, []))];
    }

    /// <summary>What a corrected sheet does to reports that have counted since: cumulatives that it makes impossible. They are warned of, so that one correction can follow the other.</summary>
    /// <param name="before">What came before the corrected period.</param>
    /// <param name="later">What was reported after it.</param>
    public static IReadOnlyList<SheetProblem> Later(ReportSheet sheet, TableLayout layout, ReportHistory before, IEnumerable<PeriodFigures> later)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(later);
        var (sum, found) = (before.Cumulative.Plus(sheet.Counted(layout)), new List<SheetProblem>());
        foreach (var period in later.OrderBy(p => p.Period.From))
        {
            found.AddRange(FigureChecks.Impossible(layout, period.Figures, sum).Select(p => p with { Place = period.Duty.Value, Code = SheetCodes.ExceedsLater, IsError = false }));
            sum = sum.Plus(period.Figures);
        }

        return [.. found.DistinctBy(p => p.At).Select(p => Answered(p, sheet))];
    }

    private static IEnumerable<SheetProblem> Unknown(ReportSheet sheet, TableLayout layout) =>
        from key in sheet.Figures.Cells.Keys
        where CellAt.Find(key) is not { } cell || layout.Form.Section(cell.Section) is null || layout.Form.Column(cell.Column) is null
        select new SheetProblem(null, key, SheetCodes.UnknownCell, true, []);

    private static IEnumerable<SheetProblem> Cells(ReportSheet sheet, TableLayout layout, TableSection section) =>
        from column in layout.Form.Columns
        let at = new CellAt(section.Id, column.Code)
        let problem = Cell(sheet, layout.Applies(at), at, column)
        where problem is not null
        select problem;

    private static SheetProblem? Cell(ReportSheet sheet, bool applies, CellAt at, TableColumn column)
    {
        if (sheet.Figures[at] is not { } figure)
        {
            return applies && !sheet.Nil ? Error(at, SheetCodes.Missing) : null;
        }

        var largest = FigureText.Largest * (column.Kind == FigureKind.Money ? 100 : 1);
        var written = FigureText.Write(figure, column.Kind);
        return !applies ? Error(at, SheetCodes.NotApplicable, written)
            : figure < 0 ? Error(at, SheetCodes.Negative, written)
            : figure > largest ? Error(at, SheetCodes.TooLarge, written, FigureText.Write(largest, column.Kind))
            : sheet.Nil && figure != 0 ? Error(at, SheetCodes.NilWithFigures, written)
            : null;
    }

    private static SheetProblem Answered(SheetProblem problem, ReportSheet sheet) =>
        !problem.IsError && problem.At is { } at && !string.IsNullOrWhiteSpace(sheet.Notes.GetValueOrDefault(at.ToString())) ? problem with { IsAnswered = true } : problem;

    private static SheetProblem Error(CellAt at, string code, params string[] facts) => new(at, null, code, true, facts);
}
