using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Campaigns;
using static HuiminCoord.Domain.Tests.Meetings.MeetingStory;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>What the office and the members do to an agenda, and what composing it again leaves alone.</summary>
public sealed class AgendaEditingTests
{
    private const string Now = "2020-11-30 11:00";

    [Fact]
    public void Two_who_edit_do_not_overwrite_each_other()
    {
        var story = Composed();
        var seen = story.State.AgendaRevision;
        story.Do(new MeetingCommand.RemoveItem(seen, "late.nongmu.monthly", "已补报"), Now);

        story.Try(new MeetingCommand.ChangeItem(seen, "late.gongan.monthly", "同意延期。", "联席办主任", 3), Now).IsRefused("agenda.changed");
        story.Try(new MeetingCommand.OrderItems(seen, [.. story.State.Agenda.Select(i => i.Id).Reverse()]), Now).IsRefused("agenda.changed");
        story.Try(new MeetingCommand.RestoreItem(seen, "late.nongmu.monthly"), Now).IsRefused("agenda.changed");
        story.Try(new MeetingCommand.RemoveItem(seen, "late.gongan.monthly", "x"), Now).IsRefused("agenda.changed");
        // What already holds is no conflict.
        story.Try(new MeetingCommand.RemoveItem(seen, "late.nongmu.monthly", "已补报"), Now).IsNothing();
    }

    [Fact]
    public void A_removed_item_keeps_its_reason_and_comes_back_to_its_place()
    {
        var story = Composed();
        var before = story.On.ToList();
        story.Do(new MeetingCommand.RemoveItem(Revision(story), "late.nongmu.monthly", " 已补报 "), Now);
        Assert.Equal("已补报", story.State.Agenda.Single(i => i.Id == "late.nongmu.monthly").Removed);
        Assert.DoesNotContain("late.nongmu.monthly", story.On);

        story.Do(new MeetingCommand.RestoreItem(Revision(story), "late.nongmu.monthly"), Now);
        Assert.Equal(before, story.On);
    }

    [Fact]
    public void Items_are_ordered_under_their_headings()
    {
        var story = Composed();
        var ids = story.State.Agenda.Select(i => i.Id).Reverse().ToList();
        story.Do(new MeetingCommand.OrderItems(Revision(story), ids), Now);

        Assert.Equal(["decision.jiaoyu.decision-1", "late.gongan.monthly", "late.nongmu.monthly"], story.On);
        story.Try(new MeetingCommand.OrderItems(Revision(story), ids), Now).IsNothing();
        story.Try(new MeetingCommand.OrderItems(Revision(story), [.. ids.Skip(1)]), Now).IsRefused("agenda.order-incomplete");
        story.Try(new MeetingCommand.OrderItems(Revision(story), [.. ids.Skip(1), ids[1]]), Now).IsRefused("agenda.order-incomplete");
        story.Try(new MeetingCommand.OrderItems(Revision(story) - 1, [.. ids.Skip(1)]), Now).IsRefused("agenda.changed");
    }

    [Fact]
    public void Composing_again_keeps_what_people_did_and_follows_the_registers()
    {
        var story = Composed();
        story.Do(new MeetingCommand.ChangeItem(Revision(story), "late.gongan.monthly", "同意延期至12月2日。", "联席办主任", 5), Now);
        story.Do(new MeetingCommand.RemoveItem(Revision(story), "decision.jiaoyu.decision-1", "会前已报告"), Now);
        story.Do(Item("停车收费"), Now);
        story.Do(new MeetingCommand.SuggestItem(Jiaoyu, "校园周边摊贩", "由执法局牵头"), Now);
        story.Facts = story.Facts with { Today = new(2020, 12, 1), Duties = [.. story.Facts.Duties.Where(d => d.Unit != Nongmu)] };

        story.Do(new MeetingCommand.Compose(), "2020-12-01 09:00");

        Assert.Equal(["own.1", "own.2", "late.gongan.monthly"], story.On);
        var late = story.State.Agenda.Single(i => i.Id == "late.gongan.monthly");
        Assert.Equal(("同意延期至12月2日。", 5), (late.Proposal, late.Minutes));
        Assert.Contains("已逾期2个工作日", late.Fact, StringComparison.Ordinal);
        Assert.Equal("会前已报告", story.State.Agenda.Single(i => i.Id == "decision.jiaoyu.decision-1").Removed);
        story.Try(new MeetingCommand.Compose(), "2020-12-01 09:01").IsNothing();
    }

