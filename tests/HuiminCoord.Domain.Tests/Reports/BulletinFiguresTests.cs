using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>The figures of the monthly bulletin.</summary>
public sealed class BulletinFiguresTests
{
    private static readonly DistrictTable Month = DistrictTable.Of(SampleForms.Plan, HandComputedMonth.Reports);

    /// <summary>September: 市场监督管理局 2 cases, 卫健委 7, 公安分局 5, the others none.</summary>
    private static readonly DistrictTable Cumulative = DistrictTable.Of(SampleForms.Plan, [
        .. HandComputedMonth.Reports,
        .. new[] { ("scjg", "chi-shipin: filed 2"), ("weijian", "chuan-fanghu: filed 7"), ("gongan", "wangluo: filed 5") }
            .Select(r => new UnitReport(new(r.Item1), new("monthly-2020-09"), ReportStanding.Reported, SampleForms.Filled(r.Item1, r.Item2)))]);

    private static readonly IReadOnlyDictionary<UnitId, int> Late = new Dictionary<UnitId, int> { [new("gongxin")] = 3, [new("scjg")] = 1 };

    private static readonly BulletinFigures Bulletin = BulletinFigures.Of(Month, Cumulative, BulletinFigures.CaseColumns, Late);

    [Fact]
    public void Each_unit_has_its_month_and_its_cumulative()
    {
        // 市场监督管理局 filed 3 + 1 + 1 + 2 = 7 in October and 2 in September.
        Assert.Equal(new BulletinFigure("filed", 7, 9, true), Figure("scjg", "filed"));
        Assert.Equal(new BulletinFigure("filed", 3, 8, true), Figure("gongan", "filed"));
        Assert.Equal(new BulletinFigure("value", 1500, 1500, true), Figure("gongan", "value"));
    }

    [Fact]
    public void Not_reported_is_empty_and_what_a_unit_cannot_have_is_grey()
    {
        Assert.Equal(new BulletinFigure("filed", null, 7, true), Figure("weijian", "filed"));
        Assert.Equal(new BulletinFigure("filed", null, null, false), Figure("jiaoyu", "filed"));
        Assert.Equal(new BulletinFigure("filed", 0, 0, true), Figure("zhujian", "filed"));
    }

    [Fact]
    public void The_district_stands_below_them() => Assert.Equal(new BulletinFigure("filed", 12, 26, true), Bulletin.Total.Single(f => f.Column == "filed"));

    [Fact]
    public void Timeliness_is_told_of_who_owed_the_month()
    {
        Assert.Equal(SampleForms.Plan.Units.Select(u => u.Id), Bulletin.Rows.Select(r => r.Unit));
        Assert.Equal((ReportStanding.ReportedLate, 3), (Row("gongxin").Standing, Row("gongxin").WorkdaysLate));
        Assert.Equal((ReportStanding.Reported, null), (Row("scjg").Standing, Row("scjg").WorkdaysLate));
        Assert.Equal((ReportStanding.Missing, null), (Row("weijian").Standing, Row("weijian").WorkdaysLate));
        Assert.Equal((ReportStanding.Waived, null), (Row("zhengfuban").Standing, Row("zhengfuban").WorkdaysLate));
    }

    [Fact]
    public void Nobody_is_ranked_unless_it_is_asked_for() => Assert.All(Bulletin.Rows, r => Assert.Null(r.Rank));

    [Fact]
    public void Equal_figures_share_a_rank_and_who_has_no_figure_has_none()
    {
        var rows = BulletinFigures.Of(Month, Cumulative, ["filed", "steps"], Late, "filed").Rows;
        Assert.Equal(
            ["scjg 1", "jiaoyu ", "minzheng ", "nongmu 4", "gongxin ", "weijian 3", "gongan 2", "zhujian 6", "wenlv 6", "chengguan 4", "zhengfuban "],
            rows.Select(r => $"{r.Unit} {r.Rank}"));
        Assert.All(rows, r => Assert.Equal("filed", Assert.Single(r.Figures).Column));
    }

    private static BulletinRow Row(string unit) => Bulletin.Rows.Single(r => r.Unit.Value == unit);

    private static BulletinFigure Figure(string unit, string column) => Row(unit).Figures.Single(f => f.Column == column);
}
