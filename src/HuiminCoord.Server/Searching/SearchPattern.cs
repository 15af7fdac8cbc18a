using System.Text;
using HuiminCoord.Domain.Searching;

namespace HuiminCoord.Server.Searching;

/// <summary>What is looked for, in the words of each database: GLOB on SQLite, a regular expression on PostgreSQL.</summary>
/// <remarks>
/// LIKE knows neither width nor, beyond ASCII, case. Both patterns are made of single characters and sets of characters alone,
/// each escaped, so nothing that somebody types means anything but itself, and none can be slow.
/// </remarks>
/// <param name="Glob">For SQLite's GLOB.</param>
/// <param name="OtherGlob">The same for a month written in the other way; empty, which no text is, where there is none.</param>
/// <param name="Regex">For PostgreSQL's <c>~</c>, the other way included.</param>
internal sealed record SearchPattern(string Glob, string OtherGlob, string Regex)
{
    internal static SearchPattern Of(SearchText text) => new(
        GlobOf(text), text.Month is { } month ? GlobOf(month) : "", text.Month is { } other ? $"{RegexOf(text)}|{RegexOf(other)}" : RegexOf(text));

    /// <summary>A set's first character may be a closing bracket but no circumflex: with one it would mean all others.</summary>
    private static string GlobOf(SearchText text) => text.Folded.Aggregate(new StringBuilder("*"), (pattern, c) => Folding.Alike(c) switch
    {
        [var one] => pattern.Append(one),
        ['^', .. var others] => pattern.Append('[').Append(others).Append("^]"),
        var set => pattern.Append('[').Append(set).Append(']'),
    }).Append('*').ToString();

    private static string RegexOf(SearchText text) => text.Folded.Aggregate(new StringBuilder(), (pattern, c) => Folding.Alike(c) switch
    {
        [var one] => pattern.Append(Escaped(one)),
        var set => pattern.Append('[').Append(string.Concat(set.Select(Escaped))).Append(']'),
    }).ToString();

    /// <summary>Before a letter or a figure a backslash would mean something of its own.</summary>
    private static string Escaped(char c) => char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) ? $"\\{c}" : $"{c}";
}
