namespace HuiminCoord.Server.Documents.Papers;

/// <summary>
/// Where a long title is broken. GB/T 9704-2012, 7.3.1: words stay whole, lines are of different lengths (trapezoid, diamond).
/// Who wants it otherwise types line breaks; those are kept.
/// </summary>
internal static class TitleBreaks
{
    /// <summary>No line begins or ends with these.</summary>
    private const string NeverFirst = "，。、；：？！）》〉”’」』〕】%", NeverLast = "（《〈“‘「『〔【第";

    /// <summary>Words that titles of campaigns and meetings are made of: there is no dictionary here.</summary>
    private static readonly string[] Whole =
    [
        "关于", "召开", "印发", "开展", "进一步", "通知", "纪要", "会议", "联席会议", "办公室", "领域", "市场整治", "专项整治", "专项", "行动", "工作", "方案", "推进", "调度",
        "集中", "重点", "监督", "管理", "部署", "总结", "提升", "衣食住行", "回民区", "食品", "安全", "落实", "议题", "单位", "情况", "全体", "第一", "第二", "第三", "次",
    ];

    /// <param name="most">Characters of the grid's kind that fit on one line of this title.</param>
    internal static IReadOnlyList<string> Lines(string title, double most)
    {
        var typed = PrintableText.Paragraphs(title).ToList();
        return typed.Count == 1 && PrintableText.Width(typed[0]) > most ? Balanced(typed[0], most) : typed;
    }

    private static List<string> Balanced(string title, double most)
    {
        var (lines, rest) = (new List<string>(), title);
        for (var left = (int)Math.Ceiling(PrintableText.Width(title) / most); left > 1 && rest.Length > 1; left--)
        {
            // A line holds twice as many half characters. A first line that is a little longer makes a trapezoid of two.
            var wanted = Math.Min(most, (PrintableText.Width(rest) / left) + 1);
            var end = Enumerable.Range(1, Math.Min(rest.Length - 1, (int)(most * 2))).MinBy(at => Cost(rest, at, wanted, most));
            lines.Add(rest[..end].TrimEnd(' '));
            rest = rest[end..].TrimStart(' ');
        }

        return [.. lines, rest];
    }

    private static double Cost(string title, int at, double wanted, double most)
    {
        var width = PrintableText.Width(title[..at]);
        return Math.Abs(width - wanted) + (width > most ? 1000 : 0) + (Cuts(title, at) ? 100 : 0);
    }

    /// <summary>True where a break would go through a word, or leave a mark alone.</summary>
    private static bool Cuts(string title, int at)
    {
        var (last, first) = (title[at - 1], title[at]);
        return char.IsLowSurrogate(first) || NeverFirst.Contains(first, StringComparison.Ordinal) || NeverLast.Contains(last, StringComparison.Ordinal)
            || first is '的' or '和' or '及' || (char.IsAsciiLetterOrDigit(first) && char.IsAsciiLetterOrDigit(last))
            || (char.IsAsciiDigit(last) && first is ('年' or '月' or '日' or '期' or '次'))
            || Whole.Any(word => Enumerable.Range(1, word.Length - 1).Any(part => at >= part && at - part + word.Length <= title.Length
                && string.CompareOrdinal(title, at - part, word, 0, word.Length) == 0));
    }
}
