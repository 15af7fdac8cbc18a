using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>
/// Sender and date of a paper without a seal (GB/T 9704-2012, 7.3.5.2): the sender ends two characters from the right, the date begins two
/// characters right of the sender's beginning. Where the date is longer, it is the date that ends two characters from the right.
/// </summary>
internal static class Signature
{
    private const double FromRight = 2, DateBehind = 2;

    /// <summary>With a seal the date ends four characters from the right.</summary>
    private const double SealedFromRight = 4;

    /// <summary>A date that is written by hand, as wide as one that is printed.</summary>
    private const string OpenDate = "　　年　　月　　日";

    internal static IEnumerable<Paragraph> Of(string sender, DateOnly date)
    {
        var (name, day) = (PrintableText.Line(sender), PaperWords.Date(date));
        var longer = PrintableText.Width(name) - PrintableText.Width(day);
        return longer >= 0
            ? [WithDate(Line(name, FromRight)), Line(day, longer + FromRight - DateBehind)]
            : [WithDate(Line(name, FromRight + DateBehind - longer)), Line(day, FromRight)];
    }

    /// <summary>
    /// Of a paper that bears a seal (7.3.5.1): the date ends four characters from the right, the sender stands over its middle, and the seal
    /// goes over both with its upper edge within a line of the text; so two lines over it are blank.
    /// </summary>
    /// <param name="date">Null = written by hand.</param>
    private static IEnumerable<Paragraph> Sealed(string sender, DateOnly? date)
    {
        var (name, day) = (PrintableText.Line(sender), date is { } known ? PaperWords.Date(known) : OpenDate);
        var middle = SealedFromRight - ((PrintableText.Width(name) - PrintableText.Width(day)) / 2);
        return [WithDate(Paragraphs.Blank()), WithDate(Paragraphs.Blank()), WithDate(Line(name, Math.Max(0, middle))), Line(day, SealedFromRight, exact: true)];
    }

    /// <summary>The end of a paper that bears a seal: its last paragraph, what is attached and the signature stay on one page, since no page begins with a signature.</summary>
    internal static IEnumerable<OpenXmlElement> Sealed(IReadOnlyList<OpenXmlElement> text, IEnumerable<string> attached, string sender, DateOnly? date) =>
    [
        .. text.Select((element, at) => at == text.Count - 1 && element is Paragraph last ? WithDate(last) : element),
        .. Attachments.Of(attached).Select(WithDate),
        .. Sealed(sender, date),
    ];

    private static Paragraph Line(string text, double fromRight, bool exact = false)
    {
        var line = Paragraphs.Of(PaperStyles.Signature, [exact ? Paragraphs.Exact(text) : Paragraphs.Run(text)]);
        line.ParagraphProperties!.Indentation = new Indentation { Right = $"{PageFacts.Characters(fromRight)}" };
        return line;
    }

    /// <summary>A page does not begin with a lonely date.</summary>
    private static Paragraph WithDate(Paragraph sender)
    {
        sender.ParagraphProperties!.KeepNext = new KeepNext();
        return sender;
    }
}
