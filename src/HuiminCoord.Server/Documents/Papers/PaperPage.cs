using DocumentFormat.OpenXml.Wordprocessing;
using DocumentSettings = DocumentFormat.OpenXml.Wordprocessing.Settings;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>What is the same on every page: margins, grid, page number, stamp.</summary>
internal static class PaperPage
{
    /// <summary>Half the height of a page number's line: its dashes stand in the middle.</summary>
    private const int HalfNumber = PageFacts.Size4 * 10 / 2;

    private const double StampBelowEdge = 20;

    /// <summary>Page, margins and grid; the ids are those under which the file keeps its headers and footers.</summary>
    /// <param name="across">The page lies across: for wide tables.</param>
    internal static SectionProperties Section(bool rehearsal, bool across = false)
    {
        var section = new SectionProperties();
        if (rehearsal)
        {
            section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = "stamp" }, new HeaderReference { Type = HeaderFooterValues.Even, Id = "stamp" });
        }

        if (across)
        {
            section.Append(AcrossPage.Parts());
            return section;
        }

        section.Append(
            new FooterReference { Type = HeaderFooterValues.Default, Id = "odd" },
            new FooterReference { Type = HeaderFooterValues.Even, Id = "even" },
            new PageSize { Width = (uint)PageFacts.PageWidthTwips, Height = (uint)PageFacts.PageHeightTwips },
            Margins(),
            new DocGrid { Type = DocGridValues.LinesAndChars, LinePitch = PageFacts.LineTwips, CharacterSpace = PageFacts.GridCharacterSpace });
        return section;
    }

    /// <summary>— 1 —: on odd pages one character from the right, on even pages one from the left (GB/T 9704-2012, 7.5).</summary>
    internal static Footer Number(bool odd) => new(NumberLine(odd));

    /// <summary>The line of a page number.</summary>
    internal static Paragraph NumberLine(bool odd)
    {
        var oneCharacter = $"{PageFacts.Size4 * 10}";
        return new Paragraph(
            new ParagraphProperties
            {
                ParagraphStyleId = new ParagraphStyleId { Val = PaperStyles.PageNumber },
                Indentation = odd ? new Indentation { Right = oneCharacter } : new Indentation { Left = oneCharacter },
                Justification = new Justification { Val = odd ? JustificationValues.Right : JustificationValues.Left },
            },
            Paragraphs.Exact("— "),
            new SimpleField(Paragraphs.Exact("1")) { Instruction = "PAGE" },
            Paragraphs.Exact(" —"));
    }

    internal static Header Stamp() => new(Paragraphs.Of(PaperStyles.Stamp, PaperWords.Rehearsal));

    /// <summary>Odd and even pages differ; the grid's lines hold what the standard counts.</summary>
    internal static DocumentSettings Settings() => new(
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(
            new SpaceForUnderline(),
            new BalanceSingleByteDoubleByteWidth(),
            new DoNotLeaveBackslashAlone(),
            new UnderlineTrailingSpaces(),
            new DoNotExpandShiftReturn(),
            new AdjustLineHeightInTable(),
            new UseFarEastLayout(),
            new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));

    private static PageMargin Margins() => new()
    {
        Top = PageFacts.TopTwips,
        Right = (uint)PageFacts.RightTwips,
        Bottom = PageFacts.BottomTwips,
        Left = (uint)PageFacts.LeftTwips,
        Header = (uint)PageFacts.Twips(StampBelowEdge),
        Footer = (uint)(PageFacts.BottomTwips - PageFacts.Twips(PageFacts.PageNumberBelowArea) - HalfNumber),
        Gutter = 0U,
    };
}
