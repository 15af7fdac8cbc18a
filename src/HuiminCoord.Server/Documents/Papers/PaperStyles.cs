using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>
/// The styles of papers. Everything that looks like something has one, because people go on writing in these files: who adds a
/// paragraph takes its style, and the layout stays.
/// </summary>
internal static class PaperStyles
{
    internal const string Text = "Normal", Blank = "PaperBlank", Mark = "PaperMark", Centred = "PaperCentred", MarkLine = "PaperMarkLine", Title = "PaperTitle",
        UnderTitle = "PaperUnderTitle", First = "Heading1", Second = "Heading2", Recipients = "PaperRecipients", People = "PaperPeople",
        Signature = "PaperSignature", Cell = "PaperCell", ShortCell = "PaperShortCell", CellHead = "PaperCellHead", Note = "PaperNote", PageNumber = "Footer", Stamp = "Header",
        Attachment = "PaperAttachment", SheetTitle = "PaperSheetTitle", SheetLine = "PaperSheetLine", Figure = "PaperFigure", FigureHead = "PaperFigureHead", Entry = "PaperEntry", EntryHead = "PaperEntryHead";

    private const int Red = 0xFF0000;

    internal static Styles Table() => new([Defaults(), .. Headings(), .. Fronts(), .. Ends(), .. Small(), .. Sheets()]);

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle
        {
            RunFonts = PaperFonts.Of(PaperFonts.Text),
            FontSize = Size(PageFacts.Size3),
            FontSizeComplexScript = new FontSizeComplexScript { Val = $"{PageFacts.Size3}" },
            Languages = new Languages { Val = "en-US", EastAsia = "zh-CN" },
        }),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle()));

    private static IEnumerable<Style> Headings() =>
    [
        Style(Text, "Normal", PaperFonts.Text, PageFacts.Size3, Lines(JustificationValues.Both, firstLine: 2)),
        Style(First, "heading 1", PaperFonts.Heading, PageFacts.Size3, Lines(JustificationValues.Both, firstLine: 2, outline: 0)),
        Style(Second, "heading 2", PaperFonts.SecondHeading, PageFacts.Size3, Lines(JustificationValues.Both, firstLine: 2, outline: 1)),
    ];

    private static IEnumerable<Style> Fronts() =>
    [
        Style(Blank, "空行", PaperFonts.Text, PageFacts.Size3, Lines(JustificationValues.Left)),
        Style(Mark, "纪要标志", PaperFonts.Title, PageFacts.Size2, Lines(JustificationValues.Center), Red),
        Style(Centred, "期数", PaperFonts.Text, PageFacts.Size3, Lines(JustificationValues.Center)),
        Style(MarkLine, "编印单位和日期", PaperFonts.Text, PageFacts.Size3, Lines(JustificationValues.Left)),
        Style(Title, "公文标题", PaperFonts.Title, PageFacts.Size2, Lines(JustificationValues.Center)),
        Style(UnderTitle, "标题下说明", PaperFonts.SecondHeading, PageFacts.Size3, Lines(JustificationValues.Center)),
        Style(Recipients, "主送机关", PaperFonts.Text, PageFacts.Size3, Lines(JustificationValues.Left)),
    ];

    private static IEnumerable<Style> Ends() =>
    [
        Style(People, "出席人员", PaperFonts.Text, PageFacts.Size3, Lines(JustificationValues.Left)),
        Style(Signature, "署名和日期", PaperFonts.Text, PageFacts.Size3, Lines(JustificationValues.Right)),
    ];

    private static IEnumerable<Style> Small() =>
    [
        Style(Cell, "表格内容", PaperFonts.Text, PageFacts.Size4, Small(JustificationValues.Left)),
        Style(ShortCell, "表格短内容", PaperFonts.Text, PageFacts.Size4, Small(JustificationValues.Center)),
        Style(CellHead, "表格标题", PaperFonts.Heading, PageFacts.Size4, Small(JustificationValues.Center)),
        Style(Note, "版记", PaperFonts.Text, PageFacts.Size4, Small(JustificationValues.Left, 560)),
        Style(PageNumber, "footer", PaperFonts.PageNumber, PageFacts.Size4, Small(JustificationValues.Left, PageFacts.Size4 * 10)),
        Style(Stamp, "header", PaperFonts.Heading, PageFacts.Size4, Small(JustificationValues.Center), Red),
    ];

    /// <summary>Wide tables: as small as a sheet of 26 columns asks for.</summary>
    private static IEnumerable<Style> Sheets() =>
    [
        Style(Attachment, "附件标识", PaperFonts.Heading, PageFacts.Size3, Small(JustificationValues.Left, 420)),
        Style(SheetTitle, "统计表标题", PaperFonts.Title, PageFacts.SmallSize2, Small(JustificationValues.Center, 520)),
        Style(SheetLine, "统计表说明", PaperFonts.Text, PageFacts.Size5, Small(JustificationValues.Left, 320)),
        Style(Figure, "统计表数字", PaperFonts.PageNumber, PageFacts.Size6, Small(JustificationValues.Center, 190)),
        Style(FigureHead, "统计表栏目", PaperFonts.Heading, PageFacts.Size6, Small(JustificationValues.Center, 190)),
        Style(Entry, "通报表数字", PaperFonts.PageNumber, PageFacts.SmallSize5, Small(JustificationValues.Center, 240)),
        Style(EntryHead, "通报表栏目", PaperFonts.Heading, PageFacts.SmallSize5, Small(JustificationValues.Center, 240)),
    ];

    private static Style Style(string id, string name, string font, int size, StyleParagraphProperties lines, int? colour = null) => new()
    {
        Type = StyleValues.Paragraph,
        StyleId = id,
        Default = id == Text ? OnOffValue.FromBoolean(true) : null,
        CustomStyle = id.StartsWith("Paper", StringComparison.Ordinal) ? OnOffValue.FromBoolean(true) : null,
        StyleName = new StyleName { Val = name },
        PrimaryStyle = new PrimaryStyle(),
        StyleParagraphProperties = lines,
        StyleRunProperties = new StyleRunProperties
        {
            RunFonts = PaperFonts.Of(font),
            Color = colour is { } rgb ? new Color { Val = $"{rgb:X6}" } : null,
            Spacing = size == PageFacts.Size3 ? new Spacing { Val = PageFacts.Closeness } : null,
            FontSize = Size(size),
            FontSizeComplexScript = new FontSizeComplexScript { Val = $"{size}" },
            SnapToGrid = new SnapToGrid { Val = false },
        },
    };

    /// <summary>Lines of the grid.</summary>
    private static StyleParagraphProperties Lines(JustificationValues side, double firstLine = 0, int? outline = null)
    {
        var lines = Small(side, PageFacts.LineTwips);
        lines.Indentation = new Indentation { FirstLineChars = (int)(firstLine * 100), FirstLine = $"{PageFacts.Characters(firstLine)}" };
        // A heading does not end a page.
        lines.KeepNext = outline == 0 ? new KeepNext() : null;
        lines.OutlineLevel = outline is { } level ? new OutlineLevel { Val = level } : null;
        return lines;
    }

    /// <summary>
    /// Lines of their own height. A long word is broken where the line ends, a page may end with a first line, and no gaps open beside
    /// digits: otherwise a line would not hold its 28 characters, nor a page its 22 lines.
    /// </summary>
    private static StyleParagraphProperties Small(JustificationValues side, int height = 400) => new()
    {
        WidowControl = new WidowControl { Val = false },
        WordWrap = new WordWrap { Val = false },
        SnapToGrid = new SnapToGrid { Val = false },
        AutoSpaceDE = new AutoSpaceDE { Val = false },
        AutoSpaceDN = new AutoSpaceDN { Val = false },
        SpacingBetweenLines = new SpacingBetweenLines { Before = "0", After = "0", Line = $"{height}", LineRule = LineSpacingRuleValues.Exact },
        Indentation = new Indentation { FirstLineChars = 0, FirstLine = "0" },
        Justification = new Justification { Val = side },
    };

    private static FontSize Size(int halfPoints) => new() { Val = $"{halfPoints}" };
}
