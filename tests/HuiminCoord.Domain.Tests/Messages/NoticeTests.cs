using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Offices;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Time.Shipped;

namespace HuiminCoord.Domain.Tests.Messages;

public sealed class NoticeTests
{
    private const string Title = "2020年9月小结和统计表";

    private static readonly DutyCount September = new(new("monthly-2020-09"), Title, new(2020, 9, 28), 11, 7, 2, 0, ["教育局", "民政局", "公安分局", "住建局"]);
    private static readonly DutyCount October = new(new("monthly-2020-10"), "2020年10月小结和统计表", new(2020, 10, 28), 11, 9, 9, 1, ["教育局"]);

    [Theory]
    [InlineData("", false, "按时", "“2020年9月小结和统计表”，按时")]
    [InlineData("（小结）", false, "", "“2020年9月小结和统计表”（小结）")]
    [InlineData("", false, "逾期2个工作日", "“2020年9月小结和统计表”，逾期2个工作日")]
    [InlineData("（统计表）", true, "按时", "“2020年9月小结和统计表”（统计表）（联席办代录），按时")]
    public void A_receipt_says_what_came_when_and_how_and_what_the_unit_may_still_do(string parts, bool onBehalf, string timeliness, string what) => Assert.Equal(
        new Message("receipt", "已收到：2020年9月小结和统计表（回执jiaoyu-7）", $"教育局：9月25日10:00收到{what}。联席办将于9月30日前审核。{(onBehalf ? "" : "审核开始前可撤回修改。")}"),
        Notices.Receipt("教育局", Title, parts, "jiaoyu-7", At("2020-09-25 10:00"), onBehalf, timeliness, Day("2020-09-30"), Day("2020-09-25")));

    [Fact]
    public void A_receipt_of_what_a_group_checks_promises_no_review_of_the_office() => Assert.EndsWith(
        "按时。由督导组复查后销号。",
        Notices.Receipt("教育局", "督2-04 食堂留样不全", "", "jiaoyu-7", At("2020-09-25 10:00"), false, "按时", Day("2020-09-30"), Day("2020-09-25"), supervised: true).Body,
        StringComparison.Ordinal);

    [Fact]
    public void A_return_names_every_place_and_the_new_date() => Assert.Equal(
        new Message(
            "returned",
            "请修改后重报：2020年9月小结和统计表（2处）",
            "教育局：已收到贵单位材料，有2处请核实：第2行“检查经营主体”：与小结不一致；第3列：请核实单位。请于9月30日（周三）前重报，其余内容已保留，报送时间仍按首次报送计。"),
        Notices.Returned("教育局", Title, [new("第2行“检查经营主体”", "与小结不一致"), new("第3列", "请核实单位")], Day("2020-09-30"), Day("2020-09-28")));

    [Theory]
    [InlineData("请核实。")]
    [InlineData(" 请核实 ")]
    [InlineData("请核实；")]
    public void A_full_stop_that_was_typed_does_not_stand_beside_ours(string typed)
    {
        Assert.Contains("第3列：请核实。请于", Notices.Returned("教育局", Title, [new("第3列", typed)], Day("2020-09-30"), Day("2020-09-28")).Body, StringComparison.Ordinal);
        Assert.Contains("。请核实。如已报", Notices.Urge("教育局", Title, null, typed, Day("2020-09-25"), National.Latest).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-09-25", "", "，时限为9月28日，剩2个工作日（9月28日 周一 24时截止）。")]
    [InlineData("2020-09-30", "市局已来电催问", "，时限为9月28日，已逾期2个工作日。市局已来电催问。")]
    public void An_urge_says_how_near_the_date_is_and_why(string today, string reason, string rest) => Assert.Equal(
        new Message("urge", "请报送：2020年9月小结和统计表", $"教育局：尚未收到“2020年9月小结和统计表”{rest}如已报纸质件，请联系联席办登记。"),
        Notices.Urge("教育局", Title, Day("2020-09-28"), reason, Day(today), National.Latest));

    [Fact]
    public void Days_of_another_year_are_named_with_their_year()
    {
        Assert.Contains(
            "：2020年12月31日16:00收到“2020年9月小结和统计表”（联席办代录）。联席办将于1月7日前审核。",
            Notices.Receipt("教育局", Title, "", "jiaoyu-7", At("2020-12-31 16:00"), true, "", Day("2021-01-07"), Day("2021-01-04")).Body,
            StringComparison.Ordinal);
        Assert.Contains("请于2021年1月5日（周二）前重报", Notices.Returned("教育局", Title, [new("第3列", "请核实")], Day("2021-01-05"), Day("2020-12-31")).Body, StringComparison.Ordinal);
        Assert.Contains("，时限为2020年12月28日，已逾期4个工作日。", Notices.Urge("教育局", Title, Day("2020-12-28"), "", Day("2021-01-04"), National.Latest).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_offices_summary_is_one_sentence_and_the_names() => Assert.Equal(
        new Message(
            "summary",
            "2020年9月小结和统计表：应报11，已报7，待审2，未报4",
            "2020年9月小结和统计表：应报11，已报7，待审2，未报4。未报：教育局、民政局、公安分局、住建局\n任务“餐饮”需协调解决。\n尚无联络人（由单位负责同志接收）：民政局"),
        Notices.Summary(To("office", [September], "民政局"), ["任务“餐饮”需协调解决。"]));

    [Fact]
    public void A_summary_of_several_duties_counts_them()
    {
        var message = Notices.Summary(To("office", [September, October with { Silent = [] }]), []);
        Assert.Equal("2020年9月小结和统计表：应报11，已报7，待审2，未报4 等2项", message.Title);
        Assert.EndsWith("\n2020年10月小结和统计表：应报11，已报9，待审9，延期1，未报0", message.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_without_a_duty_says_how_much_waits() => Assert.Equal(
        new Message("summary", "1项待处理", "任务“餐饮”超期未更新。"),
        Notices.Summary(To("office", []), ["任务“餐饮”超期未更新。"]));

    [Fact]
    public void The_convenor_reads_who_is_silent_and_what_could_be_done() => Assert.Equal(
        new Message(
            "report",
            "关于2020年9月小结和统计表未报情况的汇报（4个单位）",
            "2020年9月小结和统计表应报11个单位，已报7个，未报4个：教育局、民政局、公安分局、住建局。已按次提醒联络人和单位负责同志。\n建议：电话沟通，或列入下次会议。"),
        Notices.Report(To("convenor", [September])));

    [Fact]
    public void A_unit_with_a_granted_extension_is_not_among_the_silent() => Assert.StartsWith(
        "2020年10月小结和统计表应报11个单位，已报9个，延期1个，未报1个：教育局。",
        Notices.Report(To("convenor", [October])).Body,
        StringComparison.Ordinal);

    [Fact]
    public void Several_duties_are_reported_together_and_nobody_silent_leaves_no_colon()
    {
        var message = Notices.Report(To("convenor", [September, October with { Silent = [] }]));
        Assert.Equal("关于未报情况的汇报（2项）", message.Title);
        Assert.Contains("未报0个。已按次", message.Body, StringComparison.Ordinal);
    }

    private static OfficeEvent.Composed To(string recipient, IReadOnlyList<DutyCount> counts, params string[] withoutLiaison) =>
        new(At("2020-09-28 09:01"), "2020-09-28T09:00", recipient, [], counts, withoutLiaison);
}
