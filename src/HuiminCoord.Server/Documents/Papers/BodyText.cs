using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>Numbers headings and items in the order in which they come, and sets each in the font of its level.</summary>
internal sealed class BodyText
{
    private const int Levels = 4;

    private readonly int[] _counts = new int[Levels + 1];

    internal IEnumerable<Paragraph> Of(IEnumerable<PaperText> texts) => [.. texts.SelectMany(Of)];

    internal IEnumerable<Paragraph> Of(PaperText text)
    {
        var level = Math.Clamp(text.Level, 0, Levels);
        var lines = PrintableText.Paragraphs(text.Text).ToList();
        return lines.Count == 0 ? [] : [Numbered(level, lines[0]), .. lines.Skip(1).Select(line => Paragraphs.Of(PaperStyles.Text, line))];
    }

    private Paragraph Numbered(int level, string line) => level switch
    {
        0 => Paragraphs.Of(PaperStyles.Text, line),
        1 => Paragraphs.Of(PaperStyles.First, Next(1) + line),
        2 => Second(Next(2) + line),
        _ => Paragraphs.Of(PaperStyles.Text, Next(level) + line),
    };

    /// <summary>（一） is set in 楷体; what follows its first sentence is text.</summary>
    private static Paragraph Second(string line)
    {
        var end = line.IndexOf('。', StringComparison.Ordinal) + 1;
        return end == 0 || end == line.Length
            ? Paragraphs.Of(PaperStyles.Second, line)
            : Paragraphs.Of(PaperStyles.Text, [Paragraphs.Run(line[..end], PaperFonts.SecondHeading), Paragraphs.Run(line[end..])]);
    }

    private string Next(int level)
    {
        _counts[level]++;
        Array.Clear(_counts, level + 1, Levels - level);
        var number = _counts[level];
        return level switch
        {
            1 => $"{PaperWords.Number(number)}、",
            2 => $"（{PaperWords.Number(number)}）",
            3 => string.Create(CultureInfo.InvariantCulture, $"{number}."),
            _ => string.Create(CultureInfo.InvariantCulture, $"（{number}）"),
        };
    }
}
