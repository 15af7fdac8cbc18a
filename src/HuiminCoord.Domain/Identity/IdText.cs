namespace HuiminCoord.Domain.Identity;

/// <summary>
/// The one spelling rule of every id: lower-case ASCII letters, digits and inner hyphens, 1 to 40 characters,
/// starting with a letter.
/// </summary>
/// <remarks>
/// The storage key of an actor is made of ids. Upper case, <c>+</c> and all-hex spellings are changed or split by the
/// storage provider, so two ids could meet in one row; they are refused at the door instead of being repaired.
/// </remarks>
public static class IdText
{
    /// <summary>Longest id accepted, in characters.</summary>
    public const int MaxLength = 40;

    /// <summary>True when <paramref name="text"/> may name something inside a campaign.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && char.IsAsciiLetterLower(text[0])
        && text[^1] != '-'
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    internal static string Require(string? text, string what) =>
        IsValid(text) ? text! : throw new FormatException($"'{text}' is not a valid {what} id: use a-z, 0-9 and inner hyphens, at most {MaxLength} characters.");
}
