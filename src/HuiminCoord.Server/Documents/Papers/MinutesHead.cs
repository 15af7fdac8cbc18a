using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>What stands over the text of minutes: mark, issue, who issues them and when, the red line.</summary>
internal static class MinutesHead
{
    internal static IEnumerable<OpenXmlElement> Of(MinutesDraft draft) =>
    [
        RedHead.Mark(draft.Mark),
        Paragraphs.Blank(),
        Paragraphs.Blank(),
        Paragraphs.Of(PaperStyles.Centred, draft.Issue > 0 ? $"第{draft.Issue}期" : "第（待编）期"),
        .. PrintableText.Paragraphs(draft.Number ?? "").Select(number => Paragraphs.Of(PaperStyles.Centred, number)),
        IssuerAndDate(draft.Issuer, PaperWords.Date(draft.Date)),
    ];

    /// <summary>One character from either side, and the red line under it.</summary>
    private static Paragraph IssuerAndDate(string issuer, string date)
    {
        var line = RedHead.Closing(Paragraphs.Of(PaperStyles.MarkLine, [Paragraphs.Tab(), Paragraphs.Run(issuer), Paragraphs.Tab(), Paragraphs.Run(date)]));
        line.ParagraphProperties!.Tabs = new Tabs(
            new TabStop { Val = TabStopValues.Left, Position = PageFacts.Characters(1) },
            new TabStop { Val = TabStopValues.Right, Position = PageFacts.AreaWidthTwips - PageFacts.Characters(1) });
        return line;
    }
}
