using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>What was reported before, to look at while the table is filled in: last time, and from the start of the campaign until then.</summary>
internal static class PreviousSheet
{
    private const int Head = 3, First = Head + TableHeadings.Lines;

    internal static SheetDraft Write(TableLayout layout, WorkbookHead head, Figures previous, Figures cumulative)
    {
        var sheet = new SheetDraft(WorkbookWords.Previous) { Frozen = (First - 1, 2), NotRepeated = Head - 1, IsWide = true };
        var last = 2 + layout.Form.Columns.Count;
        sheet.Widths[1] = 15;
        sheet.Widths[2] = 7;
        sheet.Across(1, 1, 1, last, $"{layout.Form.Title}（上期数和截至上期的累计数）", SheetLook.Title);
        sheet.Heights[1] = 36;
        sheet.Across(2, 1, 2, last, $"{head.Unit}　{WorkbookWords.Days(head.Period)}报表的对照数，只供查看，不能填写。“{WorkbookWords.Unknown}”为未报。", SheetLook.Note);
        TableHeadings.Write(sheet, Head, [WorkbookWords.Section, WorkbookWords.Basis], layout.Form.Columns);
        var row = First;
        foreach (var line in PrintedRow.Of(layout, 0).Where(r => r.Kind != TableRowKind.Domain))
        {
            var name = line.Kind == TableRowKind.Total ? line.Name : line.Sections[0].Name;
            sheet.Across(row, 1, row + 1, 1, name, line.Kind == TableRowKind.Total ? SheetLook.SumHead : SheetLook.RowHead);
            Line(sheet, layout, line, row++, WorkbookWords.LastTime, previous);
            Line(sheet, layout, line, row++, WorkbookWords.SoFar, cumulative);
        }

        return sheet;
    }

    private static void Line(SheetDraft sheet, TableLayout layout, PrintedRow line, int row, string basis, Figures figures)
    {
        sheet.Text(row, 2, basis, SheetLook.RowHead);
        foreach (var (index, column) in layout.Form.Columns.Index())
        {
            var look = column.Kind == FigureKind.Money ? SheetLook.ShownMoney : SheetLook.ShownCount;
            if (!line.Sections.Any(s => layout.Applies(new CellAt(s.Id, column.Code))))
            {
                sheet.Blank(row, 3 + index, SheetLook.Grey);
            }
            else if (line.Figure(figures, column) is { } figure)
            {
                sheet.Figure(row, 3 + index, figure, column.Kind, look);
            }
            else
            {
                sheet.Text(row, 3 + index, WorkbookWords.Unknown, look);
            }
        }
    }
}
