using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>The red of a paper's first page (GB/T 9704-2012, 7.2): whose paper it is, and the line that closes the head.</summary>
internal static class RedHead
{
    /// <summary>Sizes of a mark in points: 初号 at most, one line only while it stands out, never smaller than a title.</summary>
    private const double Largest = 42, OneLine = 30, Smallest = 22;

    /// <summary>Of the text area's width, what a mark may take.</summary>
    private const double Fills = 0.95;

    /// <summary>Of a line with an exact height, the part over its base line; and of a character's size, the part over it.</summary>
    private const double OverBase = 0.8, Ascent = 0.85;

    /// <summary>How far a line of size 3 goes below its text, in points: the red line is measured from the text.</summary>
    private const double BelowText = 4;

    /// <summary>发文机关标志: 35 mm below the upper edge of the text area, as large as its length allows.</summary>
    internal static Paragraph Mark(string text)
    {
        const double width = Fills * PageFacts.AreaWidth / 25.4 * 72;
        var lines = TitleBreaks.Lines(text, (int)(width / OneLine));
        var size = Math.Clamp(Math.Floor(width / lines.Append("").Max(PrintableText.Width)), Smallest, Largest);
        var height = Math.Ceiling(size * 1.25);
        var below = (PageFacts.MarkBelowTop / 25.4 * 72) - ((height * OverBase) - (size * Ascent));
        var mark = Paragraphs.Of(PaperStyles.Mark, Paragraphs.Broken(lines));
        mark.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { Before = Twips(below), After = "0", Line = Twips(height), LineRule = LineSpacingRuleValues.Exact };
        foreach (var run in mark.Elements<Run>())
        {
            (run.RunProperties ??= new RunProperties()).FontSize = new FontSize { Val = $"{(int)(size * 2)}" };
        }

        return mark;
    }

    /// <summary>The line of size 3 with the red line under it, as wide as the text area.</summary>
    internal static Paragraph Closing(Paragraph line)
    {
        line.ParagraphProperties!.ParagraphBorders = new ParagraphBorders(new BottomBorder
        {
            Val = BorderValues.Single,
            Color = "FF0000",
            Size = PageFacts.RedLine,
            Space = (uint)Math.Round((PageFacts.RedLineBelowText / 25.4 * 72) - BelowText),
        });
        return line;
    }

    private static string Twips(double points) => $"{(int)Math.Round(points * 20)}";
}
