using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Domain.Tests.Reports;

/// <summary>The office writes a section, units go on correcting: neither's words are lost, and the office is told whose are other ones.</summary>
public sealed class SummaryEditTests
{
    private static readonly UnitText Market = new(new("scjg"), "市场监督管理局", "检查38户。"), School = new(new("jiaoyu"), "教育局", "检查食堂。");

    private static readonly DraftedSection Begun = Section(Market, School);

    private static readonly SummaryEdit Edit = SummaryEdit.AsComposed.Typed("全区检查38户。", Begun);

    [Fact]
    public void Until_something_is_written_nothing_is_said_of_changes()
    {
        Assert.Null(SummaryEdit.AsComposed.Text);
        Assert.Empty(SummaryEdit.AsComposed.Since(Begun));
        Assert.Empty(Edit.Since(Begun));
    }

    [Fact]
    public void Who_corrects_who_comes_and_who_goes_is_named_and_the_others_are_not()
    {
        Assert.Equal([new SaidSince(new("scjg"), "检查40户。")], Edit.Since(Section(Market with { Text = "检查40户。" }, School)));
        Assert.Equal([new SaidSince(new("gongan"), "立案1起。")], Edit.Since(Section(Market, School, new(new("gongan"), "公安分局", "立案1起。"))));
        Assert.Equal([new SaidSince(new("jiaoyu"), "")], Edit.Since(Section(Market)));
        Assert.Empty(Edit.Since(Section(Market with { Name = "市监局" }, School)));
    }

    [Fact]
    public void What_is_typed_later_does_not_make_a_correction_seen()
    {
        var corrected = Section(Market with { Text = "检查40户。" }, School);
        var typed = Edit.Typed("全区检查38户，食堂为主。", corrected);
        Assert.Equal("全区检查38户，食堂为主。", typed.Text);
        Assert.Single(typed.Since(corrected));
    }

    [Fact]
    public void Looked_at_it_is_silent_until_the_next_correction()
    {
        var corrected = Section(Market with { Text = "检查40户。" });
        var looked = Edit.Looked(corrected);
        Assert.Equal("全区检查38户。", looked.Text);
        Assert.Empty(looked.Since(corrected));
        Assert.Equal(["jiaoyu"], looked.Since(Section(Market with { Text = "检查40户。" }, School)).Select(s => s.Unit.Value));
    }

    [Fact]
    public void Appended_are_the_paragraphs_of_those_who_say_something_else()
    {
        var corrected = Section(Market with { Text = "检查40户。" }, School);
        var appended = Edit.Appended(corrected);
        Assert.Equal("全区检查38户。\n市场监督管理局：检查40户。", appended.Text);
        Assert.Empty(appended.Since(corrected));
        Assert.Equal("教育局：检查食堂。", SummaryEdit.AsComposed.Typed("", Section(Market)).Appended(Section(Market, School)).Text);
        Assert.Equal("全区检查38户。", Edit.Appended(Section(Market)).Text);
    }

    [Fact]
    public void A_section_that_was_emptied_is_written_and_one_that_was_taken_back_begins_anew()
    {
        Assert.Equal("", Edit.Typed("", Begun).Text);
        var later = Section(Market with { Text = "检查40户。" });
        Assert.Empty(SummaryEdit.AsComposed.Typed("全区检查40户。", later).Since(later));
    }

    [Fact]
    public void What_is_written_stands_in_its_section_and_what_the_plan_has_dropped_nowhere()
    {
        var draft = new SummaryDraft([Begun, Begun with { Id = "wenti" }], [], []).With(new Dictionary<string, SummaryEdit> { ["gongzuo"] = Edit, ["dropped"] = Edit });
        Assert.Equal([Edit, SummaryEdit.AsComposed], draft.Sections.Select(s => s.Written));
    }

    private static DraftedSection Section(params UnitText[] texts) => new("gongzuo", "工作开展情况", texts, []);
}
