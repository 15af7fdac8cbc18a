using HuiminCoord.Domain.Messages;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Time.Shipped;

namespace HuiminCoord.Domain.Tests.Messages;

public sealed class OutsideTextTests
{
    [Fact]
    public void Title_date_and_link_go_out() => Assert.Equal(
        "【联席会议办公室】今日请报送：2020年9月小结和统计表，时限9月28日，请登录办理。https://huimin.example.org/m/huimin-2020/jiaoyu/liaison/3",
        OutsideText.Write("联席会议办公室", "今日请报送：2020年9月小结和统计表", Day("2020-09-28"), Day("2020-09-28"), OutsideText.Link("https://huimin.example.org/", "huimin-2020", "jiaoyu/liaison", 3)));

    [Fact]
    public void Without_a_date_or_a_public_address_none_is_named() => Assert.Equal(
        "【联席办】本单位联络人已登记，以下为未办结事项，请登录办理。", OutsideText.Write("联席办", "本单位联络人已登记，以下为未办结事项。", null, Day("2020-09-28"), OutsideText.Link(null, "a-1", "office", 3)));

    [Theory]
    [InlineData("请报送\r\nBcc: someone@example.org", "请报送 Bcc: someone@example.org")]
    [InlineData("请报送\u2028\u0000：\u202e一", "请报送 ：一")]
    [InlineData("  a\tb \u200f c。 ", "a b c")]
    public void A_title_is_one_line_of_visible_characters(string typed, string said) => Assert.Equal(said, OutsideText.OneLine(typed));

    [Fact]
    public void Half_a_character_does_not_go_out() => Assert.Equal("\ufffdx", OutsideText.OneLine("\ud800" + "x"));

    [Fact]
    public void A_long_title_is_cut() => Assert.Equal(new string('长', 120) + "…", OutsideText.OneLine(new string('长', 500)));

    [Fact]
    public void An_urge_to_one_unit_asks_in_time() => Assert.Equal(
        "教育局：截至9月25日10:00，尚未收到“2020年9月小结和统计表”，时限为9月28日，剩2个工作日（9月28日 周一 24时截止）。请按时报送。如已报纸质件，请联系联席办登记。联系电话：0471-0000000。https://huimin.example.org",
        UrgeTexts.ForUnit("教育局", "2020年9月小结和统计表", Day("2020-09-28"), Moment("2020-09-25 10:00", "0471-0000000", "https://huimin.example.org")));

    [Fact]
    public void An_urge_that_comes_late_offers_to_say_why() => Assert.Equal(
        "教育局：截至9月30日09:30，尚未收到“2020年9月小结和统计表”，时限为9月28日，已逾期2个工作日。请尽快报送；确有困难的，请说明原因和预计报送时间。如已报纸质件，请联系联席办登记。",
        UrgeTexts.ForUnit("教育局", "2020年9月小结和统计表", Day("2020-09-28"), Moment("2020-09-30 09:30")));

    [Fact]
    public void An_urge_without_a_date_names_none() =>
        Assert.StartsWith("教育局：截至9月30日09:30，尚未收到“实施方案”。请按时报送。", UrgeTexts.ForUnit("教育局", "实施方案", null, Moment("2020-09-30 09:30")), StringComparison.Ordinal);

    [Fact]
    public void A_group_is_told_how_many_and_not_who() => Assert.Equal(
        "各单位联络人：截至9月28日15:00，“2020年9月小结和统计表”还有4个单位未报，时限为9月28日，今日截止。还未报送的单位，请按时报送。如已报纸质件，请联系联席办登记。",
        UrgeTexts.ForAll("2020年9月小结和统计表", Day("2020-09-28"), 4, Moment("2020-09-28 15:00")));

    [Fact]
    public void A_group_is_told_when_all_is_there() =>
        Assert.Equal("各单位：截至9月28日15:00，“2020年9月小结和统计表”已全部收到。", UrgeTexts.ForAll("2020年9月小结和统计表", Day("2020-09-28"), 0, Moment("2020-09-28 15:00")));

    private static UrgeMoment Moment(string at, string phone = "", string? link = null) => new(At(at), KnownOn(at[..10]), phone, link);
}
