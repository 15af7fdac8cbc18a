using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>Reads the figures of a table that was found.</summary>
internal sealed class TableFigures(TableLayout layout, TablePlace place, List<WorkbookProblem> problems, HashSet<string> untold)
{
    private const int LongestFact = 40;

    /// <summary>Where each of the unit's cells stands, also where nothing is in it.</summary>
    internal Dictionary<string, WorkbookPlace> Places { get; } = new(StringComparer.Ordinal);

    internal Figures Read()
    {
        var (rows, figures) = (place.Rows(layout.Form), Figures.None);
        var columns = layout.Form.Columns.Where(c => layout.Sections.Any(s => layout.Applies(new CellAt(s.Id, c.Code)))).ToList();
        foreach (var column in columns)
        {
            if (!Say(place.Columns[column.Code].Count(), "column", column.Code, column.Name, null))
            {
                untold.UnionWith(layout.Cells.Where(c => c.Column == column.Code).Select(c => c.ToString()));
            }
        }

        foreach (var section in layout.Sections)
        {
            if (!Say(rows[section.Id].Count(), "row", section.Id, section.Name, rows[section.Id].Skip(1).FirstOrDefault()))
            {
                untold.UnionWith(layout.Cells.Where(c => c.Section == section.Id).Select(c => c.ToString()));
            }

            if (rows[section.Id].FirstOrDefault() is { } name)
            {
                figures = layout.Form.Columns.Aggregate(figures, (sum, column) => Cell(sum, name.Row, new CellAt(section.Id, column.Code), column));
            }
        }

        Others(rows);
        return figures;
    }

    private Figures Cell(Figures figures, int row, CellAt at, TableColumn column)
    {
        if (place.Columns[column.Code].Cast<int?>().FirstOrDefault() is not { } number)
        {
            return figures;
        }

        var cell = place.Sheet.At(row, number);
        if (!layout.Applies(at))
        {
            if (!CellFigure.SaysNothing(cell, column))
            {
                problems.Add(WorkbookProblem.At(place.Sheet, cell, new(at, null, SheetCodes.NotApplicable, true, [column.Name, Short(cell!.Text)])));
            }

            return figures;
        }

        Places[at.ToString()] = WorkbookPlace.Of(place.Sheet, row, number);
        var (figure, problem) = CellFigure.Read(cell, column);
        if (problem is not null)
        {
            untold.Add(at.ToString());
            problems.Add(WorkbookProblem.At(place.Sheet, cell, new(at, null, problem, true, [column.Name, Short(cell!.Text)])));
        }

        return figure is null ? figures : figures.With(at, figure);
    }

    /// <summary>A name that is missing or stands there twice: nobody guesses which is meant.</summary>
    private bool Say(int times, string what, string id, string name, CellRead? second)
    {
        if (times != 1)
        {
            problems.Add(WorkbookProblem.At(place.Sheet, second, new(null, id, times == 0 ? $"workbook.{what}-missing" : $"workbook.{what}-twice", true, [name])));
        }

        return times == 1;
    }

    /// <summary>Figures in rows of sections that are not the unit's: nothing is dropped in silence.</summary>
    private void Others(ILookup<string, CellRead> rows)
    {
        foreach (var section in layout.Form.Sections.Where(s => !layout.Sections.Contains(s)))
        {
            if (rows[section.Id].FirstOrDefault(r => layout.Form.Columns.Any(c => place.Columns[c.Code].Any(n => !CellFigure.SaysNothing(place.Sheet.At(r.Row, n), c)))) is { } row)
            {
                problems.Add(WorkbookProblem.At(place.Sheet, row, new(null, section.Id, "workbook.other-section", true, [section.Name])));
            }
        }
    }

    internal static string Short(string text) => text.Length <= LongestFact ? text : $"{text[..(LongestFact - 1)]}…";
}
