using System.Globalization;
using System.Text;

namespace HuiminCoord.Server.Documents.Invitations;

/// <summary>What people typed, spelled so that it stays one value of one line in a calendar's file.</summary>
internal static class CalendarWords
{
    /// <summary>Safe in a mail address beside letters and digits (RFC 6068); everything else is written as %XX.</summary>
    private const string SafeInMail = ".-_~!$'*+";

    /// <summary>One line: what cannot be seen is left out, line breaks and other gaps become one space.</summary>
    internal static string Line(string text) => string.Join(' ', Lines(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Lines that end in LF, without control characters and without those that turn the direction of writing.</summary>
    internal static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Half a character, as a damaged text has, comes as the replacement character.
        return string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Select(Visible)).Trim();
    }

    /// <summary>The value of a property that is a text.</summary>
    internal static string Text(string lines) => lines
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    /// <summary>A name beside a property, in quotes; empty when it is.</summary>
    /// <remarks>
    /// A quote cannot stand there, and some readers take a caret (RFC 6868) or a backslash for the beginning of a sign. In full width
    /// none of them means anything.
    /// </remarks>
    internal static string Quoted(string line) => line.Length == 0 ? "" : $"\"{line.Replace('"', '＂').Replace('^', '＾').Replace('\\', '＼')}\"";

    /// <summary>True when something stands there. Whether it is an address is asked where it is taken in.</summary>
    internal static bool HasMail(string? mail) => !string.IsNullOrWhiteSpace(mail);

    /// <summary>As a calendar names people. Only the last @ is one: with a second, readers refuse the address.</summary>
    internal static string MailAddress(string mail)
    {
        var (text, at) = (mail.Trim(), mail.Trim().LastIndexOf('@'));
        return $"mailto:{(at < 0 ? InMail(text) : $"{InMail(text[..at])}@{InMail(text[(at + 1)..])}")}";
    }

    /// <summary>An address of a page; empty when there is none.</summary>
    /// <exception cref="ArgumentException">It is neither http nor https: a calendar would open whatever stands there.</exception>
    internal static string WebAddress(string? address) => address switch
    {
        null => "",
        _ when Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) =>
            Escaped(url.AbsoluteUri, c => c is > ' ' and < (char)127),
        _ => throw new ArgumentException("The address of a meeting is neither http nor https.", nameof(address)),
    };

    private static string Visible(Rune rune) => rune.Value == '\n' ? "\n" : Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.SpaceSeparator => " ",
        UnicodeCategory.Control => rune.Value == '\t' ? " " : "",
        UnicodeCategory.Format => "",
        _ => rune.ToString(),
    };

    private static string InMail(string part) => Escaped(part, c => char.IsAsciiLetterOrDigit(c) || SafeInMail.Contains(c, StringComparison.Ordinal));

    private static string Escaped(string text, Func<char, bool> safe) => string.Concat(
        Encoding.UTF8.GetBytes(text).Select(b => safe((char)b) ? ((char)b).ToString() : string.Create(CultureInfo.InvariantCulture, $"%{b:X2}")));
}
