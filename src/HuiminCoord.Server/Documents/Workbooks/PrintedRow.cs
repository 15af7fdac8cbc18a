using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>The rows of a unit's table as they are printed: its sections, a subtotal under a domain with several, the total.</summary>
/// <param name="Row">In the sheet.</param>
/// <param name="Sections">Those that it shows or adds up.</param>
internal sealed record PrintedRow(int Row, string Domain, string Name, IReadOnlyList<TableSection> Sections, TableRowKind Kind)
{
    internal static IReadOnlyList<PrintedRow> Of(TableLayout layout, int first)
    {
        var (rows, row) = (new List<PrintedRow>(), first);
        foreach (var domain in layout.Sections.GroupBy(s => s.Domain))
        {
            var sections = domain.ToList();
            rows.AddRange(sections.Select(s => new PrintedRow(row++, HeadingNames.Parts(s).Domain, HeadingNames.Parts(s).Own, [s], TableRowKind.Section)));
            if (sections.Count > 1)
            {
                rows.Add(new(row++, HeadingNames.Parts(sections[0]).Domain, WorkbookWords.Subtotal, sections, TableRowKind.Domain));
            }
        }

        rows.Add(new(row, WorkbookWords.Total, WorkbookWords.Total, layout.Sections, TableRowKind.Total));
        return rows;
    }

    /// <summary>What stands in a column of it; null when none of its cells was filled in.</summary>
    internal long? Figure(Figures figures, TableColumn column)
    {
        var filled = Sections.Select(s => figures[new CellAt(s.Id, column.Code)]).OfType<long>().ToList();
        return filled.Count == 0 ? null : filled.Sum();
    }
}
