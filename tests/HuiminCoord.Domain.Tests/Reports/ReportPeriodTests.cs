using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Tests.Campaigns;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>统计期间 of the notice's reports, written out.</summary>
public sealed class ReportPeriodTests
{
    private static readonly Plan Plan = SampleForms.Plan;

    [Theory]
    [InlineData("monthly-2020-09", "2020-09-01..2020-09-25")]
    [InlineData("monthly-2020-10", "2020-09-26..2020-10-25")]
    [InlineData("monthly-2020-12", "2020-11-26..2020-12-25")]
    [InlineData("monthly-2021-01", "2020-12-26..2021-01-25")]
    [InlineData("monthly-2021-03", "2021-02-26..2021-03-25")]
    [InlineData("monthly-2021-09", "2021-08-26..2021-09-25")]
    [InlineData("annual-2020", "2020-09-01..2020-11-30")]
    [InlineData("annual-2021", "2020-12-01..2021-10-31")]
    [InlineData("liaison", null)]
    [InlineData("implementation-plan", null)]
    public void Each_report_covers_its_days(string duty, string? days) => Assert.Equal(days, Days(Of(Plan, duty)));

    [Fact]
    public void A_plan_without_forms_says_no_days() => Assert.Null(Of(Huimin.Notice with { Forms = null }, "monthly-2020-09"));

    [Fact]
    public void A_month_that_ends_before_the_first_day_covers_none_and_the_next_begins_on_it()
    {
        var late = Plan with { Forms = Plan.Forms! with { Periods = SampleForms.Periods with { From = new(2020, 9, 28) } } };
        Assert.Null(Of(late, "monthly-2020-09"));
        Assert.Equal("2020-09-28..2020-10-25", Days(Of(late, "monthly-2020-10")));
    }

    [Theory]
    [InlineData("annual-2020", "2020-11-26..2020-11-30")]
    [InlineData("annual-2021", "2021-09-26..2021-10-31")]
    [InlineData("annual-2022", null)]
    public void The_final_entry_asks_for_the_days_that_no_month_before_it_covers(string annual, string? days) => Assert.Equal(days, Days(ReportPeriods.Remainder(Plan, annual)));

    [Fact]
    public void A_window_that_ends_with_a_month_needs_no_final_entry()
    {
        var even = Plan with { Forms = Plan.Forms! with { Periods = SampleForms.Periods with { Annuals = new Dictionary<string, DateWindow> { ["annual-2020"] = new(new(2020, 9, 1), new(2020, 11, 25)) } } } };
        Assert.Null(ReportPeriods.Remainder(even, "annual-2020"));
        Assert.Equal(3, AnnualParts.Of(even, "annual-2020")!.Months.Count);
    }

    [Fact]
    public void The_first_annual_report_has_three_months_and_the_last_days_of_November()
    {
        var parts = AnnualParts.Of(Plan, "annual-2020")!;
        Assert.Equal(["monthly-2020-09", "monthly-2020-10", "monthly-2020-11"], parts.Months.Select(m => m.Duty.Value));
        Assert.Equal((null, null, 0), (parts.Before, parts.Crossing, parts.Earlier.Count));
    }

    [Fact]
    public void The_second_has_December_without_what_the_first_says_of_it()
    {
        var parts = AnnualParts.Of(Plan, "annual-2021")!;
        Assert.Equal((10, "monthly-2020-12", "monthly-2021-09"), (parts.Months.Count, parts.Crossing?.Value, parts.Months[^1].Duty.Value));
        Assert.Equal("2020-11-26..2020-11-30", Days(parts.Before));
        Assert.Equal(["annual-2020"], parts.Earlier);
    }

    [Fact]
    public void Of_a_month_that_crosses_a_year_has_the_days_in_its_window()
    {
        var parts = AnnualParts.Of(Plan, "annual-2021")!;
        Assert.Equal(["2020-12-01..2020-12-25", "2020-12-26..2021-01-25"], parts.Months.Take(2).Select(m => Days(parts.DaysOf(m))));
    }

    [Theory]
    [InlineData("monthly-2020-09", null)]
    [InlineData("monthly-2020-10", "monthly-2020-09")]
    [InlineData("annual-2020", null)]
    [InlineData("annual-2021", "annual-2020")]
    [InlineData("liaison", null)]
    public void The_report_before_is_one_of_the_same_series(string duty, string? before) => Assert.Equal(before, ReportPeriods.Before(Plan, new(duty))?.Value);

    [Fact]
    public void A_report_without_a_window_has_no_parts() => Assert.Null(AnnualParts.Of(Plan, "annual-2022"));

    private static ReportPeriod? Of(Plan plan, string duty) =>
        ReportPeriods.Of(plan, plan.Duties.SelectMany(Occurrence.Of).Single(o => o.Id == new DutyId(duty)));

    private static string? Days(ReportPeriod? period) => period is null ? null : string.Create(CultureInfo.InvariantCulture, $"{period.From:yyyy-MM-dd}..{period.To:yyyy-MM-dd}");
}
