using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>What is wrong with a sheet by itself: its cells and its summary.</summary>
public sealed class SheetCheckTests
{
    [Theory]
    [InlineData("scjg", 286)]
    [InlineData("jiaoyu", 44)]
    [InlineData("weijian", 52)]
    [InlineData("zhengfuban", 0)]
    public void An_empty_cell_is_no_zero(string unit, int cells)
    {
        var found = Table(unit, Figures.None);
        Assert.Equal(SampleForms.Layout(unit).Cells, found.Select(p => p.At!.Value));
        Assert.Equal(cells, found.Count);
        Assert.All(found, p => Assert.Equal((SheetCodes.Missing, true), (p.Code, p.IsError)));
    }

    [Theory]
    [InlineData("scjg")]
    [InlineData("jiaoyu")]
    public void Zeros_written_down_are_a_report(string unit) => Assert.Empty(Table(unit, SampleForms.Filled(unit, "")));

    [Fact]
    public void Nothing_to_report_is_said_without_any_figure()
    {
        var nil = SampleForms.Sheet(Figures.None) with { Nil = true };
        Assert.Empty(SheetChecks.Check(nil, SampleForms.Layout("scjg"), SampleForms.Summary, ReportHistory.None));
        Assert.Empty(SheetChecks.Table(nil with { Figures = SampleForms.Figures("chi-shipin: filed 0") }, SampleForms.Layout("scjg"), ReportHistory.None));
    }

    [Fact]
    public void Nothing_to_report_beside_a_figure_contradicts_itself()
    {
        var sheet = SampleForms.Sheet(SampleForms.Figures("chi-shipin: filed 0, value 1.5")) with { Nil = true };
        var found = Assert.Single(SheetChecks.Table(sheet, SampleForms.Layout("scjg"), ReportHistory.None));
        Assert.Equal((new CellAt("chi-shipin", "value"), SheetCodes.NilWithFigures, "1.50"), (found.At!.Value, found.Code, found.Facts.Single()));
    }

    [Theory]
    [InlineData("chi-shipin", "filed", "column of case work")]
    [InlineData("zhu-dianti", "officers", "another domain")]
    public void A_grey_cell_holds_nothing_not_even_zero(string section, string column, string why)
    {
        var found = Table("jiaoyu", SampleForms.Filled("jiaoyu", "").With(new(section, column), 0));
        Assert.True(found is [{ Code: SheetCodes.NotApplicable, IsError: true, Facts: ["0"] } one] && one.At == new CellAt(section, column), why);
    }

    [Theory]
    [InlineData("chi-shipin/steps")]
    [InlineData("sleep/officers")]
    [InlineData("officers")]
    [InlineData("chi-shipin/officers/more")]
    public void A_cell_that_the_form_does_not_have_is_named_as_it_was_sent(string key)
    {
        var figures = SampleForms.Filled("jiaoyu", "");
        var found = Assert.Single(Table("jiaoyu", new(figures.Cells.Add(key, 1))));
        Assert.Equal((null, key, SheetCodes.UnknownCell, true), (found.At, found.Place, found.Code, found.IsError));
    }

    [Theory]
    [InlineData("subjects", -1, SheetCodes.Negative, "-1")]
    [InlineData("subjects", 1_000_000_001, SheetCodes.TooLarge, "1000000001|1000000000")]
    [InlineData("fines", 100_000_000_001, SheetCodes.TooLarge, "1000000000.01|1000000000.00")]
    [InlineData("fines", long.MaxValue, SheetCodes.TooLarge, "92233720368547758.07|1000000000.00")]
    [InlineData("fines", long.MinValue, SheetCodes.Negative, "-92233720368547758.08")]
    public void A_figure_out_of_bounds_is_named_and_compared_with_nothing(string column, long figure, string code, string facts)
    {
        var found = Table("weijian", SampleForms.Filled("weijian", "").With(new("chuan-fanghu", column), figure), SampleForms.History(SampleForms.Filled("weijian", "")));
        Assert.Equal((code, facts), (found[0].Code, string.Join('|', found[0].Facts)));
        Assert.DoesNotContain(found.Skip(1), p => p.Code == SheetCodes.Outlier);
    }

    [Fact]
    public void The_largest_figures_are_figures() =>
        Assert.DoesNotContain(Table("weijian", SampleForms.Filled("weijian", "chuan-fanghu: subjects 1000000000, recovered 1000000000.00")), p => p.IsError);

    [Fact]
    public void A_required_section_says_something_and_others_may_be_silent()
    {
        var sheet = SampleForms.Sheet(Figures.None) with { Texts = new Dictionary<string, string> { ["gongzuo"] = " \n", ["shenme"] = "？" } };
        Assert.Equal(
            [("gongzuo", SheetCodes.SectionMissing), ("wenti", SheetCodes.SectionMissing), ("shenme", SheetCodes.UnknownSection)],
            SheetChecks.Summary(sheet, SampleForms.Summary).Select(p => (p.Place!, p.Code)));
    }

    [Fact]
    public void Everything_comes_in_one_answer()
    {
        var found = SheetChecks.Check(ReportSheet.Empty, SampleForms.Layout("weijian"), SampleForms.Summary, ReportHistory.None);
        Assert.Equal(52 + 2, found.Count(p => p.IsError));
    }

    private static IReadOnlyList<SheetProblem> Table(string unit, Figures figures, ReportHistory? history = null) =>
        SheetChecks.Table(SampleForms.Sheet(figures), SampleForms.Layout(unit), history ?? ReportHistory.None);
}
