namespace HuiminCoord.Domain.Deciding;

/// <summary>Bounds of the free text that people type into commands.</summary>
public static class FreeText
{
    /// <summary>Longest text accepted, in UTF-16 characters.</summary>
    public const int MaxLength = 4000;

    /// <summary>A refusal when the text is empty (with the given code) or too long, else null.</summary>
    public static Refusal? Refuse(string text, string codeWhenEmpty) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal(codeWhenEmpty) : RefuseLength(text);

    /// <summary>A refusal when the text is too long, else null.</summary>
    public static Refusal? RefuseLength(string text) =>
        text.Length > MaxLength ? new Refusal("text.too-long", $"{MaxLength}") : null;
}
