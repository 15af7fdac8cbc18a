using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Documents.Workbooks;

namespace HuiminCoord.Server.Tests.Documents.Workbooks;

/// <summary>A year's workbook says which days stand in it, and which are to be added.</summary>
public sealed class YearWordsTests
{
    private static readonly ReportPeriod Last = new(new(2020, 11, 26), new(2020, 11, 30));

    [Fact]
    public void Months_that_follow_one_another_are_one_span() => Assert.Equal(
        "年度报表：本表填写全年数。未填过的单元格已填入各月合计，含2020年9月1日至10月25日；请在各格加上2020年10月26日至11月30日的数。",
        YearWords.Remark(Of([new(new("m1"), new(new(2020, 9, 1), new(2020, 9, 25))), new(new("m2"), new(new(2020, 9, 26), new(2020, 10, 25)))], [new(new("m3"), new(new(2020, 10, 26), new(2020, 11, 25)), LeftOutReason.Missing)])));

    [Fact]
    public void Without_months_the_whole_year_is_asked_for() => Assert.Equal(
        "年度报表：本表填写全年数。各月尚无可合计的数；请在各格加上2020年11月26日至11月30日的数。", YearWords.Remark(Of([], [])));

    private static AnnualPrefill Of(IReadOnlyList<CoveredReport> months, IReadOnlyList<LeftOutMonth> left) => new(Figures.None, months, left, Last, [], []);
}
