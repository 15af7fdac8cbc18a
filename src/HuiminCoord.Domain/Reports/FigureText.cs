using System.Globalization;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>A figure as people write it, and as we print it.</summary>
public static class FigureText
{
    /// <summary>Most characters that are looked at: no figure is longer.</summary>
    public const int MaxLength = 40;

    /// <summary>Largest figure: a count of a billion, or 1,000,000,000.00 万元.</summary>
    public const long Largest = 1_000_000_000;

    /// <summary>Reads a figure. Full-width digits, spaces around it and thousands separators are what people type.</summary>
    /// <returns>The figure (money in hundredths of 万元), null for an empty text; or the code of what is wrong with it.</returns>
    public static (long? Figure, string? Problem) Read(string? text, FigureKind kind)
    {
        if (text is { Length: > MaxLength })
        {
            return (null, "figure.too-long");
        }

        var plain = Narrow(text ?? "").Trim();
        if (plain.Length == 0)
        {
            return (null, null);
        }

        if (!HasProperGroups(plain) || !decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
        {
            return (null, "figure.not-a-number");
        }

        var scaled = kind == FigureKind.Money ? value * 100 : value;
        return value < 0 ? (null, "figure.negative")
            : value > Largest ? (null, "figure.too-large")
            : scaled != decimal.Truncate(scaled) ? (null, kind == FigureKind.Money ? "figure.two-places" : "figure.whole")
            : ((long)scaled, null);
    }

    /// <summary>Writes a figure without separators: 1250, 12.50.</summary>
    public static string Write(long figure, FigureKind kind) =>
        kind == FigureKind.Money ? (figure / 100m).ToString("0.00", CultureInfo.InvariantCulture) : figure.ToString(CultureInfo.InvariantCulture);

    /// <summary>Full-width digits and signs as narrow ones. Normalization is no way: without a globalization library it changes nothing.</summary>
    public static string Narrow(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Select(Narrow));
    }

    private static char Narrow(char c) => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;

    /// <summary>1,234 is a thousand and more; 1,2 is a slip that nobody should guess at.</summary>
    private static bool HasProperGroups(string text)
    {
        var whole = text.TrimStart('+', '-').Split('.')[0].Split(',');
        return whole.Length == 1 || (whole[0].Length is > 0 and <= 3 && whole.Skip(1).All(g => g.Length == 3));
    }
}
