using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Plans;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Time.Shipped;

namespace HuiminCoord.Domain.Tests.Messages;

public sealed class DigestTests
{
    private static readonly DigestLine September = Monthly("2020-09", "2020-09-28");
    private static readonly DigestLine Liaison = Line("liaison", DutyKind.Liaison, "联络人报备", "2020-09-18");
    private static readonly DigestLine Scheme = Line("implementation-plan", DutyKind.Other, "实施方案", null) with { EnteredLate = true };

    [Fact]
    public void Before_the_date_it_says_how_many_working_days_are_left() => Says(
        "2020-09-22",
        "2020年9月小结和统计表待报送（剩5个工作日）",
        "教育局：\n“2020年9月小结和统计表”当前为“填报中”，报送时限9月28日 周一 24时，剩5个工作日（9月28日 周一 24时截止）。无数据请选“零报告”；如已报纸质件，请联系联席办登记。",
        September);

    [Fact]
    public void On_the_last_day_it_asks_for_today() => Says(
        "2020-09-28",
        "今日请报送：2020年9月小结和统计表",
        "教育局：\n“2020年9月小结和统计表”当前为“填报中”，报送时限9月28日 周一 24时，今日截止。无数据请选“零报告”；如已报纸质件，请联系联席办登记。",
        September);

    [Fact]
    public void On_the_Friday_before_a_Sunday_it_says_that_the_date_is_a_day_of_rest() => Says(
        "2021-02-26",
        "今日请报送：2021年2月小结和统计表",
        "教育局：\n“2021年2月小结和统计表”当前为“填报中”，报送时限2月28日 周日 24时，2月28日为休息日，请于2月26日（周五）下班前报送。无数据请选“零报告”；如已报纸质件，请联系联席办登记。",
        Monthly("2021-02", "2021-02-28"));

    [Fact]
    public void A_date_that_may_still_move_is_called_provisional() => Says(
        "2020-09-28",
        "今日请报送：2020年9月小结和统计表",
        "教育局：\n“2020年9月小结和统计表”当前为“填报中”，报送时限9月28日 周一 24时，今日截止，暂定日期。无数据请选“零报告”；如已报纸质件，请联系联席办登记。",
        September with { Provisional = true });

    [Fact]
    public void After_the_date_it_asks_for_a_reason_and_does_not_scold() => Says(
        "2020-09-30",
        "未收到2020年9月小结和统计表的提示",
        "教育局：\n尚未收到“2020年9月小结和统计表”，时限为9月28日，已逾期2个工作日。请尽快报送；确有困难的，请说明原因和预计报送时间。",
        September);

