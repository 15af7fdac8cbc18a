using System.Globalization;
using System.Text;

namespace HuiminCoord.Domain.Files;

/// <summary>Names of files as they may be shown and given to a disk. A sender's name is never believed.</summary>
/// <remarks>
/// Paths lose all but their last part. Characters that cannot be seen go, among them those that turn the direction of writing:
/// with one of them <c>fdp.exe</c> would look like <c>exe.pdf</c>.
/// </remarks>
public static class FileNames
{
    /// <summary>Longest name, in UTF-16 units. Written in Chinese it still has less than the 255 bytes that Linux allows.</summary>
    public const int MaxLength = 80;

    private const int LongestExtension = 8;

    /// <summary>The name that is kept of what somebody declared; null when nothing is left of it.</summary>
    public static string? Clean(string? declared)
    {
        var last = (declared ?? "").Split('/', '\\')[^1];
        var seen = string.Concat(last.EnumerateRunes().Where(IsVisible).Select(Safe));
        var name = string.Join(' ', seen.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '.');
        var extension = Extension(name);
        return name.Length == 0 ? null
            : extension.Length == 0 ? Shortened(name, MaxLength).TrimEnd(' ', '.')
            : $"{Shortened(name[..^(extension.Length + 1)], MaxLength - extension.Length - 1)}.{extension}";
    }

    /// <summary>In lower case, without the dot; empty when the name has none that is an extension.</summary>
    internal static string Extension(string name)
    {
        var dot = name.LastIndexOf('.');
        var end = name[(dot + 1)..];
        return dot > 0 && end.Length is > 0 and <= LongestExtension && end.All(char.IsAsciiLetterOrDigit) ? end.ToLowerInvariant() : "";
    }

    /// <summary>Half a character, as a damaged name has, comes as the replacement character.</summary>
    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>What Windows does not allow in names becomes a line; all kinds of spaces become one.</summary>
    private static string Safe(Rune rune) =>
        rune.Value is '"' or '<' or '>' or '|' or ':' or '*' or '?' ? "_"
        : Rune.IsWhiteSpace(rune) ? " "
        : rune.ToString();

    /// <summary>Never within a character.</summary>
    private static string Shortened(string text, int most)
    {
        var kept = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept + rune.Utf16SequenceLength > most)
            {
                break;
            }

            kept += rune.Utf16SequenceLength;
        }

        return text[..kept];
    }
}
