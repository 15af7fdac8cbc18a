using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>What differs between two versions of a sheet.</summary>
public sealed class SheetDifferenceTests
{
    private static readonly ReportSheet Before = SampleForms.Sheet(SampleForms.Figures("chi-shipin: filed 5, closed 0, value 1.25"), "chi-shipin/value") with { Phone = "0471" };

    [Fact]
    public void A_version_does_not_differ_from_itself() => Assert.True(SheetDifference.Between(Before, Before with { Figures = SampleForms.Figures("chi-shipin: value 1.25, closed 0, filed 5") }).IsEmpty);

    [Fact]
    public void Figures_that_came_went_or_changed_are_listed_and_an_emptied_zero_is_one_of_them()
    {
        var after = Before with { Figures = SampleForms.Figures("chi-shipin: filed 4, value 1.25; wangluo: filed 0") };
        Assert.Equal(
            [(new("chi-shipin", "closed"), 0L, null), (new("chi-shipin", "filed"), 5L, 4L), (new CellAt("wangluo", "filed"), null, (long?)0)],
            SheetDifference.Between(Before, after).Figures.Select(c => (c.Cell, c.Before, c.After)));
    }

    [Fact]
    public void Texts_notes_nil_and_the_telephone_are_listed_apart()
    {
        var after = Before with { Texts = new Dictionary<string, string> { ["gongzuo"] = "检查学校食堂。", ["wenti"] = " ", ["xiabu"] = "继续检查。" }, Notes = new Dictionary<string, string>(), Nil = true, Phone = "" };
        var difference = SheetDifference.Between(Before, after);
        Assert.Equal([new("gongzuo", "检查餐饮单位。", "检查学校食堂。"), new("wenti", "人手不足。", null), new TextChange("xiabu", null, "继续检查。")], difference.Texts);
        Assert.Equal([new TextChange("chi-shipin/value", "数据无误。", null)], difference.Notes);
        Assert.Equal((true, new TextChange("", "0471", null), false), (difference.Nil, difference.Phone, difference.IsEmpty));
        Assert.False(SheetDifference.Between(after, Before).Nil);
    }
}