    [Fact]
    public void What_was_settled_and_comes_back_follows_the_registers_again()
    {
        var story = Composed();
        var open = story.Facts.Duties;
        story.Do(new MeetingCommand.ChangeItem(Revision(story), "late.nongmu.monthly", "请分管领导督促。", "召集人", 5), Now);
        foreach (var duties in new[] { [.. open.Where(d => d.Unit != Nongmu)], open, [.. open.Select(d => d.Unit == Nongmu ? d with { Returned = true, Reported = true } : d)] })
        {
            story.Facts = story.Facts with { Duties = duties };
            story.Do(new MeetingCommand.Compose(), Now);
        }

        var late = story.State.Agenda.Single(i => i.Id == "late.nongmu.monthly");
        Assert.Equal(("按退回意见修改后重报。", "农牧局"), (late.Proposal, late.Owner));
    }

    [Fact]
    public void However_much_is_open_nothing_of_it_is_cut()
    {
        var story = Composed();
        story.Facts = story.Facts with { Duties = [.. Enumerable.Range(1, 300).Select(n => new AgendaDuty(Jiaoyu, new($"decision-{n}"), DutyKind.Decision, $"议定事项{n}", new(2020, 11, 20), false, false))] };
        story.Do(new MeetingCommand.Compose(), Now);
        Assert.Equal(300, story.On.Count());
        story.Do(Item("另有一项"), Now);
        Assert.Equal(301, story.On.Count());
    }

    [Fact]
    public void Members_ask_for_items_that_the_office_can_word()
    {
        var story = Proposed();
        story.Try(new MeetingCommand.SuggestItem(new UnitId("minzheng"), "养老院食堂", ""), Now).IsRefused("meeting.not-invited");
        story.Try(new MeetingCommand.SuggestItem(Jiaoyu, " ", ""), Now).IsRefused("agenda.fact-needed");
        story.Do(new MeetingCommand.SuggestItem(Jiaoyu, "校园周边摊贩", ""), Now);

        var item = Assert.Single(story.State.Agenda);
        Assert.Equal((AgendaReason.EnteredByUnit, "教育局", "own.1"), (item.Reason, item.Owner, item.Id));
        story.Do(new MeetingCommand.ChangeItem(1, "own.1", "由执法局牵头。", "城市管理综合执法局", 5), Now);
        Assert.Equal("由执法局牵头。", story.State.Agenda[0].Proposal);
    }

    [Theory]
    [InlineData("agenda.fact-needed", "", "建议", "股室", 5)]
    [InlineData("agenda.owner-needed", "事实", "建议", " ", 5)]
    [InlineData("agenda.minutes-out-of-range", "事实", "建议", "股室", 0)]
    [InlineData("agenda.minutes-out-of-range", "事实", "建议", "股室", 121)]
    public void What_is_no_item_is_refused(string code, string fact, string proposal, string owner, int minutes) =>
        Proposed().Try(new MeetingCommand.AddItem(AgendaHeading.ToDecide, fact, proposal, owner, minutes, []), Now).IsRefused(code);

    [Fact]
    public void Bounds_hold()
    {
        var story = Proposed();
        story.Try(Item(new string('长', 201)), Now).IsRefused("agenda.text-too-long");
        story.Try(Item("事实", (AgendaHeading)9), Now).IsRefused("agenda.heading-unknown");
        story.Try(Item("事实", AgendaHeading.ToDecide, new UnitId("minzheng")), Now).IsRefused("unit.unknown");
        story.Try(new MeetingCommand.ChangeItem(0, "nothing", "", "股室", 5), Now).IsRefused("agenda.item-unknown");
        story.Try(new MeetingCommand.RemoveItem(0, "nothing", "因故"), Now).IsRefused("agenda.item-unknown");
        story.Try(new MeetingCommand.RestoreItem(0, "nothing"), Now).IsRefused("agenda.item-unknown");
        for (var n = 1; n <= 60; n++)
        {
            story.Do(Item($"第{n}项"), Now);
        }

        story.Try(Item("第61项"), Now).IsRefused("agenda.too-many");
        story.Try(new MeetingCommand.RemoveItem(60, "own.1", Huimin.TooLong), Now).IsRefused("text.too-long");
    }

    private static int Revision(MeetingStory story) => story.State.AgendaRevision;

    private static MeetingStory Composed()
    {
        var story = Proposed();
        story.Facts = story.Facts with
        {
            Duties =
            [
                new(Gongan, new("monthly-2020-11"), DutyKind.Monthly, "11月小结和统计表", new(2020, 11, 28), false, false, new(2020, 12, 2), "数据待市局核定"),
                new(Nongmu, new("monthly-2020-11"), DutyKind.Monthly, "11月小结和统计表", new(2020, 11, 28), false, false),
                new(Jiaoyu, new("decision-1"), DutyKind.Decision, "学校食堂接入清单", new(2020, 11, 20), false, false),
            ],
        };
        story.Do(new MeetingCommand.Compose(), Now);
        return story;
    }
}
