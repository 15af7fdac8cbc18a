using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>累计: each adds its month to the one before, and what a correction changes is listed where it shows.</summary>
public sealed class CumulativeTests
{
    private static readonly IReadOnlyList<PeriodFigures> Months = SampleForms.History(
        SampleForms.Figures("chi-shipin: filed 5, closed 2"), SampleForms.Figures("chi-shipin: filed 1"), SampleForms.Figures("chi-shipin: filed 0, value 1.25")).Earlier;

    private static readonly CellAt Filed = new("chi-shipin", "filed");

    [Fact]
    public void Each_adds_its_month_to_the_one_before()
    {
        var sums = Cumulatives.Of(Months.Reverse());
        Assert.Equal(["monthly-2020-09", "monthly-2020-10", "monthly-2020-11"], sums.Select(s => s.Duty.Value));
        Assert.Equal([SampleForms.Figures("chi-shipin: filed 5, closed 2"), SampleForms.Figures("chi-shipin: filed 6, closed 2"), SampleForms.Figures("chi-shipin: filed 6, closed 2, value 1.25")], sums.Select(s => s.Figures));
    }

    [Fact]
    public void A_correction_shows_in_its_month_and_in_all_that_follow()
    {
        var correction = Correct(1, "chi-shipin: filed 3, closed 1", "一案重复填报。");
        var changes = Cumulatives.Changes(Months, [correction]);
        Assert.Equal(["monthly-2020-10", "monthly-2020-10", "monthly-2020-11", "monthly-2020-11"], changes.Select(c => c.Period.Value));
        Assert.Equal([2L, 6, 2, 6], changes.Select(c => c.Before!.Value));
        Assert.Equal([3L, 8, 3, 8], changes.Select(c => c.After!.Value));
        Assert.All(changes, c => Assert.Equal((correction.Duty, "一案重复填报。", false), (c.Corrected, c.Reason, c.Fell)));
    }

    [Fact]
    public void A_cumulative_that_fell_says_by_which_correction()
    {
        var changes = Cumulatives.Changes(Months, [Correct(0, "chi-shipin: filed 4, closed 2", "甲"), Correct(2, "chi-shipin: filed 2, value 1.25", "乙")]).Where(c => c.Cell == Filed).ToList();
        Assert.Equal([("monthly-2020-09", 5L, 4L, "甲"), ("monthly-2020-10", 6, 5, "甲"), ("monthly-2020-11", 6, 5, "甲"), ("monthly-2020-11", 5, 7, "乙")], changes.Select(c => (c.Period.Value, c.Before!.Value, c.After!.Value, c.Reason)));
        Assert.Equal([true, true, true, false], changes.Select(c => c.Fell));
    }

    [Fact]
    public void A_figure_that_is_taken_back_leaves_nothing_where_nobody_else_filled_the_cell_in()
    {
        var change = Assert.Single(Cumulatives.Changes(Months, [Correct(2, "chi-shipin: filed 0", "误填")]));
        Assert.Equal((new CellAt("chi-shipin", "value"), 125L, null, true), (change.Cell, change.Before!.Value, change.After, change.Fell));
    }

    [Fact]
    public void A_report_knows_what_its_correction_changes_later()
    {
        var history = ReportHistory.Of(SampleForms.Plan, Months[1].Duty, Months.ToDictionary(m => m.Duty, m => m.Figures));
        Assert.Equal(["monthly-2020-09", "|", "monthly-2020-10", "|", "monthly-2020-11"], [.. history.Earlier.Select(m => m.Duty.Value), "|", history.Own!.Duty.Value, "|", .. history.Later.Select(m => m.Duty.Value)]);
        Assert.Equal([("monthly-2020-10", 6L, 5L), ("monthly-2020-11", 6, 5)], history.Corrected(SampleForms.Figures("chi-shipin: filed 0"), "一案重复填报。").Select(c => (c.Period.Value, c.Before!.Value, c.After!.Value)));
        Assert.Empty(ReportHistory.Of(SampleForms.Plan, new("monthly-2020-12"), Months.ToDictionary(m => m.Duty, m => m.Figures)).Corrected(SampleForms.Figures("chi-shipin: filed 1"), "甲"));
    }

    [Fact]
    public void A_correction_that_corrects_nothing_changes_nothing() => Assert.Empty(Cumulatives.Changes(Months, [Correct(0, "chi-shipin: filed 5, closed 2", "")]));

    private static Correction Correct(int month, string figures, string reason) => new(Months[month].Duty, Months[month].Figures, SampleForms.Figures(figures), reason);
}
