using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>
/// A page that lies across (GB/T 9704-2012, 8): bound with the others, its head is at their left, so its margins are theirs turned by a quarter,
/// and its number stands where theirs does, which is at its own left edge.
/// </summary>
internal static class AcrossPage
{
    private const int NumberHeight = PageFacts.Size4 * 10;

    /// <summary>What a section of such pages says of them.</summary>
    internal static IEnumerable<OpenXmlElement> Parts() =>
    [
        new FooterReference { Type = HeaderFooterValues.Default, Id = "acrossOdd" },
        new FooterReference { Type = HeaderFooterValues.Even, Id = "acrossEven" },
        new PageSize { Width = (uint)PageFacts.PageHeightTwips, Height = (uint)PageFacts.PageWidthTwips, Orient = PageOrientationValues.Landscape },
        new PageMargin
        {
            Top = PageFacts.LeftTwips,
            Right = (uint)PageFacts.TopTwips,
            Bottom = PageFacts.RightTwips,
            Left = (uint)PageFacts.BottomTwips,
            Header = (uint)PageFacts.Twips(15),
            Footer = (uint)PageFacts.Twips(15),
            Gutter = 0U,
        },
    ];

    /// <summary>— 1 —, turned: a table of one cell floats beside the text area, because a footer's own lines do not turn.</summary>
    internal static Footer Number(bool odd)
    {
        var height = (uint)PageFacts.AreaWidthTwips;
        return new Footer(
            new Table(
                Place(),
                new TableGrid(new GridColumn { Width = $"{NumberHeight}" }),
                new TableRow(new TableRowProperties(new TableRowHeight { Val = height, HeightType = HeightRuleValues.Exact }), new TableCell(Turned(), PaperPage.NumberLine(odd)))),
            Paragraphs.Of(PaperStyles.PageNumber, Array.Empty<OpenXmlElement>()));
    }

    private static TableProperties Place() => new()
    {
        TablePositionProperties = new TablePositionProperties
        {
            HorizontalAnchor = HorizontalAnchorValues.Page,
            VerticalAnchor = VerticalAnchorValues.Page,
            TablePositionX = PageFacts.BottomTwips - PageFacts.Twips(PageFacts.PageNumberBelowArea) - (NumberHeight / 2),
            TablePositionY = PageFacts.LeftTwips,
        },
        TableOverlap = new TableOverlap { Val = TableOverlapValues.Never },
        TableWidth = new TableWidth { Width = $"{NumberHeight}", Type = TableWidthUnitValues.Dxa },
        TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
        TableCellMarginDefault = PaperTable.Margins(0),
    };

    private static TableCellProperties Turned() => new()
    {
        TableCellWidth = new TableCellWidth { Width = $"{NumberHeight}", Type = TableWidthUnitValues.Dxa },
        TextDirection = new TextDirection { Val = TextDirectionValues.TopToBottomRightToLeft },
    };
}
