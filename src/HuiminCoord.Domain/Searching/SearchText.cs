using System.Globalization;
using System.Text.RegularExpressions;

namespace HuiminCoord.Domain.Searching;

/// <summary>What somebody looks for: any part of a text, whatever its case and width. Chinese has no word breaks.</summary>
public sealed partial record SearchText
{
    /// <summary>Longest text, in UTF-16 characters.</summary>
    public const int Longest = 40;

    private SearchText(string folded) => Folded = folded;

    /// <summary>The text with each character folded; never empty.</summary>
    public string Folded { get; }

    /// <summary>The month that was typed (<c>2020-09</c>), as titles write it (<c>2020年9月</c>); null when it is none.</summary>
    public SearchText? Month => MonthForm().Match(Folded) is { Success: true } m
        ? new(string.Create(CultureInfo.InvariantCulture, $"{m.Groups["year"].Value}年{int.Parse(m.Groups["month"].Value, CultureInfo.InvariantCulture)}月"))
        : null;

    /// <summary>Reads what was typed, without the white space around it; null when that is nothing, too long, or not to be read.</summary>
    public static SearchText? Of(string? typed)
    {
        var text = typed?.Trim() ?? "";
        return text.Length is > 0 and <= Longest && !text.Any(char.IsControl) && !IsTorn(text) ? new SearchText(Folding.Of(text)) : null;
    }

    /// <summary>True when the text holds it.</summary>
    public bool IsIn(string text) => PlaceIn(text) >= 0;

    /// <summary>Where a text first holds it; -1 = nowhere.</summary>
    public int PlaceIn(string text) => Folding.Of(text).IndexOf(Folded, StringComparison.Ordinal);

    /// <summary>Half of a surrogate pair: no database takes it.</summary>
    private static bool IsTorn(string text) => text.EnumerateRunes().Any(r => r.Value == 0xfffd);

    [GeneratedRegex("^(?<year>20[0-9]{2})[-./](?<month>0?[1-9]|1[0-2])$|^(?<year>20[0-9]{2})年(?<month>0[1-9])月?$")]
    private static partial Regex MonthForm();
}
