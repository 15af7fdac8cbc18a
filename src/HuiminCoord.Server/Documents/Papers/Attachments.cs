using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>附件说明 (GB/T 9704-2012, 7.3.4): what is attached to a paper.</summary>
internal static class Attachments
{
    /// <summary>Characters in front of 附件, those of 附件 with its colon, and those of a number behind it.</summary>
    private const double BeforeLabel = 2, Label = 3, Number = 1.5;

    internal static IEnumerable<Paragraph> Of(IEnumerable<string> names) => Lines([.. names.Select(PrintableText.Line).Where(a => a.Length > 0)]);

    /// <summary>附件 (7.3.4): one blank line below the text; numbers only where there are several; later lines begin under the first name.</summary>
    private static IEnumerable<Paragraph> Lines(IReadOnlyList<string> names) => names.Count switch
    {
        0 => [],
        1 => [Paragraphs.Blank(), Paragraphs.Hanging(PaperStyles.People, BeforeLabel, Label, Paragraphs.Exact("附件："), Paragraphs.Run(names[0]))],
        _ => [Paragraphs.Blank(), .. names.Select(Numbered)],
    };

    private static Paragraph Numbered(string name, int index)
    {
        OpenXmlElement[] text = [Paragraphs.Exact(string.Create(CultureInfo.InvariantCulture, $"{index + 1}.")), Paragraphs.Tab(), Paragraphs.Run(name)];
        return index == 0
            ? Paragraphs.Hanging(PaperStyles.People, BeforeLabel, Label + Number, text.Prepend(Paragraphs.Exact("附件：")))
            : Paragraphs.Hanging(PaperStyles.People, BeforeLabel + Label, Number, text);
    }
}
