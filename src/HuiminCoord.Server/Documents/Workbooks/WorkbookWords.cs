using System.Globalization;
using System.Text.RegularExpressions;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Searching;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>What our workbooks say, and by which words they are read again.</summary>
internal static partial class WorkbookWords
{
    internal const string Table = "统计表", Previous = "上期和累计", Summary = "小结", Notes = "数据说明", Mark = "填报标识", Completeness = "报送情况";

    internal const string Unit = "填报单位", Period = "统计期间", FilledOn = "填报日期", FilledBy = "填报人", CheckedBy = "审核人", Phone = "联系电话", Nil = "零报告";

    internal const string Domain = "领域", Section = "类别", Subtotal = "小计", Total = "合计", Basis = "口径", LastTime = "上期", SoFar = "累计";

    internal const string Heading = "小结内容", Written = "填写内容", Help = "填写要求", Indicator = "指标", Note = "填写说明", Yes = "是", No = "否", Unknown = "—";

    /// <summary>First cell of the hidden sheet; whoever renames the sheet leaves it there.</summary>
    internal const string MarkSign = "huimincoord-report-workbook";

    /// <summary>More days than any month's report covers.</summary>
    private const int LongestMonth = 45;

    /// <summary>2020年9月1日至9月25日; the year is said again where it is another.</summary>
    internal static string Days(ReportPeriod period) =>
        $"{Papers.PaperWords.Date(period.From)}至{(period.From.Year == period.To.Year ? $"{period.To.Month}月{period.To.Day}日" : Papers.PaperWords.Date(period.To))}";

    /// <summary>True when a text names these days, however it writes them, or their month.</summary>
    internal static bool Says(string text, ReportPeriod period)
    {
        var said = Digits().Matches(Folding.Of(text)).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
        int[] from = [period.From.Year, period.From.Month, period.From.Day], to = [period.To.Year, period.To.Month, period.To.Day];
        // A month is named by its own number, a year by its: November's table is not the year's that ends with it.
        var shortly = period.To.DayNumber - period.From.DayNumber < LongestMonth ? to[..2] : to[..1];
        return said.SequenceEqual([.. from, .. to]) || (from[0] == to[0] && said.SequenceEqual([.. from, .. to[1..]])) || said.SequenceEqual(shortly);
    }

    [GeneratedRegex("[0-9]{1,4}")]
    private static partial Regex Digits();
}
