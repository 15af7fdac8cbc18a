using System.Globalization;
using System.Text;

namespace HuiminCoord.Domain.Messages;

/// <summary>What leaves the system about a message: title, date and link. Bodies stay in the inbox, behind the sign-in.</summary>
public static class OutsideText
{
    /// <summary>Longest title that goes out, in characters; the rest becomes an ellipsis.</summary>
    public const int LongestTitle = 120;

    /// <summary>【联席会议办公室】今日请报送：2020年9月小结和统计表，时限9月28日，请登录办理。https://…</summary>
    /// <param name="today">The day of the message, Asia/Shanghai.</param>
    /// <param name="link">Where to sign in; null where the server has no public address.</param>
    public static string Write(string signature, string title, DateOnly? due, DateOnly today, string? link)
    {
        var by = due is { } day ? $"，时限{DateWords.Day(day, today)}" : "";
        return $"{Subject(signature, title)}{by}，请登录办理。{link}";
    }

    /// <summary>The title with its signature.</summary>
    public static string Subject(string signature, string title) => $"【{OneLine(signature)}】{OneLine(title)}";

    /// <summary>Where the message is, once one is signed in; null without a public address.</summary>
    public static string? Link(string? publicUrl, string campaign, string recipient, long seq) => publicUrl is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{publicUrl.TrimEnd('/')}/m/{campaign}/{recipient}/{seq}");

    /// <summary>One line of visible characters: what people type could break a header, or turn the rest of a line around.</summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringBuilder();
        var length = 0;
        foreach (var rune in text.Trim().TrimEnd('。').EnumerateRunes())
        {
            if (length == LongestTitle)
            {
                return line.Append('…').ToString();
            }

            var gap = IsGap(rune);
            if (gap ? line.Length > 0 && line[^1] != ' ' : Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                line.Append(gap ? " " : rune.ToString());
                length++;
            }
        }

        return line.ToString().TrimEnd();
    }

    private static bool IsGap(Rune rune) => Rune.IsControl(rune) || Rune.IsWhiteSpace(rune);
}
