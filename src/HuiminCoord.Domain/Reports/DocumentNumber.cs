using System.Text;
using System.Text.RegularExpressions;

namespace HuiminCoord.Domain.Reports;

/// <summary>发文字号 (GB/T 9704-2012, 7.2.5): 回政办字〔2020〕57号. The registry of the issuing body gives it; we only read what people type.</summary>
public static partial class DocumentNumber
{
    /// <summary>Most characters that are looked at: no number is longer.</summary>
    public const int MaxLength = 40;

    /// <summary>A number that is still to be written in by hand.</summary>
    public const string Open = "　　　　〔　　　　〕　　号";

    /// <summary>
    /// The number as papers have it; null when it is none. Other brackets become 〔〕, full-width digits become digits, blanks, 第 and leading
    /// zeros fall away: 呼政发[2016]027号 is 呼政发〔2016〕27号.
    /// </summary>
    public static string? Read(string? text)
    {
        if (text is not { Length: > 0 and <= MaxLength })
        {
            return null;
        }

        var typed = Typed().Match(Plain(text));
        return typed.Success ? $"{typed.Groups["body"]}〔{typed.Groups["year"]}〕{typed.Groups["count"]}号" : null;
    }

    /// <summary>Digits and brackets of one kind, and no blanks. Half a character is none of ours.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c)))
        {
            plain.Append(c switch
            {
                '[' or '(' or '［' or '（' or '【' or '〖' or '﹝' or '❲' => '〔',
                ']' or ')' or '］' or '）' or '】' or '〗' or '﹞' or '❳' => '〕',
                >= '０' and <= '９' => (char)(c - '０' + '0'),
                _ => c,
            });
        }

        return plain.ToString();
    }

    [GeneratedRegex("^(?<body>[\u4e00-\u9fff]{2,10})〔(?<year>(?:19|20)[0-9]{2})〕第?0*(?<count>[1-9][0-9]{0,5})号\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}
