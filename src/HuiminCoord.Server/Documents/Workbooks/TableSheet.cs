using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>The sheet that a unit fills in, in the official direction: its sections down, the indicators across.</summary>
internal static class TableSheet
{
    private const int Head = 5, FirstColumn = 3;

    /// <summary>Row of the first section.</summary>
    internal const int First = Head + TableHeadings.Lines;

    /// <summary>Places of the fields over the table, in columns: label, its end, field, its end.</summary>
    private static readonly (int From, int To, int Field, int End)[] Places = [(1, 2, 3, 9), (10, 12, 13, 17), (18, 20, 21, 23), (24, 26, 27, 28)];

    internal static SheetDraft Write(TableLayout layout, WorkbookHead head, ReportSheet filled)
    {
        var columns = layout.Form.Columns;
        var sheet = new SheetDraft(WorkbookWords.Table) { Frozen = (First - 1, FirstColumn - 1), NotRepeated = Head - 1, IsWide = true };
        var last = Math.Max(FirstColumn + columns.Count - 1, Places[^1].End);
        sheet.Widths[1] = 7;
        sheet.Widths[2] = 15;
        sheet.Across(1, 1, 1, last, layout.Form.Title, SheetLook.Title);
        sheet.Heights[1] = 36;
        if (head.Rehearsal)
        {
            sheet.Across(2, 1, 2, last, Papers.PaperWords.Rehearsal, SheetLook.Stamp);
        }

        Fields(sheet, head, filled);
        TableHeadings.Write(sheet, Head, [WorkbookWords.Domain, WorkbookWords.Section], columns);
        var rows = PrintedRow.Of(layout, First);
        foreach (var row in rows)
        {
            Row(sheet, layout, rows, row, filled.Figures);
        }

        Rules(sheet, layout, rows);
        Remarks(sheet, layout, head, (rows[^1].Row + 1, last));
        return sheet;
    }

    private static void Fields(SheetDraft sheet, WorkbookHead head, ReportSheet filled)
    {
        Field(sheet, 3, Places[0], WorkbookWords.Unit, head.Unit, SheetLook.Fixed);
        Field(sheet, 3, Places[1], WorkbookWords.Period, WorkbookWords.Days(head.Period), SheetLook.Fixed, Places[2].To);
        Field(sheet, 3, Places[3] with { From = 21, To = 23, Field = 24 }, WorkbookWords.FilledOn, head.FilledOn is { } day ? Papers.PaperWords.Date(day) : "", SheetLook.Field);
        Field(sheet, 4, Places[0] with { End = 6 }, WorkbookWords.FilledBy, head.FilledBy, SheetLook.Field);
        Field(sheet, 4, (7, 8, 9, 12), WorkbookWords.CheckedBy, head.CheckedBy, SheetLook.Field);
        Field(sheet, 4, (13, 15, 16, 20), WorkbookWords.Phone, filled.Phone, SheetLook.Field);
        Field(sheet, 4, (21, 23, 24, 25), WorkbookWords.Nil, filled.Nil ? WorkbookWords.Yes : WorkbookWords.No, SheetLook.Field);
        sheet.Rules.Add(FigureRules.YesOrNo(CellName.Of(4, 24)));
        sheet.Heights[3] = sheet.Heights[4] = 22;
    }

    private static void Field(SheetDraft sheet, int row, (int From, int To, int Field, int End) at, string label, string text, SheetLook look, int end = 0)
    {
        sheet.Across(row, at.From, row, at.To, $"{label}：", SheetLook.Label);
        sheet.Across(row, at.Field, row, Math.Max(at.End, end), text, look);
    }

