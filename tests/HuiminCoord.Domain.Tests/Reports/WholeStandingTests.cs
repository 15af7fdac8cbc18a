using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>What papers tell of a unit is its whole report; what is added up is its table.</summary>
public sealed class WholeStandingTests
{
    [Theory]
    // 区政府办公室: its table is waived, its summary is not.
    [InlineData(ReportStanding.Missing, ReportStanding.Waived, false, null, PartStage.Waived, PartStage.Open)]
    [InlineData(ReportStanding.Reported, ReportStanding.Waived, true, true, PartStage.Waived, PartStage.Submitted)]
    [InlineData(ReportStanding.ReportedLate, ReportStanding.Waived, true, false, PartStage.Waived, PartStage.Accepted)]
    [InlineData(ReportStanding.Waived, ReportStanding.Waived, true, null, PartStage.Waived, PartStage.Waived)]
    // A table in time beside a summary that was late, or never came.
    [InlineData(ReportStanding.ReportedLate, ReportStanding.Reported, true, false, PartStage.Submitted, PartStage.Submitted)]
    [InlineData(ReportStanding.ReportedLate, ReportStanding.Nil, true, false, PartStage.Submitted, PartStage.Submitted)]
    [InlineData(ReportStanding.Missing, ReportStanding.Reported, false, null, PartStage.Submitted, PartStage.Open)]
    [InlineData(ReportStanding.Nil, ReportStanding.Nil, true, true, PartStage.Accepted, PartStage.Accepted)]
    // Returned is reported all the same; what cannot be late is on time.
    [InlineData(ReportStanding.Reported, ReportStanding.Reported, true, null, PartStage.Returned, PartStage.Accepted)]
    public void A_report_stands_as_all_its_parts_do(ReportStanding expected, ReportStanding table, bool reported, bool? onTime, params PartStage[] parts) =>
        Assert.Equal(expected, WholeStanding.Of(parts, reported, onTime, ended: false, table));

    [Fact]
    public void Who_has_left_is_not_missing_with_what_nobody_waits_for_any_more()
    {
        Assert.Equal(ReportStanding.Reported, WholeStanding.Of([PartStage.Submitted, PartStage.Open], false, null, ended: true, ReportStanding.Reported));
        Assert.Equal(ReportStanding.ReportedLate, WholeStanding.Of([PartStage.Submitted, PartStage.Submitted], true, false, ended: true, ReportStanding.Reported));
    }

    [Fact]
    public void Figures_go_by_the_table_and_counts_by_the_whole()
    {
        var month = DistrictTable.Of(SampleForms.Plan, [.. HandComputedMonth.Reports.Select(r => r.Unit.Value switch
        {
            "zhengfuban" or "jiaoyu" => r with { Whole = ReportStanding.Missing },
            "nongmu" => r with { Whole = ReportStanding.ReportedLate },
            _ => r,
        })]);
        // 教育局 and 农牧局 have handed in their tables: the hand's 56 and 4 stand.
        Assert.Equal((56L, 4L), (month[TableRowKind.Section, "chi-shipin", "officers"]!.Total!.Value, month[TableRowKind.Section, "chi-shipin", "filed"]!.Total!.Value));
        Assert.Empty(month[TableRowKind.Section, "chi-shipin", "officers"]!.Missing);
        Assert.Equal(new Completeness(HandComputedMonth.Month, Reported: 5, Late: 2, Nil: 1, Waived: 0, Missing: 3), Assert.Single(month.Board));
        var rows = BulletinFigures.Of(month, month, ["filed"], new Dictionary<Domain.Identity.UnitId, int> { [new("nongmu")] = 2 }).Rows.ToDictionary(r => r.Unit.Value);
        Assert.Equal((ReportStanding.ReportedLate, 2, 1L), (rows["nongmu"].Standing, rows["nongmu"].WorkdaysLate, rows["nongmu"].Figures.Single().Month));
        Assert.Equal((ReportStanding.Missing, null), (rows["zhengfuban"].Standing, rows["zhengfuban"].WorkdaysLate));
    }
}
