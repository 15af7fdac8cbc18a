using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>A sheet as the file has it: what is around its cells, in the order that the format asks for.</summary>
internal static class SheetParts
{
    private const double Margin = 0.4, Foot = 0.6;

    internal static Worksheet Of(SheetDraft sheet, bool rehearsal, bool isFirst)
    {
        var (row, column) = sheet.End;
        var parts = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = CellName.Range(1, 1, row, column) },
            new SheetViews(View(sheet, isFirst)),
            new SheetFormatProperties { DefaultRowHeight = 16, CustomHeight = true });
        if (sheet.Widths.Count > 0)
        {
            parts.Append(new Columns(sheet.Widths.Select(w => new Column { Min = (uint)w.Key, Max = (uint)w.Key, Width = w.Value, CustomWidth = true })));
        }

        parts.Append(new SheetData(sheet.Rows), Protection());
        if (sheet.Merged.Count > 0)
        {
            parts.Append(new MergeCells(sheet.Merged.Select(range => new MergeCell { Reference = range })) { Count = (uint)sheet.Merged.Count });
        }

        if (sheet.Rules.Count > 0)
        {
            parts.Append(new DataValidations(sheet.Rules) { Count = (uint)sheet.Rules.Count });
        }

        parts.Append(Page(sheet.IsWide, rehearsal));
        return parts;
    }

    private static SheetView View(SheetDraft sheet, bool isFirst)
    {
        var view = new SheetView { WorkbookViewId = 0, TabSelected = isFirst ? true : null, ShowGridLines = false };
        var (rows, columns) = sheet.Frozen;
        if (rows > 0)
        {
            view.Append(new Pane
            {
                HorizontalSplit = columns > 0 ? columns : null,
                VerticalSplit = rows,
                TopLeftCell = CellName.Of(rows + 1, columns + 1),
                ActivePane = columns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            });
        }

        return view;
    }

    /// <summary>Against slips, not against people: there is no password, and widths may be changed.</summary>
    private static SheetProtection Protection() => new() { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false };

    private static OpenXmlElement[] Page(bool isWide, bool rehearsal)
    {
        var headings = new HeaderFooter();
        if (rehearsal)
        {
            headings.Append(new OddHeader($"&C{PaperWords.Rehearsal}"));
        }

        headings.Append(new OddFooter("&C第&P页，共&N页"));
        return
        [
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = Margin, Right = Margin, Top = Foot, Bottom = Foot, Header = 0.3, Footer = 0.3 },
            // A4; one page wide, as many high as it takes.
            new PageSetup { PaperSize = 9, Orientation = isWide ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 },
            headings,
        ];
    }
}
