using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>What figures say about each other: refused where they cannot be, asked about where they look odd.</summary>
public sealed class FigureCheckTests
{
    [Theory]
    [InlineData("filed 2, closed 2, value 1", "", "")]
    [InlineData("filed 2, closed 3, value 1", "", "sheet.exceeds closed closed 3 filed 2")]
    [InlineData("filed 0, closed 3", "filed 3, closed 0", "sheet.exceeds-in-period closed closed 3 filed 0")]
    [InlineData("filed 0, closed 3", "filed 3, closed 1", "sheet.exceeds closed closed 4 filed 3")]
    [InlineData("transferred 1, filed 1, value 1", "filed 9", "")]
    [InlineData("transferred 1, filed 0", "filed 9", "sheet.exceeds-in-period transferred transferred 1 filed 0")]
    [InlineData("samplesFailed 2, samples 1", "", "sheet.exceeds samplesFailed samplesFailed 2 samples 1")]
    [InlineData("published 1, closed 0", "filed 4, closed 0", "sheet.exceeds published published 1 closed 0")]
    public void No_column_exceeds_the_other_cumulatively_and_a_month_that_does_is_asked_about(string month, string before, string expected) =>
        Assert.Equal(expected, Found(month, before));

    [Theory]
    [InlineData("closed 1, filed 1, value 1, fines 0.5", "", "")]
    [InlineData("closed 0, fines 0.5", "filed 3, closed 0", "sheet.fines-without-penalty fines 0.50")]
    [InlineData("closed 0, fines 0.5", "filed 3, closed 2", "sheet.fines-without-closed fines 0.50")]
    public void Fines_need_a_closed_case(string month, string before, string expected) => Assert.Equal(expected, Found(month, before));

    [Theory]
    [InlineData("filed 2, value 0", "sheet.no-value value 2")]
    [InlineData("filed 2, value 0.01", "")]
    [InlineData("officers 3, subjects 2", "sheet.too-few-officers officers 3 2")]
    [InlineData("officers 4, subjects 2", "")]
    public void What_looks_odd_is_asked_about(string month, string expected) => Assert.Equal(expected, Found(month, ""));

    [Theory]
    [InlineData("complaints 31", "10|10|10", "sheet.outlier complaints 31 10 3 3")]
    [InlineData("complaints 30", "10|10|10", "")]
    [InlineData("complaints 31", "10|10", "")]
    [InlineData("complaints 31", "1000|9|10|11", "sheet.outlier complaints 31 10 3 3")]
    [InlineData("complaints 31", "0|0|90", "")]
    [InlineData("recovered 6.01", "1|2|3", "sheet.outlier recovered 6.01 2.00 3 3")]
    [InlineData("recovered 6.00", "1|2|3", "")]
    public void A_figure_far_above_the_median_of_the_last_three_months_is_asked_about(string month, string before, string expected)
    {
        var column = month.Split(' ')[0];
        Assert.Equal(expected, Found(month, string.Join('|', before.Split('|').Select(b => $"{column} {b}"))));
    }

    [Fact]
    public void A_note_at_the_cell_answers_a_warning_and_never_an_error()
    {
        var figures = SampleForms.Filled("weijian", "chuan-fanghu: officers 3, subjects 2, closed 1");
        var found = SheetChecks.Table(SampleForms.Sheet(figures, "chuan-fanghu/officers"), SampleForms.Layout("weijian"), ReportHistory.None);
        Assert.Equal([(SheetCodes.Exceeds, false), (SheetCodes.TooFewOfficers, true)], found.Select(p => (p.Code, p.IsAnswered)));
        found = SheetChecks.Table(SampleForms.Sheet(figures, "chuan-fanghu/closed"), SampleForms.Layout("weijian"), ReportHistory.None);
        Assert.Equal([(SheetCodes.Exceeds, false), (SheetCodes.TooFewOfficers, false)], found.Select(p => (p.Code, p.IsAnswered)));
    }

    [Fact]
    public void A_rule_waits_for_both_its_cells()
    {
        var found = SheetChecks.Table(SampleForms.Sheet(SampleForms.Figures("chuan-fanghu: closed 5, fines 1, officers 1")), SampleForms.Layout("weijian"), ReportHistory.None);
        Assert.All(found, p => Assert.Equal(SheetCodes.Missing, p.Code));
    }

