using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Time;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Meetings.MeetingStory;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>What an agenda says, sentence by sentence, for the Monday of the drawings.</summary>
public sealed class AgendaComposerTests
{
    private static readonly DateOnly Monday = new(2020, 11, 30), Saturday = new(2020, 11, 28);

    [Fact]
    public void The_agenda_of_a_Monday()
    {
        var facts = new AgendaFacts(
            Monday,
            [
                Monthly(Nongmu), Monthly(Gongan) with { AskedUntil = new(2020, 12, 2), AskedBecause = "数据待市局核定。" },
                new(Nongmu, new("monthly-2020-10"), DutyKind.Monthly, "10月小结和统计表", new(2020, 10, 28), true, true),
                new(Jiaoyu, new("decision-2"), DutyKind.Decision, "二手车市场联合检查", new(2020, 11, 25), false, false),
                new(Jiaoyu, new("decision-1"), DutyKind.Decision, "学校食堂接入清单", new(2020, 11, 20), false, false),
                new(Gongan, new("decision-3"), DutyKind.Decision, "联动机制", new(2020, 12, 20), false, true),
            ],
            [new(new TaskId("xing-2"), new(2020, 11, 16), "10月以来收到停车收费线索7条，尚无单位立案。", "价格违法由市场监督管理局立案。")],
            [new(new PhaseId("mobilise"), "动员部署", new(2020, 8, 31), 2), new(new PhaseId("rectify"), "集中整治", new(2020, 12, 7), 0)]);

        var agenda = AgendaComposer.Compose(facts, Answered, Shipped.KnownOn("2020-11-30"));

        Assert.Equal(
            """
            ToDecide blocked.xing-2: 停车收费整治（行②）：10月以来收到停车收费线索7条，尚无单位立案。11月16日起需协调解决。 → 价格违法由市场监督管理局立案。 [反不正当竞争股]
            ToDecide gate.mobilise: “动员部署”阶段已于8月31日届满，尚未验收，2项目标未登记完成。 → 对照目标逐项落实后组织验收。 [联席办]
            ToDecide gate.rectify: “集中整治”阶段将于12月7日届满（剩5个工作日），尚未验收。 → 组织验收。 [联席办]
            CarriedOver decision.jiaoyu.decision-1: 学校食堂接入清单：时限11月20日，尚未完成，已逾期6个工作日。 → 说明进展，明确完成日期。 [教育局]
            CarriedOver decision.jiaoyu.decision-2: 二手车市场联合检查：时限11月25日，尚未完成，已逾期3个工作日。 → 说明进展，明确完成日期。 [教育局]
            CarriedOver decision.gongan.decision-3: 联动机制：时限12月20日，已报送，待审核。 → 说明进展，明确完成日期。 [公安分局]
            NotReported late.nongmu.monthly: 农牧局：10月小结和统计表退回修改中；11月小结和统计表未报，已逾期1个工作日。 → 电话沟通，明确报送日期。 [农牧局、联席办]
            NotReported late.gongan.monthly: 公安分局：11月小结和统计表未报，已逾期1个工作日，申请延期至12月2日（数据待市局核定）。 → 对延期申请作出答复。 [联席办主任]
            """.ReplaceLineEndings("\n"),
            string.Join('\n', agenda.Select(i => $"{i.Heading} {i.Id}: {i.Fact} → {i.Proposal} [{i.Owner}]")));
        Assert.Equal(["obligation/nongmu/monthly-2020-10", "obligation/nongmu/monthly-2020-11"], agenda.Single(i => i.Id == "late.nongmu.monthly").Rows);
        Assert.Contains(new UnitId("chengguan"), agenda[0].Units);
    }

    [Fact]
    public void A_dispute_about_whose_work_it_is_asks_both_sides_to_speak()
    {
        var facts = new AgendaFacts(Monday, [], [new(new TaskId("xing-2"), new(2020, 11, 16), "校门口停车收费由谁查处尚不明确。", "", (Gongan, Jiaoyu))], []);

        var item = Assert.Single(AgendaComposer.Compose(facts, Answered, Shipped.KnownOn("2020-11-30")));

        Assert.Equal(
            ("dispute.xing-2", AgendaReason.TaskDispute, "停车收费整治（行②）：公安分局与教育局对职责分工有不同意见，校门口停车收费由谁查处尚不明确。11月16日起需协调解决。", "请会议明确职责分工。", "公安分局、教育局"),
            (item.Id, item.Reason, item.Fact, item.Proposal, item.Owner));
        Assert.Equal([Gongan, Jiaoyu], item.Units.Take(2));
        Assert.Equal(item.Units.Distinct(), item.Units);
    }

