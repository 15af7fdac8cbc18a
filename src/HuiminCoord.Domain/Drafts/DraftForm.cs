using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Drafts;

/// <summary>Names the form that a draft is of: <c>submit/monthly-2020-09/summary</c>.</summary>
public sealed record DraftForm
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxLength = 160;

    /// <summary>What forms begin with in which a unit fills a part of what it owes.</summary>
    public const string SubmitPrefix = "submit/";

    /// <summary>What forms begin with in which the office writes its summary of a period.</summary>
    public const string SummaryPrefix = "summary/";

    private const int MostWords = 4;

    /// <param name="text">One to four words of a-z, 0-9 and hyphens, with a stroke between them.</param>
    /// <exception cref="FormatException">It is not spelt like that.</exception>
    public DraftForm(string text) => Text = IsValid(text) ? text : throw new FormatException($"'{text}' names no form: use words of a-z, 0-9 and hyphens with '/' between them.");

    /// <summary>As it is stored.</summary>
    public string Text { get; }

    /// <summary>The form in which a unit fills one part of a duty.</summary>
    /// <param name="part">Such as <c>summary</c>; <c>all</c> where the duty has no parts.</param>
    public static DraftForm OfPart(DutyId duty, string part) => new($"{SubmitPrefix}{duty}/{part}");

    /// <summary>The form in which the office writes one section of its summary of a period. It is sent nowhere: what was written stands as long as the campaign.</summary>
    /// <param name="section">A section of the plan's form of a summary.</param>
    public static DraftForm OfSummary(DutyId duty, string section) => new($"{SummaryPrefix}{duty}/{section}");

    /// <summary>Section of such a form; null for every other one.</summary>
    public static string? SectionOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(SummaryPrefix, StringComparison.Ordinal) && text[SummaryPrefix.Length..].Split('/') is [_, var section] ? section : null;
    }

    /// <summary>Duty and part of a form in which a unit fills; null for every other one.</summary>
    public static (string Duty, string Part)? PartOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(SubmitPrefix, StringComparison.Ordinal) && text[SubmitPrefix.Length..].Split('/') is [var duty, var part] ? (duty, part) : null;
    }

    /// <summary>True for a form that is sent nowhere: its draft is no leftover and is never taken away to make room. There are as many as the plan has periods and sections.</summary>
    public bool IsLasting => Text.StartsWith(SummaryPrefix, StringComparison.Ordinal);

    /// <summary>True when a form may be called so.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.Split('/') is { Length: <= MostWords } words && words.All(IsWord);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool IsWord(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
