using DocumentFormat.OpenXml.Wordprocessing;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>
/// Sender and date of a paper without a seal (GB/T 9704-2012, 7.3.5.2): the sender ends two characters from the right, the date begins two
/// characters right of the sender's beginning. Where the date is longer, it is the date that ends two characters from the right.
/// </summary>
internal static class Signature
{
    private const double FromRight = 2, DateBehind = 2;

    internal static IEnumerable<Paragraph> Of(string sender, DateOnly date)
    {
        var (name, day) = (PrintableText.Line(sender), PaperWords.Date(date));
        var longer = PrintableText.Width(name) - PrintableText.Width(day);
        return longer >= 0
            ? [WithDate(Line(name, FromRight)), Line(day, longer + FromRight - DateBehind)]
            : [WithDate(Line(name, FromRight + DateBehind - longer)), Line(day, FromRight)];
    }

    private static Paragraph Line(string text, double fromRight)
    {
        var line = Paragraphs.Of(PaperStyles.Signature, text);
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
