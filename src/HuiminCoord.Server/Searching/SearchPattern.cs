using System.Text;
using HuiminCoord.Domain.Searching;

namespace HuiminCoord.Server.Searching;

/// <summary>What is looked for, as a database reads it.</summary>
/// <remarks>
/// LIKE knows neither width nor, beyond ASCII, case: it only finds quickly what may hold the text, and what remains is looked at by
/// GLOB on SQLite, by a regular expression on PostgreSQL. All are made of single characters and sets of characters alone, so
/// nothing that somebody types means anything but itself, and none can be slow.
/// </remarks>
/// <param name="Like">With a place for any character where several count as one. What means something to LIKE is always among them.</param>
/// <param name="Exact">For GLOB, or for <c>~</c>.</param>
internal sealed record SearchPattern(string Like, string Exact)
{
    /// <summary>Finds nothing: no text that is kept is empty.</summary>
    private static readonly SearchPattern Nothing = new("", "");

    /// <summary>The pattern of a text; of none, one that finds nothing.</summary>
    internal static SearchPattern Of(SearchText? text, bool sqlite) =>
        text is null ? Nothing : new($"%{Each(text, _ => "_")}%", sqlite ? $"*{Each(text, GlobSet)}*" : Each(text, RegexSet));

    /// <summary>A month as it was typed, which is hardly ever how it is written: only in narrow figures, so that it costs next to nothing.</summary>
    internal static SearchPattern OfTypedMonth(SearchText text, bool sqlite) => new($"%{text.Folded}%", sqlite ? "*" : "");

    private static string Each(SearchText text, Func<string, string> set) =>
        text.Folded.Aggregate(new StringBuilder(), (pattern, c) => pattern.Append(Folding.Alike(c) is { Length: > 1 } several ? set(several) : $"{c}")).ToString();

    /// <summary>A set's first character may be a closing bracket but no circumflex: with one it would mean all others.</summary>
    private static string GlobSet(string characters) => characters[0] == '^' ? $"[{characters[1..]}^]" : $"[{characters}]";

    private static string RegexSet(string characters) => $"[{string.Concat(characters.Select(Escaped))}]";

    /// <summary>Before a letter or a figure a backslash would mean something of its own.</summary>
    private static string Escaped(char c) => char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) ? $"\\{c}" : $"{c}";
}
