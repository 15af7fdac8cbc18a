using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>Paragraphs of papers. Texts may be anything that people can type.</summary>
internal static class Paragraphs
{
    /// <summary>A paragraph in a style; each text is a run of its own.</summary>
    internal static Paragraph Of(string style, params IEnumerable<string> texts) => Of(style, texts.Select(text => Run(text)));

    internal static Paragraph Of(string style, IEnumerable<OpenXmlElement> runs) =>
        new([new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } }, .. runs]);

    internal static Paragraph Blank() => Of(PaperStyles.Blank, Array.Empty<OpenXmlElement>());

    /// <summary>A title of size 2 in the middle, broken as titles are.</summary>
    internal static IEnumerable<Paragraph> Title(string title) =>
        [Of(PaperStyles.Title, Broken(TitleBreaks.Lines(title, PageFacts.CharactersInLine * PageFacts.Size3 / PageFacts.Size2)))];

    /// <summary>What a title is followed by: that it is a draft, its issue; nothing for an empty text.</summary>
    internal static IEnumerable<Paragraph> UnderTitle(string text) => text.Length == 0 ? [] : [Of(PaperStyles.UnderTitle, text)];

    /// <summary>主送 with its wide colon; nothing where nobody is named.</summary>
    internal static IEnumerable<Paragraph> Recipients(IEnumerable<string> recipients) =>
        PaperWords.Names(recipients) is { Length: > 0 } names ? [Of(PaperStyles.Recipients, $"{names}：")] : [];

    /// <summary>Lines of one paragraph.</summary>
    internal static IEnumerable<OpenXmlElement> Broken(IEnumerable<string> lines) =>
        lines.SelectMany((line, index) => index == 0 ? new OpenXmlElement[] { Run(line) } : [new Run(new Break()), Run(line)]);

    /// <summary>A paragraph whose later lines begin where its text begins, behind a label.</summary>
    /// <param name="before">Characters in front of the label.</param>
    /// <param name="label">Characters that the label takes.</param>
    internal static Paragraph Hanging(string style, double before, double label, params IEnumerable<OpenXmlElement> runs)
    {
        var paragraph = Of(style, runs);
        var character = style == PaperStyles.Note ? PageFacts.Size4 * 10 : PageFacts.Characters(1);
        paragraph.ParagraphProperties!.Indentation = new Indentation { Left = $"{(int)((before + label) * character)}", Hanging = $"{(int)(label * character)}" };
        return paragraph;
    }

    internal static Run Tab() => new(new TabChar());

    /// <summary>A text that people have typed, in its paragraph's font or in another.</summary>
    internal static Run Run(string text, string? font = null) => Exact(PrintableText.Line(text), font);

    /// <summary>A text of ours, with its blanks.</summary>
    internal static Run Exact(string text, string? font = null) => new(
        new RunProperties { RunFonts = font is null ? new RunFonts { Hint = FontTypeHintValues.EastAsia } : PaperFonts.Of(font) },
        new Text(text) { Space = SpaceProcessingModeValues.Preserve });
}
