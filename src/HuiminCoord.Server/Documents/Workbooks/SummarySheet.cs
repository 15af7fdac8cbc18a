using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>The sheets for words: the summary by its sections, and what is said about figures that were asked about.</summary>
internal static class SummarySheet
{
    private const int Head = 3, BlankNotes = 12;
    private const double LineHeight = 15, InLine = 41, Most = 400;

    internal static SheetDraft Write(WorkbookHead head, IReadOnlyDictionary<string, string> texts)
    {
        var sheet = new SheetDraft(WorkbookWords.Summary) { Frozen = (Head, 0), NotRepeated = Head - 1 };
        (sheet.Widths[1], sheet.Widths[2], sheet.Widths[3]) = (20, 84, 28);
        sheet.Across(1, 1, 1, 3, WorkbookWords.Summary, SheetLook.Title);
        sheet.Heights[1] = 34;
        sheet.Across(2, 1, 2, 3, $"{WorkbookWords.Unit}：{head.Unit}　　{WorkbookWords.Period}：{WorkbookWords.Days(head.Period)}", SheetLook.Note);
        Heads(sheet, [WorkbookWords.Heading, WorkbookWords.Written, WorkbookWords.Help]);
        foreach (var (index, section) in head.Summary.Index())
        {
            var (row, text) = (Head + 1 + index, texts.GetValueOrDefault(section.Id, ""));
            sheet.Text(row, 1, section.Title, SheetLook.RowHead);
            sheet.Text(row, 2, text, SheetLook.Text);
            sheet.Text(row, 3, section.IsRequired ? $"（必填）{section.Help}" : $"（选填）{section.Help}", SheetLook.FixedText);
            sheet.Heights[row] = Math.Clamp(Lines(text) * LineHeight, 90, Most);
        }

        return sheet;
    }

    internal static SheetDraft Notes(TableLayout layout, IReadOnlyDictionary<string, string> notes)
    {
        var sheet = new SheetDraft(WorkbookWords.Notes) { Frozen = (Head, 0), NotRepeated = Head - 1 };
        (sheet.Widths[1], sheet.Widths[2], sheet.Widths[3]) = (22, 34, 76);
        sheet.Across(1, 1, 1, 3, WorkbookWords.Notes, SheetLook.Title);
        sheet.Heights[1] = 34;
        sheet.Across(2, 1, 2, 3, "系统提示需要核对、经核实数据无误的，在此逐项说明；“类别”“指标”按统计表中的名称填写。没有的不填。", SheetLook.Note);
        Heads(sheet, [WorkbookWords.Section, WorkbookWords.Indicator, WorkbookWords.Note]);
        var row = Head + 1;
        foreach (var note in notes.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            if (CellAt.Find(note.Key) is { } cell && layout.Form.Section(cell.Section) is { } section && layout.Form.Column(cell.Column) is { } column)
            {
                Line(sheet, row++, section.Name, column.Name, note.Value);
            }
        }

        for (var end = row + BlankNotes; row < end; row++)
        {
            Line(sheet, row, "", "", "");
        }

        return sheet;
    }

    private static void Heads(SheetDraft sheet, IReadOnlyList<string> heads)
    {
        foreach (var (index, head) in heads.Index())
        {
            sheet.Text(Head, index + 1, head, SheetLook.Head);
        }

        sheet.Heights[Head] = 24;
    }

    private static void Line(SheetDraft sheet, int row, string section, string column, string note)
    {
        sheet.Text(row, 1, section, SheetLook.Text);
        sheet.Text(row, 2, column, SheetLook.Text);
        sheet.Text(row, 3, note, SheetLook.Text);
        sheet.Heights[row] = Math.Clamp(Lines(note) * LineHeight, 20, Most);
    }

    private static double Lines(string text) => text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(Papers.PrintableText.Width(line) / InLine)));
}
