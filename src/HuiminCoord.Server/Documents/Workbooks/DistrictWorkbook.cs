using System.Globalization;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>A table over units as a workbook, in the look of the units' own; nothing in it is filled in.</summary>
internal static class DistrictWorkbook
{
    private static readonly string[] CompletenessHeads = ["序号", "单位", "报送状态", "备注"];

    internal static byte[] Write(PrintedTable table) => WorkbookFile.Make(
        [Table(table), .. table.Completeness.Count == 0 ? (SheetDraft[])[] : [Completeness(table)]], table.Rehearsal);

    private static SheetDraft Table(PrintedTable table)
    {
        var head = 2 + table.Lines.Count;
        var first = head + TableHeadings.Lines;
        var last = 1 + Math.Max(1, table.Columns.Count);
        var sheet = new SheetDraft(WorkbookWords.Table) { Frozen = (first - 1, 1), NotRepeated = head - 1, IsWide = true };
        sheet.Widths[1] = 20;
        sheet.Across(1, 1, 1, last, table.Title, SheetLook.Title);
        sheet.Heights[1] = 36;
        foreach (var (index, line) in table.Lines.Index())
        {
            sheet.Across(2 + index, 1, 2 + index, last, line, SheetLook.Fixed);
        }

        TableHeadings.Write(sheet, head, [table.RowHead], table.Columns);
        foreach (var (index, row) in table.Rows.Index())
        {
            Row(sheet, first + index, row, table.Columns);
        }

        foreach (var (index, note) in table.Notes.Index())
        {
            sheet.Across(first + table.Rows.Count + index, 1, first + table.Rows.Count + index, last, note, SheetLook.Note);
        }

        return sheet;
    }

    private static void Row(SheetDraft sheet, int at, DistrictRow row, IReadOnlyList<TableColumn> columns)
    {
        var isSum = row.Kind is TableRowKind.Domain or TableRowKind.Total;
        sheet.Text(at, 1, row.Label, isSum ? SheetLook.SumHead : SheetLook.RowHead);
        sheet.Heights[at] = 24;
        foreach (var (index, column) in columns.Index())
        {
            var cell = index < row.Cells.Count ? row.Cells[index] : default;
            var isMoney = column.Kind == FigureKind.Money;
            var look = isSum ? (isMoney ? SheetLook.SumMoney : SheetLook.SumCount) : isMoney ? SheetLook.ShownMoney : SheetLook.ShownCount;
            if (cell.IsGrey)
            {
                sheet.Blank(at, 2 + index, SheetLook.Grey);
            }
            else if (decimal.TryParse(cell.Figure, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            {
                sheet.Number(at, 2 + index, number, look);
            }
            else
            {
                sheet.Text(at, 2 + index, cell.Figure ?? WorkbookWords.Unknown, look);
            }
        }
    }

    private static SheetDraft Completeness(PrintedTable table)
    {
        var sheet = new SheetDraft(WorkbookWords.Completeness) { Frozen = (2, 0), NotRepeated = 1 };
        (sheet.Widths[1], sheet.Widths[2], sheet.Widths[3], sheet.Widths[4]) = (7, 34, 22, 44);
        sheet.Across(1, 1, 1, 4, WorkbookWords.Completeness, SheetLook.Title);
        sheet.Heights[1] = 34;
        foreach (var (index, head) in CompletenessHeads.Index())
        {
            sheet.Text(2, index + 1, head, SheetLook.Head);
        }

        foreach (var (index, unit) in table.Completeness.Index())
        {
            sheet.Number(index + 3, 1, index + 1, SheetLook.ShownCount);
            sheet.Text(index + 3, 2, unit.Unit, SheetLook.FixedText);
            sheet.Text(index + 3, 3, unit.State, SheetLook.FixedText);
            sheet.Text(index + 3, 4, unit.Remark, SheetLook.FixedText);
        }

        return sheet;
    }
}
