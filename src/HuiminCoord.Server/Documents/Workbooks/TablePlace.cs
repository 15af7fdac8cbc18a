using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>Where in a workbook the table stands: found by its headings, wherever they were moved to.</summary>
/// <param name="Sheet">On which sheet.</param>
/// <param name="HeadRow">The row that names the columns.</param>
/// <param name="Columns">Columns of the sheet by their codes; those beyond the first of a name follow.</param>
/// <param name="NameColumn">The column that names the rows.</param>
internal sealed record TablePlace(SheetRead Sheet, int HeadRow, ILookup<string, int> Columns, int NameColumn)
{
    /// <summary>A heading may stand so many rows from the others: merged cells keep their text in the first.</summary>
    private const int Near = 3;

    /// <summary>At least so many columns make a table.</summary>
    private const int Least = 2;

    /// <summary>Every sheet that has the table; the sheet with former figures is none.</summary>
    internal static List<TablePlace> FindAll(IEnumerable<SheetRead> sheets, TableLayout layout)
    {
        var (columns, rows) = (HeadingNames.Columns(layout.Form), HeadingNames.Rows(layout.Form));
        var found = new List<TablePlace>();
        foreach (var sheet in sheets.Where(s => !MarkSheet.IsMark(s)))
        {
            var texts = sheet.Cells.Where(c => c.Kind == CellReadKind.Text).Select(c => (Cell: c, Name: HeadingNames.Plain(c.Text))).ToList();
            var heads = texts.Where(t => columns.ContainsKey(t.Name)).ToList();
            var head = heads.GroupBy(t => t.Cell.Row).OrderByDescending(g => g.Select(t => t.Name).Distinct().Count()).ThenBy(g => g.Key).FirstOrDefault();
            if (head is null || head.Select(t => t.Name).Distinct().Count() < Math.Min(Least, layout.Form.Columns.Count)
                || texts.Exists(t => t.Name == HeadingNames.Plain(WorkbookWords.Basis) && Math.Abs(t.Cell.Row - head.Key) <= Near))
            {
                continue;
            }

            var own = head.Select(t => (Code: columns[t.Name], t.Cell.Column)).ToList();
            var near = heads.Where(t => t.Cell.Row != head.Key && Math.Abs(t.Cell.Row - head.Key) <= Near).Select(t => (Code: columns[t.Name], t.Cell.Column))
                .Where(t => !own.Exists(o => o.Code == t.Code || o.Column == t.Column));
            var all = own.Concat(near.DistinctBy(t => t.Code)).ToLookup(t => t.Code, t => t.Column);
            found.Add(new(sheet, head.Key, all, NameColumnOf(texts, head.Key, [.. all.SelectMany(c => c)], rows)));
        }

        return found;
    }

    /// <summary>The sheet's rows by the ids of sections, with the cell that names each.</summary>
    internal ILookup<string, CellRead> Rows(TableForm form)
    {
        var names = HeadingNames.Rows(form);
        return Sheet.Cells.Where(c => c.Column == NameColumn && c.Row > HeadRow && c.Kind == CellReadKind.Text)
            .Select(c => (Id: names.GetValueOrDefault(HeadingNames.Plain(c.Text)), Cell: c)).Where(r => r.Id is not null).ToLookup(r => r.Id!, r => r.Cell);
    }

    /// <summary>Where most names of rows stand; in doubt further to the right, where a domain's name is not.</summary>
    private static int NameColumnOf(List<(CellRead Cell, string Name)> texts, int head, HashSet<int> taken, Dictionary<string, string> rows) => texts
        .Where(t => t.Cell.Row > head && !taken.Contains(t.Cell.Column) && rows.ContainsKey(t.Name))
        .GroupBy(t => t.Cell.Column).OrderByDescending(g => g.Select(t => t.Name).Distinct().Count()).ThenByDescending(g => g.Key).FirstOrDefault()?.Key ?? 0;
}
