using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>A table as it was sent upward, and what has changed since; sums over units that a plan no longer has.</summary>
public sealed class TableDifferenceTests
{
    private static readonly DistrictTable Frozen = DistrictTable.Of(SampleForms.Plan, HandComputedMonth.Reports);

    [Fact]
    public void A_corrected_figure_shows_in_its_row_its_domain_its_unit_and_the_total()
    {
        var today = DistrictTable.Of(SampleForms.Plan, HandComputedMonth.With("wenlv", ReportStanding.Reported, "xing-jingqu: officers 4, subjects 2, warnings 3"));
        var changes = TableDifference.Between(Frozen, today);
        Assert.Equal([("xing-jingqu", 1L, 3L), ("xing", 1, 3), ("total", 1, 3), ("wenlv", 1, 3)], changes.Select(c => (c.Row, c.Before!.Total!.Value, c.After!.Total!.Value)));
        Assert.All(changes, c => Assert.Equal(("warnings", "wenlv"), (c.Column, Assert.Single(c.Units).Value)));
    }

    [Fact]
    public void A_figure_moved_between_units_changes_their_rows_alone()
    {
        var moved = HandComputedMonth.With("jiaoyu", ReportStanding.Reported, "chi-shipin: officers 9, subjects 5, talks 2, joint 1, publicity 3; chuan-fuzhuang: officers 4, subjects 2, publicity 1")
            .Select(r => r.Unit == new UnitId("nongmu") ? r with { Figures = r.Figures.With(new("chi-shipin", "officers"), 7) } : r);
        Assert.Equal(["jiaoyu", "nongmu"], TableDifference.Between(Frozen, DistrictTable.Of(SampleForms.Plan, moved)).Select(c => c.Row));
    }

    [Fact]
    public void A_unit_that_reports_after_all_is_behind_every_cell_in_which_it_was_missing()
    {
        var today = DistrictTable.Of(SampleForms.Plan, HandComputedMonth.With("weijian", ReportStanding.ReportedLate, "chuan-fanghu: officers 2, subjects 1"));
        var changes = TableDifference.Between(Frozen, today);
        Assert.All(changes, c => Assert.Equal("weijian", Assert.Single(c.Units).Value));

        // Two sections, their domain and 合计 without the joint column, which it only supports (its 0 changes no sum); its own row with it.
        Assert.Equal((4 * 25) + 26, changes.Count);
        Assert.Equal((148L, 150L), Totals(changes.Single(c => c is { Row: "total", Column: "officers" })));
        Assert.Equal((74L, 74L + 1), Totals(changes.Single(c => c is { Row: "total", Column: "subjects" })));
        Assert.Equal((12L, 12L), Totals(changes.Single(c => c is { Row: "total", Column: "filed" })));
    }

    [Fact]
    public void A_unit_that_the_plan_no_longer_has_still_counts()
    {
        var without = SampleForms.Plan with { Units = [.. SampleForms.Plan.Units.Where(u => u.Id.Value != "wenlv")] };
        var table = DistrictTable.Of(without, HandComputedMonth.Reports);
        Assert.Equal(1, table[TableRowKind.Total, "total", "warnings"]!.Total);
        Assert.Equal(("wenlv", 1L), (table.ByUnit.Last().Id, table[TableRowKind.Unit, "wenlv", "warnings"]!.Total!.Value));
        Assert.Equal(["wenlv"], table.Behind(TableRowKind.Domain, "xing", "warnings").Where(c => c.Figure > 0).Select(c => c.Unit.Value));
        Assert.DoesNotContain(TableDifference.Between(Frozen, table), c => c.Before?.Total != c.After?.Total);
    }

    [Fact]
    public void A_year_is_added_up_from_its_annual_reports_and_never_together_with_months()
    {
        UnitReport Report(string duty, string figures) => new(new("wenlv"), new(duty), ReportStanding.Reported, SampleForms.Filled("wenlv", $"xing-jingqu: officers {figures}"));
        UnitReport[] reports = [Report("annual-2021", "100"), Report("annual-2020", "30"), Report("monthly-2020-09", "1"), Report("monthly-2020-10", "2"), Report("monthly-2021-09", "4")];
        long? Officers(IEnumerable<UnitReport> of) => DistrictTable.Of(SampleForms.Plan, of)[TableRowKind.Total, "total", "officers"]!.Total;

        Assert.Equal(100, Officers(reports.During(new("annual-2021"))));
        Assert.Equal(130, Officers(reports.Through(SampleForms.Plan, new("annual-2021"))));
        Assert.Equal(30, Officers(reports.Through(SampleForms.Plan, new("annual-2020"))));
        Assert.Equal(3, Officers(reports.Through(SampleForms.Plan, new("monthly-2020-10"))));
        Assert.Equal(7, Officers(reports.Through(SampleForms.Plan, new("monthly-2021-09"))));
        Assert.Null(Officers(reports.Through(SampleForms.Plan, new("liaison"))));
    }

    private static (long?, long?) Totals(TableChange change) => (change.Before?.Total, change.After?.Total);
}
