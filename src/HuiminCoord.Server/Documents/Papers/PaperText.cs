namespace HuiminCoord.Server.Documents.Papers;

/// <summary>
/// A paragraph of a paper and its place among the headings of GB/T 9704-2012, 7.3.3: 一、 then （一） then 1. then （1）. Numbers are
/// given by the paper and are not part of the text.
/// </summary>
/// <param name="Level">0 = text without a number, 1–4 = a heading or an item of that level.</param>
/// <param name="Text">Lines become paragraphs of their own; only the first bears the number.</param>
public sealed record PaperText(int Level, string Text)
{
    /// <summary>A paragraph without a number.</summary>
    public static implicit operator PaperText(string text) => FromString(text);

    /// <summary>A paragraph without a number.</summary>
    public static PaperText FromString(string text) => new(0, text);
}
