using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>Tables as wide as the text area. Their heads are repeated on every page, and no row is broken over two.</summary>
internal static class PaperTable
{
    /// <summary>Strength of lines, in 1/8 pt.</summary>
    private const uint Lines = 4;

    /// <summary>Blank space beside texts, in twips.</summary>
    private const short Beside = 60;

    /// <param name="columns">Heads, the share of the width that each column takes, and whether what stands in it is short.</param>
    /// <param name="height">Of a row at least, in twips.</param>
    internal static Table Of(IReadOnlyList<(string Head, int Share, bool Short)> columns, IEnumerable<IReadOnlyList<string>> rows, int height)
    {
        var widths = Widths([.. columns.Select(c => c.Share)]);
        var head = Row(columns.Select((c, i) => Cell(widths[i], PaperStyles.CellHead, c.Head)), height);
        head.TableRowProperties!.Append(new TableHeader());
        return Of(widths, rows.Select(row => Row(row.Select((text, i) => Cell(widths[i], columns[i].Short ? PaperStyles.ShortCell : PaperStyles.Cell, text)), height)).Prepend(head));
    }

    /// <summary>Labels and what is written beside them, one pair on a line or two.</summary>
    /// <param name="shares">Of the width, for each column of labels and of blanks.</param>
    internal static Table Form(IReadOnlyList<int> shares, IEnumerable<IReadOnlyList<string>> rows, int height)
    {
        var widths = Widths(shares);
        return Of(widths, rows.Select(row => Row(row.Select((text, i) => FormCell(widths, text, i, row.Count)), height)));
    }

    internal static TableWidth Width() => Width(PageFacts.AreaWidthTwips);

    private static TableWidth Width(int twips) => new() { Width = $"{twips}", Type = TableWidthUnitValues.Dxa };

    private static TableCell FormCell(int[] widths, string text, int index, int count)
    {
        // The last of a shorter row takes what is left.
        var rest = index == count - 1 ? widths.Length - index : 1;
        var cell = Cell(widths.Skip(index).Take(rest).Sum(), index % 2 == 0 ? PaperStyles.CellHead : PaperStyles.Cell, text);
        cell.TableCellProperties!.GridSpan = rest > 1 ? new GridSpan { Val = rest } : null;
        return cell;
    }

    private static Table Of(int[] widths, IEnumerable<TableRow> rows) =>
        new([Properties(PageFacts.AreaWidthTwips, Beside), new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })), .. rows]);

    /// <summary>Lines around all cells.</summary>
    /// <param name="width">Of the table, in twips.</param>
    /// <param name="beside">Blank space beside texts, in twips.</param>
    internal static TableProperties Properties(int width, short beside) => new()
    {
        TableWidth = Width(width),
        TableJustification = new TableJustification { Val = TableRowAlignmentValues.Center },
        TableBorders = new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = Lines },
            new LeftBorder { Val = BorderValues.Single, Size = Lines },
            new BottomBorder { Val = BorderValues.Single, Size = Lines },
            new RightBorder { Val = BorderValues.Single, Size = Lines },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = Lines },
            new InsideVerticalBorder { Val = BorderValues.Single, Size = Lines }),
        TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
        TableCellMarginDefault = Margins(beside),
    };

    private static TableRow Row(IEnumerable<TableCell> cells, int height) =>
        new([new TableRowProperties(new CantSplit(), new TableRowHeight { Val = (uint)height, HeightType = HeightRuleValues.AtLeast }), .. cells]);

    private static TableCell Cell(int width, string style, string text) => new([
        new TableCellProperties
        {
            TableCellWidth = new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
            TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center },
        },
        .. PrintableText.Paragraphs(text).DefaultIfEmpty("").Select(line => Paragraphs.Of(style, line)),
    ]);

    internal static TableCellMarginDefault Margins(short beside) => new()
    {
        TopMargin = new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
        TableCellLeftMargin = new TableCellLeftMargin { Width = beside, Type = TableWidthValues.Dxa },
        BottomMargin = new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
        TableCellRightMargin = new TableCellRightMargin { Width = beside, Type = TableWidthValues.Dxa },
    };

    /// <summary>Shares as widths; the last column takes what rounding left.</summary>
    private static int[] Widths(IReadOnlyList<int> shares)
    {
        var widths = shares.Select(s => PageFacts.AreaWidthTwips * s / shares.Sum()).ToArray();
        widths[^1] += PageFacts.AreaWidthTwips - widths.Sum();
        return widths;
    }
}