    private static void Row(SheetDraft sheet, TableLayout layout, IReadOnlyList<PrintedRow> rows, PrintedRow row, Figures figures)
    {
        RowHeads(sheet, rows, row);
        foreach (var (index, column) in layout.Form.Columns.Index())
        {
            var (at, money) = (FirstColumn + index, column.Kind == FigureKind.Money);
            if (!row.Sections.Any(s => layout.Applies(new CellAt(s.Id, column.Code))))
            {
                sheet.Blank(row.Row, at, SheetLook.Grey);
            }
            else if (row.Kind == TableRowKind.Section)
            {
                var cell = new CellAt(row.Sections[0].Id, column.Code);
                sheet.Figure(row.Row, at, figures[cell], column.Kind, layout.IsSupporting(cell) ? SheetLook.Supporting : money ? SheetLook.Money : SheetLook.Count);
            }
            else
            {
                sheet.Sum(row.Row, at, Ranges(rows, row, at), (row.Figure(figures, column), column.Kind), money ? SheetLook.SumMoney : SheetLook.SumCount);
            }
        }

        sheet.Heights[row.Row] = 24;
    }

    /// <summary>A domain's name stands once, beside all its rows.</summary>
    internal static void RowHeads(SheetDraft sheet, IReadOnlyList<PrintedRow> rows, PrintedRow row)
    {
        if (row.Kind == TableRowKind.Total)
        {
            sheet.Across(row.Row, 1, row.Row, 2, row.Name, SheetLook.SumHead);
            return;
        }

        var beside = rows.Where(r => r.Kind != TableRowKind.Total && r.Sections[0].Domain == row.Sections[0].Domain).ToList();
        if (row == beside[0])
        {
            sheet.Across(row.Row, 1, beside[^1].Row, 1, row.Domain, SheetLook.RowHead);
        }

        sheet.Text(row.Row, 2, row.Name, row.Kind == TableRowKind.Section ? SheetLook.RowHead : SheetLook.SumHead);
    }

    /// <summary>The sections of a sum; a total adds sections, never subtotals.</summary>
    private static string Ranges(IReadOnlyList<PrintedRow> rows, PrintedRow sum, int column)
    {
        var ranges = new List<(int From, int To)>();
        foreach (var row in rows.Where(r => r.Kind == TableRowKind.Section && sum.Sections.Contains(r.Sections[0])).Select(r => r.Row))
        {
            if (ranges.Count > 0 && ranges[^1].To == row - 1)
            {
                ranges[^1] = (ranges[^1].From, row);
            }
            else
            {
                ranges.Add((row, row));
            }
        }

        return string.Join(',', ranges.Select(r => r.From == r.To ? CellName.Of(r.From, column) : CellName.Range(r.From, column, r.To, column)));
    }

    private static void Rules(SheetDraft sheet, TableLayout layout, IReadOnlyList<PrintedRow> rows)
    {
        foreach (var (index, column) in layout.Form.Columns.Index())
        {
            var cells = rows.Where(r => r.Kind == TableRowKind.Section && layout.Applies(new CellAt(r.Sections[0].Id, column.Code))).Select(r => CellName.Of(r.Row, FirstColumn + index)).ToList();
            if (cells.Count > 0)
            {
                sheet.Rules.Add(FigureRules.Of(column.Kind, cells, column.Name, column.Kind == FigureKind.Money ? "单位：万元，最多保留两位小数，不小于0。" : $"单位：{column.Unit}，填写整数，不小于0。"));
            }
        }
    }

    private static void Remarks(SheetDraft sheet, TableLayout layout, WorkbookHead head, (int Row, int Last) at)
    {
        var row = at.Row;
        string[] remarks =
        [
            "填写说明：1．白色单元格填写本期数；灰色单元格不适用，不填；小计、合计自动计算。2．没有发生的填0，不掌握的留空；本期所有指标均无数据的，在“零报告”处选“是”。3．金额以万元为单位，最多保留两位小数；其他指标填写整数。",
            .. layout.Form.Joint is { } joint && layout.Sections.Any(s => layout.IsSupporting(new CellAt(s.Id, joint)))
                ? (string[])[$"4．“{layout.Form.Column(joint)?.Name}”一列的浅黄色单元格填写其中：配合的次数，由牵头单位统计，不计入全区合计。"] : [],
            .. head.Annual is { } annual ? [YearWords.Remark(annual)] : Array.Empty<string>(),
        ];
        foreach (var remark in remarks)
        {
            sheet.Across(row, 1, row, at.Last, remark, SheetLook.Note);
            sheet.Heights[row++] = remark.Length > 110 ? 30 : 18;
        }
    }
}