    [Fact]
    public void Rules_hold_row_by_row()
    {
        var figures = SampleForms.Filled("weijian", "chuan-fanghu: closed 1; chuan-fuzhuang: filed 5, value 1");
        var found = Assert.Single(SheetChecks.Table(SampleForms.Sheet(figures), SampleForms.Layout("weijian"), ReportHistory.None));
        Assert.Equal(new CellAt("chuan-fanghu", "closed"), found.At);
    }

    /// <summary>September was waived, and its cases are closed in October: nobody knows how many were filed, so it is asked about and not refused.</summary>
    [Theory]
    [InlineData("monthly-2020-10", "", false)]
    [InlineData("monthly-2020-11", "monthly-2020-10", false)]
    [InlineData("monthly-2020-11", "monthly-2020-09 monthly-2020-10", true)]
    [InlineData("monthly-2020-09", "", true)]
    public void A_cumulative_with_a_gap_before_it_is_no_error(string duty, string reported, bool isError)
    {
        var counted = reported.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(d => new HuiminCoord.Domain.Identity.DutyId(d), _ => SampleForms.Filled("weijian", ""));
        var history = ReportHistory.Of(SampleForms.Plan, new(duty), counted);
        var found = SheetChecks.Table(SampleForms.Sheet(SampleForms.Filled("weijian", "chuan-fanghu: closed 2")), SampleForms.Layout("weijian"), history);
        Assert.Equal(isError, Assert.Single(found, p => p.Code == SheetCodes.Exceeds).IsError);
    }

    [Fact]
    public void A_correction_that_makes_a_later_cumulative_impossible_is_warned_of_where_it_first_does()
    {
        var months = SampleForms.History([.. new[] { "filed 1", "filed 4, closed 1", "closed 3", "closed 1" }.Select(m => SampleForms.Filled("weijian", $"chuan-fanghu: {m}"))]).Earlier;
        IReadOnlyList<SheetProblem> Later(string october, string? noteAt = null) =>
            SheetChecks.Later(SampleForms.Sheet(SampleForms.Filled("weijian", $"chuan-fanghu: {october}"), noteAt), SampleForms.Layout("weijian"), new(months.Take(1).ToList()), months.Skip(2));

        Assert.Empty(Later("filed 4, closed 1"));
        var found = Assert.Single(Later("filed 2, closed 1"));
        Assert.Equal(("monthly-2020-11", new CellAt("chuan-fanghu", "closed"), SheetCodes.ExceedsLater, false, false), (found.Place, found.At!.Value, found.Code, found.IsError, found.IsAnswered));
        Assert.Equal(["closed", "4", "filed", "3"], found.Facts);
        Assert.Equal("monthly-2020-12", Assert.Single(Later("filed 3, closed 1")).Place);
        Assert.True(Assert.Single(Later("filed 3, closed 1", "chuan-fanghu/closed")).IsAnswered);
    }

    [Fact]
    public void A_history_knows_what_came_before()
    {
        var history = SampleForms.History(SampleForms.Figures("chi-shipin: filed 1"), SampleForms.Figures("chi-shipin: filed 2, closed 1"));
        Assert.Equal(SampleForms.Figures("chi-shipin: filed 3, closed 1"), history.Cumulative);
        Assert.Equal("monthly-2020-10", history.Previous?.Duty.Value);
        Assert.Null(ReportHistory.None.Previous);
    }

    /// <summary>What is found in one row of 卫健委, as its code, its cell's column and its facts; the months before are set apart by a bar.</summary>
    private static string Found(string month, string before)
    {
        var earlier = before.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(m => SampleForms.Filled("weijian", $"chuan-fanghu: {m}"));
        var sheet = SampleForms.Sheet(SampleForms.Filled("weijian", $"chuan-fanghu: {month}"));
        var found = SheetChecks.Table(sheet, SampleForms.Layout("weijian"), SampleForms.History([.. earlier]));
        return string.Join('；', found.Select(p => $"{p.Code} {p.At!.Value.Column} {string.Join(' ', p.Facts)}"));
    }
}
