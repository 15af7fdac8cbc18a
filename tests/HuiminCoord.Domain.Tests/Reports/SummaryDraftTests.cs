using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>The office's summary begins with what the units say, and names who says nothing.</summary>
public sealed class SummaryDraftTests
{
    private static readonly IReadOnlyCollection<UnitId> Owing = [new("zhengfuban"), new("jiaoyu"), new("scjg"), new("gongan")];

    private static readonly SummaryDraft Draft = SummaryDraft.Of(
        SampleForms.Plan, SampleForms.Summary, Owing,
        Texts(("zhengfuban", "gongzuo", "协调各单位。"), ("scjg", "gongzuo", " 检查餐饮单位。\n"), ("scjg", "wenti", "人手不足。"), ("jiaoyu", "gongzuo", "  "), ("minzheng", "gongzuo", "不欠小结。")),
        Texts(("jiaoyu", "wenti", "食堂改造缺资金。"), ("gongan", "wenti", ""), ("scjg", "gongzuo", "上月。")), "wenti");

    [Fact]
    public void Each_section_has_the_units_texts_in_the_order_of_the_plan()
    {
        Assert.Equal(["工作开展情况", "存在问题", "下一步打算"], Draft.Sections.Select(s => s.Title));
        Assert.Equal("市场监督管理局：检查餐饮单位。\n区政府办公室：协调各单位。", Draft.Sections[0].Text);
        Assert.Equal("市场监督管理局：人手不足。", Draft.Sections[1].Text);
        Assert.Equal("", Draft.Sections[2].Text);
    }

    [Fact]
    public void Who_has_not_handed_in_is_named_and_who_is_silent_in_a_section_too()
    {
        Assert.Equal(["公安分局"], Draft.Missing);
        Assert.Equal(["教育局"], Draft.Sections[0].Silent);
        Assert.Equal(["教育局", "区政府办公室"], Draft.Sections[1].Silent);
    }

    [Fact]
    public void Problems_of_the_month_before_are_carried_over()
    {
        Assert.Equal([new UnitText(new("jiaoyu"), "教育局", "食堂改造缺资金。")], Draft.CarriedOver);
        Assert.Empty(SummaryDraft.Of(SampleForms.Plan, SampleForms.Summary, Owing, Texts(), Texts(("jiaoyu", "wenti", "有。")), null).CarriedOver);
    }

    private static Dictionary<UnitId, IReadOnlyDictionary<string, string>> Texts(params (string Unit, string Section, string Text)[] texts) =>
        texts.GroupBy(t => t.Unit).ToDictionary(g => new UnitId(g.Key), g => (IReadOnlyDictionary<string, string>)g.ToDictionary(t => t.Section, t => t.Text));
}
