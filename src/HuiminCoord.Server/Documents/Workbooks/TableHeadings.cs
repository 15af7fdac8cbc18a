using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>The three lines over a table: groups of columns, their names, their units of measure.</summary>
internal static class TableHeadings
{
    internal const int Lines = 3;

    /// <summary>Width of a column of figures in characters, and of the characters of a heading that stand beside each other in it.</summary>
    private const double ColumnWidth = 7.6, InLine = 4, LineHeight = 14;

    internal static void Write(SheetDraft sheet, int row, IReadOnlyList<string> rowHeads, IReadOnlyList<TableColumn> columns)
    {
        foreach (var (index, head) in rowHeads.Index())
        {
            sheet.Across(row, index + 1, row + Lines - 1, index + 1, head, SheetLook.Head);
        }

        var at = rowHeads.Count + 1;
        foreach (var group in Groups(columns))
        {
            sheet.Across(row, at, row, at + group.Count - 1, group[0].Group, SheetLook.Head);
            foreach (var column in group)
            {
                sheet.Text(row + 1, at, Broken(column.Name), SheetLook.Head);
                sheet.Text(row + 2, at, column.Unit, SheetLook.HeadUnit);
                sheet.Widths[at++] = column.Kind == FigureKind.Money ? ColumnWidth + 2 : ColumnWidth;
            }
        }

        sheet.Heights[row] = 22;
        sheet.Heights[row + 1] = Math.Clamp(columns.Select(c => Broken(c.Name).Split('\n').Sum(line => Math.Ceiling(Papers.PrintableText.Width(line) / InLine))).DefaultIfEmpty().Max() * LineHeight, 40, 140);
        sheet.Heights[row + 2] = 28;
    }

    /// <summary>A bracket begins a line: programs would break it anywhere. Readers take no notice of breaks.</summary>
    private static string Broken(string name) => name.Replace("(", "\n(", StringComparison.Ordinal).Replace("（", "\n（", StringComparison.Ordinal).TrimStart('\n');

    /// <summary>Columns beside each other with one heading over them.</summary>
    private static List<List<TableColumn>> Groups(IEnumerable<TableColumn> columns)
    {
        var groups = new List<List<TableColumn>>();
        foreach (var column in columns)
        {
            if (groups.Count > 0 && groups[^1][0].Group == column.Group)
            {
                groups[^1].Add(column);
            }
            else
            {
                groups.Add([column]);
            }
        }

        return groups;
    }
}
