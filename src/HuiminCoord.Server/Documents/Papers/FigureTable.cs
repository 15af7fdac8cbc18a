using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>A cell of a table of figures.</summary>
/// <param name="IsHead">Set like a heading.</param>
/// <param name="Across">Columns that it takes.</param>
internal sealed record FigureCell(string Text, bool IsHead = false, bool IsGrey = false, int Across = 1)
{
    /// <summary>True for the first of cells that are one downward, false for those below it, null for a cell of its own.</summary>
    internal bool? IsFirstDown { get; init; }
}

/// <summary>Tables of many figures: what is too long for its column is set smaller before it is broken.</summary>
internal static class FigureTable
{
    /// <summary>Behind what does not apply.</summary>
    private const string Grey = "D9D9D9";

    /// <summary>Blank space beside texts, in twips.</summary>
    private const int Beside = 20;

    /// <summary>A row's least height in twips, where it is small and where it is not.</summary>
    private const uint SmallHeight = 250, Height = 310;

    /// <summary>Width of a digit to its height, where another font takes the place of ours; in ours it is half of it.</summary>
    private const double Digit = 0.64;

    /// <summary>No figure is set smaller than this, in half points.</summary>
    private const int Smallest = 9;

    /// <param name="widths">Of the columns, in twips.</param>
    /// <param name="heads">Rows that every page begins with.</param>
    /// <param name="isSmall">Whether it is as small as a statistics table, or as a table in a text.</param>
    internal static Table Of(IReadOnlyList<int> widths, IReadOnlyList<IReadOnlyList<FigureCell>> heads, IEnumerable<IReadOnlyList<FigureCell>> rows, bool isSmall) => new([
        PaperTable.Properties(widths.Sum(), Beside),
        new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })),
        .. heads.Select(cells => Row(widths, cells, isHead: true, isSmall)),
        .. rows.Select(cells => Row(widths, cells, isHead: false, isSmall)),
    ]);

    /// <summary>Widths in the relation of weights; the first column takes what rounding left.</summary>
    internal static int[] Widths(IReadOnlyList<double> weights, int width)
    {
        var widths = weights.Select(w => (int)(width * w / weights.Sum())).ToArray();
        widths[0] += width - widths.Sum();
        return widths;
    }

    private static TableRow Row(IReadOnlyList<int> widths, IReadOnlyList<FigureCell> cells, bool isHead, bool isSmall)
    {
        var properties = new TableRowProperties(new CantSplit(), new TableRowHeight { Val = isSmall ? SmallHeight : Height, HeightType = HeightRuleValues.AtLeast });
        if (isHead)
        {
            properties.Append(new TableHeader());
        }

        var (row, column) = (new TableRow(properties), 0);
        // A row that goes on in the next one stays with it.
        var goesOn = cells.Any(c => c.IsFirstDown == true);
        foreach (var cell in cells)
        {
            row.Append(Cell(cell, widths.Skip(column).Take(cell.Across).Sum(), isSmall, goesOn));
            column += cell.Across;
        }

        return row;
    }

    private static TableCell Cell(FigureCell cell, int width, bool isSmall, bool goesOn)
    {
        var style = (isSmall, cell.IsHead) switch { (true, true) => PaperStyles.FigureHead, (true, _) => PaperStyles.Figure, (_, true) => PaperStyles.EntryHead, _ => PaperStyles.Entry };
        var size = isSmall ? PageFacts.Size6 : PageFacts.SmallSize5;
        return new([Properties(cell, width), .. PrintableText.Paragraphs(cell.Text).DefaultIfEmpty("").Select(line => Line(line, Fitting(line, width, size)))]);

        Paragraph Line(string text, int fitting)
        {
            var run = Paragraphs.Run(text);
            run.RunProperties!.FontSize = fitting == size ? null : new FontSize { Val = $"{fitting}" };
            var line = Paragraphs.Of(style, [run]);
            line.ParagraphProperties!.KeepNext = goesOn ? new KeepNext() : null;
            return line;
        }
    }

    private static TableCellProperties Properties(FigureCell cell, int width) => new()
    {
        TableCellWidth = new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
        GridSpan = cell.Across > 1 ? new GridSpan { Val = cell.Across } : null,
        VerticalMerge = cell.IsFirstDown is { } first ? new VerticalMerge { Val = first ? MergedCellValues.Restart : MergedCellValues.Continue } : null,
        Shading = cell.IsGrey ? new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Grey } : null,
        TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center },
    };

    /// <summary>The size in half points at which a figure fits on one line. Names are broken instead.</summary>
    private static int Fitting(string text, int width, int size)
    {
        var isFigure = text.All(char.IsAscii);
        return isFigure && text.Length > 0 ? Math.Clamp((int)((width - (2 * Beside)) / (10 * Digit * text.Length)), Smallest, size) : size;
    }
}