    [Fact]
    public void Changes_of_members_and_of_member_units_stand_last()
    {
        var facts = new AgendaFacts(Monday, [], [], [],
        [
            new(MemberMatterKind.Remove, Nongmu, "农牧局", "", null, null, "机构改革。"),
            new(MemberMatterKind.Add, new("shuiwu"), "税务局", "吃、网络", null, null, "涉税线索较多，需共同参与"),
            new(MemberMatterKind.Seat, Gongan, "新任同志乙", "", null, Monday, "工作变动"),
            new(MemberMatterKind.Seat, Jiaoyu, "新任同志甲", "副局长", "原任同志", new(2020, 12, 7), "原负责同志工作变动。"),
        ]);

        var agenda = AgendaComposer.Compose(facts, Answered, Shipped.KnownOn("2020-11-30"));

        Assert.Equal(
            """
            seat.jiaoyu: 教育局提出调整联席会议成员：拟由新任同志甲（副局长）担任，接替原任同志，自12月7日起。原负责同志工作变动。 → 同意由新任同志甲担任联席会议成员。 [教育局] jiaoyu member/jiaoyu
            seat.gongan: 公安分局提出调整联席会议成员：拟由新任同志乙担任，自11月30日起。工作变动。 → 同意由新任同志乙担任联席会议成员。 [公安分局] gongan member/gongan
            member.add.shuiwu: 拟增加税务局为成员单位，参加吃、网络领域配合工作。涉税线索较多，需共同参与。 → 同意增加税务局为成员单位，自确定之日起承担成员单位共同事项。 [联席办]  membership/shuiwu
            member.remove.nongmu: 拟不再将农牧局列为成员单位。机构改革。 → 同意农牧局不再作为成员单位，未办结事项终止，已报材料保留。 [联席办] nongmu membership/nongmu
            """.ReplaceLineEndings("\n"),
            string.Join('\n', agenda.Select(i => $"{i.Id}: {i.Fact} → {i.Proposal} [{i.Owner}] {string.Join(',', i.Units)} {string.Join(',', i.Rows)}")));
        Assert.All(agenda, i => Assert.Equal((AgendaHeading.Members, AgendaReason.MemberChange), (i.Heading, i.Reason)));
    }

    [Fact]
    public void What_is_in_order_is_not_spoken_of()
    {
        var facts = new AgendaFacts(Monday, [Monthly(Nongmu) with { Reported = true }, Monthly(Gongan) with { Due = Monday }, Monthly(Jiaoyu) with { Due = null }], [], []);

        Assert.Empty(AgendaComposer.Compose(facts, Answered, Shipped.KnownOn("2020-11-30")));
    }

    [Fact]
    public void Open_questions_are_one_item_with_a_row_for_each()
    {
        var item = Assert.Single(AgendaComposer.Compose(new(Monday, [], [], []), Notice, Shipped.KnownOn("2020-11-30")));

        Assert.Equal(("questions", AgendaReason.OpenQuestions, "召集人"), (item.Id, item.Reason, item.Owner));
        Assert.Equal(Notice.Questions.Select(q => $"question/{q.Id}"), item.Rows);
        Assert.StartsWith($"方案有{Notice.Questions.Count}个问题尚未明确", item.Fact, StringComparison.Ordinal);

        var one = Answered with { Questions = [Notice.Questions[0]] };
        Assert.StartsWith("方案未明确：报送时限遇休息日", Assert.Single(AgendaComposer.Compose(new(Monday, [], [], []), one, Shipped.KnownOn("2020-11-30"))).Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_words_of_units_are_shortened_between_characters()
    {
        var emoji = string.Concat(Enumerable.Repeat("🏫", 150));
        var facts = new AgendaFacts(Monday, [], [new(new TaskId("chi-1"), Monday, emoji, emoji)], []);

        var item = Assert.Single(AgendaComposer.Compose(facts, Answered, Shipped.KnownOn("2020-11-30")));

        Assert.All([item.Fact, item.Proposal], text =>
        {
            Assert.InRange(text.Length, 1, AgendaItem.LongestText);
            Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
        });
    }

    [Fact]
    public void A_task_that_the_plan_does_not_name_any_more_is_left_out() =>
        Assert.Empty(AgendaComposer.Compose(new(Monday, [], [new(new TaskId("chi-99"), Monday, "未定", "")], []), Answered, Shipped.KnownOn("2020-11-30")));

    private static AgendaDuty Monthly(UnitId unit) => new(unit, new("monthly-2020-11"), DutyKind.Monthly, "11月小结和统计表", Saturday, false, false);
}
