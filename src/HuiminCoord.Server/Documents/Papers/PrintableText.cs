using System.Globalization;
using System.Text;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>What people have typed, as it may stand in a file of XML and on one line of a paper.</summary>
internal static class PrintableText
{
    /// <summary>
    /// Without characters that XML cannot hold and without those that turn the direction of writing, which make a line read otherwise
    /// than it is stored. Half a character becomes U+FFFD; a run of blanks becomes one.
    /// </summary>
    internal static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        // Half a character comes out of this enumeration as U+FFFD.
        foreach (var rune in text.EnumerateRunes().Where(r => !IsUnprintable(r)))
        {
            var blank = rune.Value is ' ' or '\t' or '\r' or '\n' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;
            if (!blank)
            {
                line.Append(rune);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    /// <summary>Its lines, as paragraphs of their own; empty ones fall away.</summary>
    internal static IEnumerable<string> Paragraphs(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(Line).Where(line => line.Length > 0);

    /// <summary>The text as it is, blanks and breaks included, without what <see cref="Line"/> leaves out; a break is a line feed.</summary>
    internal static string Whole(string text) => string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(r => !IsUnprintable(r) && r.Value is not ('\v' or '\f')));

    /// <summary>Width in characters of the grid: what is not Chinese takes half of one.</summary>
    internal static double Width(string line) => line.EnumerateRunes().Sum(r => r.Value < 0x2000 ? 0.5 : 1);

    private static bool IsUnprintable(Rune rune) =>
        rune.Value is 0xFEFF or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        || (rune.Value & 0xFFFE) == 0xFFFE
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && rune.Value is not ('\t' or '\r' or '\n' or '\v' or '\f' or 0x85));
}
