using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>
/// The 版记 (GB/T 9704-2012, 7.4): whom copies go to, who printed the paper and when. Its last line is the lower edge of the text area of the
/// last page, wherever the text ends; so it floats.
/// </summary>
internal static class PrintNote
{
    /// <summary>抄送 with its colon.</summary>
    private const int Label = 3;

    private const int Character = PageFacts.Size4 * 10;

    internal static IEnumerable<OpenXmlElement> Of(IReadOnlyList<string> copiedTo, string printer, DateOnly printedOn)
    {
        var copies = PaperWords.Names(copiedTo);
        TableRow[] rows = copies.Length == 0 ? [Row(Printed(printer, printedOn))] : [Row(Copied(copies)), Row(Printed(printer, printedOn))];
        return [new Table([Properties(), new TableGrid(new GridColumn { Width = $"{PageFacts.AreaWidthTwips}" }), .. rows]), Anchor()];
    }

    private static Paragraph Copied(string copies)
    {
        var line = Paragraphs.Hanging(PaperStyles.Note, 1, Label, Paragraphs.Exact("抄送："), Paragraphs.Run($"{copies}。"));
        line.ParagraphProperties!.Indentation!.Right = $"{Character}";
        return line;
    }

    private static Paragraph Printed(string printer, DateOnly printedOn)
    {
        var line = Paragraphs.Of(PaperStyles.Note, [Paragraphs.Run(printer), Paragraphs.Tab(), Paragraphs.Run($"{PaperWords.Date(printedOn)}印发")]);
        line.ParagraphProperties!.Indentation = new Indentation { Left = $"{Character}", Right = $"{Character}" };
        line.ParagraphProperties.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = PageFacts.AreaWidthTwips - Character });
        return line;
    }

    private static TableProperties Properties() => new()
    {
        // From the page's edge: some programs let a table that fills the text area float only if its place is told like this.
        TablePositionProperties = new TablePositionProperties
        {
            HorizontalAnchor = HorizontalAnchorValues.Page,
            TablePositionX = PageFacts.LeftTwips,
            VerticalAnchor = VerticalAnchorValues.Margin,
            TablePositionYAlignment = VerticalAlignmentValues.Bottom,
        },
        TableOverlap = new TableOverlap { Val = TableOverlapValues.Never },
        TableWidth = PaperTable.Width(),
        TableBorders = new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = PageFacts.OuterLine },
            new BottomBorder { Val = BorderValues.Single, Size = PageFacts.OuterLine },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = PageFacts.InnerLine }),
        TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
        TableCellMarginDefault = PaperTable.Margins(0),
    };

    private static TableRow Row(Paragraph paragraph) => new(
        new TableRowProperties(new CantSplit()),
        new TableCell(new TableCellProperties { TableCellWidth = new TableCellWidth { Width = $"{PageFacts.AreaWidthTwips}", Type = TableWidthUnitValues.Dxa } }, paragraph));

    /// <summary>What floats belongs to the paragraph after it; this one is as low as can be, so that it never takes a page of its own.</summary>
    private static Paragraph Anchor() => new(new ParagraphProperties
    {
        ParagraphStyleId = new ParagraphStyleId { Val = PaperStyles.Blank },
        SpacingBetweenLines = new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact },
    });
}
