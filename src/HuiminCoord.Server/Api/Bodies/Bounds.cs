using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Server.Api.Bodies;

// The messages are keys: the problem writer says them in the caller's language.
// Request bodies must be public: the validation generator passes over other types without a word. A test sees to it.

/// <summary>Text that people type, bounded. Its bounds also stand in the OpenAPI document.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class WordsAttribute : StringLengthAttribute
{
    /// <param name="most">Longest text, in UTF-16 units.</param>
    /// <param name="least">Shortest text; white space alone counts as none.</param>
    public WordsAttribute(int most, int least = 0)
        : base(most) => MinimumLength = least;

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        base.IsValid(value) && (value is not string text || (!text.Any(IsUnreadable) && (MinimumLength == 0 || !string.IsNullOrWhiteSpace(text))));

    /// <summary>Control characters could clear a terminal or fake a line, and PostgreSQL keeps no U+0000; line breaks and tabs are fine.</summary>
    private static bool IsUnreadable(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"value.text-length|{MinimumLength}|{MaximumLength}");
}

/// <summary>An id of our spelling.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class IdWordAttribute(int most = IdText.MaxLength) : StringLengthAttribute(most)
{
    internal const string Pattern = "^[a-z]([a-z0-9-]*[a-z0-9])?$";

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is string text && text.Length <= MaximumLength && IdText.IsValid(text));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => string.Create(CultureInfo.InvariantCulture, $"value.id|{MaximumLength}");
}

/// <summary>A short list of ids of our spelling.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class IdListAttribute(int most) : MaxLengthAttribute(most)
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is null || (value is IReadOnlyCollection<string> ids && ids.Count <= Length && ids.All(IdText.IsValid));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => string.Create(CultureInfo.InvariantCulture, $"value.id|{IdText.MaxLength}");
}

/// <summary>A short list of days or intervals of days; the calendar's reader judges what they say.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class DayListAttribute(int most) : MaxLengthAttribute(most)
{
    /// <summary>Two days and the stroke between them.</summary>
    internal const int LongestEntry = 21;

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is null || (value is IReadOnlyCollection<string?> days && days.Count <= Length && days.All(d => d?.Length is > 0 and <= LongestEntry));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => string.Create(CultureInfo.InvariantCulture, $"value.days|{Length}");
}

/// <summary>A short list of short texts that people type.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class WordListAttribute(int most, int longest) : MaxLengthAttribute(most)
{
    /// <summary>Longest entry, in UTF-16 units.</summary>
    internal int Longest => longest;

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value is null || (value is IReadOnlyCollection<string?> texts && texts.Count <= Length && texts.All(t => t is not null && t.Length <= longest && new WordsAttribute(longest, 1).IsValid(t)));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => string.Create(CultureInfo.InvariantCulture, $"value.text-length|1|{longest}");
}

/// <summary>A list with at least one entry and not too many.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class EntriesAttribute(int least, int most) : LengthAttribute(least, most)
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        base.IsValid(value) && (value is not System.Collections.IEnumerable entries || entries.Cast<object?>().All(e => e is not null));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"value.list-length|{MinimumLength}|{MaximumLength}");
}

/// <summary>A whole number within bounds.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class WithinAttribute(int least, int most) : RangeAttribute(least, most)
{
    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"value.number-range|{Minimum}|{Maximum}");
}
