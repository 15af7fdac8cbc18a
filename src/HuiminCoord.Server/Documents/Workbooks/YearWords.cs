using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>What a year's workbook says about the sums that stand in it.</summary>
internal static class YearWords
{
    /// <summary>年度报表：本表填写全年数。未填过的单元格已填入各月合计，含2020年9月1日至11月25日；请在各格加上2020年11月26日至11月30日的数。</summary>
    internal static string Remark(AnnualPrefill prefill)
    {
        var sums = prefill.Months.Count == 0 ? "各月尚无可合计的数" : $"未填过的单元格已填入各月合计，含{Days(prefill.Covered)}";
        var added = prefill.ToAdd.Count == 0 ? "" : $"；请在各格加上{Days(prefill.ToAdd)}的数";
        return $"年度报表：本表填写全年数。{sums}{added}。";
    }

    private static string Days(IReadOnlyList<ReportPeriod> periods) => string.Join('、', periods.Select(WorkbookWords.Days));
}