    [Fact]
    public void A_day_of_another_year_than_the_messages_own_is_named_with_its_year()
    {
        Says(
            "2021-01-04",
            "未收到2020年12月小结和统计表的提示",
            "教育局：\n尚未收到“2020年12月小结和统计表”，时限为2020年12月28日，已逾期4个工作日。请尽快报送；确有困难的，请说明原因和预计报送时间。",
            Monthly("2020-12", "2020-12-28"));
        Says(
            "2020-12-31",
            "请于2021年1月5日前修改后重报：2020年12月小结和统计表",
            "教育局：\n“2020年12月小结和统计表”已退回，请于2021年1月5日（周二）前修改后重报，报送时间仍按首次报送计。",
            Monthly("2020-12", "2020-12-28") with { Reported = true, Stage = "退回修改", CorrectionDue = Day("2021-01-05") });
        Assert.EndsWith(
            "\n其他未办结事项：2021年1月小结和统计表，剩19个工作日（2021年1月28日 周四 24时截止）。",
            Write("2020-12-31", [Monthly("2021-01", "2021-01-28") with { Reminded = false }], ["本单位联络人已登记。"]).Body,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-09-17", "请报备联络人（9月18日前）", "剩1个工作日（9月18日 周五 24时截止）")]
    [InlineData("2020-09-18", "今日请报备联络人", "今日截止")]
    public void The_liaison_is_asked_for_with_the_number_of_the_paper(string today, string title, string countdown) => Says(
        today,
        title,
        $"教育局：\n根据回政办字〔2020〕57号，请确定本单位联络人（可另报备用联络人1名），填报姓名、职务、电话。{countdown}。",
        Liaison);

    [Fact]
    public void A_liaison_not_named_is_missed_as_any_other_duty() => Says(
        "2020-09-21",
        "未收到联络人报备的提示",
        "教育局：\n尚未收到“联络人报备”，时限为9月18日，已逾期1个工作日。请尽快报送；确有困难的，请说明原因和预计报送时间。",
        Liaison);

    [Fact]
    public void A_milestone_or_a_decision_cannot_be_reported_as_zero() => Says(
        "2020-09-29",
        "完成摸底待报送（剩1个工作日）",
        "教育局：\n“完成摸底”当前为“填报中”，报送时限9月30日 周三 24时，剩1个工作日（9月30日 周三 24时截止）。如已报纸质件，请联系联席办登记。",
        Line("chi-1-m1", DutyKind.Other, "完成摸底", "2020-09-30"));

    [Fact]
    public void A_correction_keeps_the_time_of_the_first_submission() => Says(
        "2020-09-30",
        "请于9月30日前修改后重报：2020年9月小结和统计表",
        "教育局：\n“2020年9月小结和统计表”已退回，请于9月30日（周三）前修改后重报，报送时间仍按首次报送计。",
        September with { Reported = true, Stage = "退回修改", CorrectionDue = Day("2020-09-30") });

    [Fact]
    public void A_correction_that_comes_late_after_an_outage_does_not_ask_for_the_past() => Says(
        "2020-10-09",
        "请尽快修改后重报：2020年9月小结和统计表",
        "教育局：\n“2020年9月小结和统计表”已退回，修改时限为9月30日（周三），请尽快修改后重报，报送时间仍按首次报送计。",
        September with { Reported = true, Stage = "退回修改", CorrectionDue = Day("2020-09-30") });

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // one of its parts is still open
    public void An_undated_duty_can_be_returned_too(bool reported) => Says(
        "2020-09-30",
        "请于9月30日前修改后重报：实施方案",
        "教育局：\n“实施方案”已退回，请于9月30日（周三）前修改后重报。",
        Scheme with { Reported = reported, Stage = "退回修改", CorrectionDue = Day("2020-09-30") });

    [Fact]
    public void A_returned_part_of_a_report_that_is_not_complete_is_named_beside_the_rest() => Says(
        "2020-09-25",
        "2020年9月小结和统计表待报送（剩2个工作日）",
        "教育局：\n“2020年9月小结和统计表”当前为“退回修改”，报送时限9月28日 周一 24时，剩2个工作日（9月28日 周一 24时截止）。无数据请选“零报告”；如已报纸质件，请联系联席办登记。其中退回的部分，请于9月25日（周五）前修改后重报。",
        September with { Stage = "退回修改", CorrectionDue = Day("2020-09-25") });

    [Fact]
    public void Several_items_are_one_message_named_after_the_oldest()
    {
        var annual = Line("annual-2020", DutyKind.Annual, "2020年总结和统计表", "2020-12-03");
        var october = Monthly("2020-10", "2020-10-28");
        var message = Write("2020-12-02", [annual, october], []);
        Assert.Equal("未收到2020年10月小结和统计表的提示 等2项", message.Title);
        var body = message.Body.Split('\n');
        Assert.Equal(3, body.Length);
        Assert.StartsWith("尚未收到“2020年10月小结和统计表”", body[1], StringComparison.Ordinal);
        Assert.StartsWith("“2020年总结和统计表”当前为“填报中”", body[2], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_open_without_a_due_rung_is_listed_and_what_is_entered_late_is_not()
    {
        DigestLine[] open =
        [
            Liaison,
            September with { Reminded = false },
            Monthly("2020-08", "2020-08-28") with { Reminded = false, Reported = true, Stage = "已报送（待审核）" },
            Scheme with { Reminded = false },
        ];
        Assert.EndsWith(
            "\n其他未办结事项：2020年9月小结和统计表，剩7个工作日（9月28日 周一 24时截止）；2020年8月小结和统计表（已报送（待审核））。",
            Write("2020-09-18", open, []).Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_alone_is_its_own_title_and_several_are_counted()
    {
        const string Accepted = "“2020年9月小结和统计表”已审核通过。";
        Assert.Equal(new Message("digest", Accepted.TrimEnd('。'), $"教育局：\n{Accepted}"), Write("2020-09-30", [], [Accepted]));
        var two = Write("2020-09-30", [], [Accepted, "本单位联络人已登记。"]);
        Assert.Equal(("2项事项有变动", $"教育局：\n{Accepted}\n本单位联络人已登记。"), (two.Title, two.Body));
    }

    [Fact]
    public void A_change_beside_a_reminder_stands_below_it()
    {
        var message = Write("2020-09-28", [September], ["本单位联络人已登记。"]);
        Assert.Equal("今日请报送：2020年9月小结和统计表", message.Title);
        Assert.EndsWith("\n本单位联络人已登记。", message.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_offices_telephone_closes_the_message_where_it_is_known()
    {
        var plan = Notice with { Settings = Notice.Settings with { OfficePhone = "0471-0000000" } };
        var message = Digest.Write("教育局", [September], [], plan, National.Latest, Day("2020-09-28"));
        Assert.EndsWith("\n联系电话：0471-0000000", message.Body, StringComparison.Ordinal);
    }

    private static void Says(string today, string title, string body, DigestLine line) =>
        Assert.Equal(new Message("digest", title, body), Write(today, [line], []));

    private static Message Write(string today, IReadOnlyList<DigestLine> lines, IReadOnlyList<string> changes) =>
        Digest.Write("教育局", lines, changes, Notice, National.AsKnownOn(Day(today)), Day(today));

    private static DigestLine Monthly(string month, string due) =>
        Line($"monthly-{month}", DutyKind.Monthly, $"{int.Parse(month[..4], null)}年{int.Parse(month[5..], null)}月小结和统计表", due);

    private static DigestLine Line(string id, DutyKind kind, string title, string? due) =>
        new(new DutyId(id), kind, title, due is null ? null : Day(due), false, false, false, null, "填报中", true);
}
