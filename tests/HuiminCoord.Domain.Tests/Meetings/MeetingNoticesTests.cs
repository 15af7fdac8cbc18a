using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Tests.Time;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Meetings.MeetingStory;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>What members, office and convenor read, and what speaks against a time.</summary>
public sealed class MeetingNoticesTests
{
    private static readonly DateOnly Today = new(2020, 11, 30);

    [Fact]
    public void The_notice_counts_items_and_names_no_unit_but_the_reader()
    {
        var story = Submitted();
        story.Do(new MeetingCommand.TakeBack(), "2020-11-30 09:31");
        story.Do(Item("农牧局11月报未报。", AgendaHeading.NotReported), "2020-11-30 09:32");
        story.Do(new MeetingCommand.Submit(), "2020-11-30 09:33");
        story.Do(new MeetingCommand.Agree(), "2020-11-30 10:00");
        story.Do(new MeetingCommand.Notify(new(2020, 12, 2)), "2020-11-30 10:30");

        var notice = MeetingNotices.Notice("教育局", story.State, Today);

        Assert.Equal("会议通知：2020年第1次全体会议（12月4日 周五 14:30）", notice.Title);
        Assert.Equal("教育局：定于12月4日 周五 14:30在三楼会议室召开2020年第1次全体会议，由联席会议召集人主持。议题：需拍板事项1项、未报单位1项。请联席会议成员参加，并于12月2日前反馈回执；不能参加的，请说明原因并确定代会人员。", notice.Body);
    }

    [Fact]
    public void Moved_cancelled_and_added()
    {
        var story = Noticed();
        story.Do(new MeetingCommand.Move(At("2021-01-08 09:00"), 60, "二楼会议室", new(2020, 12, 4), "会议室冲突。"), "2020-11-30 11:00");
        Assert.Equal("会议变更：2020年第1次全体会议（改为2021年1月8日 周五 09:00）", MeetingNotices.Moved("教育局", story.State, Today).Title);
        Assert.Contains("原因：会议室冲突。此前的回执不再有效。", MeetingNotices.Moved("教育局", story.State, Today).Body, StringComparison.Ordinal);

        story.Do(Item("农牧局的新情况。", AgendaHeading.ToDecide, Nongmu), "2020-11-30 11:10");
        var added = story.State.Agenda[^1];
        Assert.Equal("农牧局：2020年第1次全体会议增加议题：农牧局的新情况。时间、地点不变。", MeetingNotices.Addendum(Nongmu, "农牧局", story.State, added, Today).Body);
        Assert.Equal("教育局：2020年第1次全体会议增加议题：需拍板事项1项。时间、地点不变。", MeetingNotices.Addendum(Jiaoyu, "教育局", story.State, added, Today).Body);

        story.Do(new MeetingCommand.Cancel("并入下次会议"), "2020-11-30 11:20");
        Assert.Equal("教育局：原定2021年1月8日 周五 09:00召开的2020年第1次全体会议取消。原因：并入下次会议。", MeetingNotices.Cancelled("教育局", story.State, Today).Body);
    }

    [Fact]
    public void The_convenor_and_the_office_read_of_consent()
    {
        var story = Submitted();
        Assert.Equal(("meeting-submitted", "议题：需拍板事项1项。请审阅，同意或退回修改。"), (MeetingNotices.ForConsent(story.State, Today).Kind, MeetingNotices.ForConsent(story.State, Today).Body));
        Assert.Equal("meeting-agreed", MeetingNotices.Consent(Agreed().State, Today).Kind);
        story.Do(new MeetingCommand.Return("先沟通"), "2020-11-30 10:00");
        Assert.Contains("请修改后再报：先沟通。", MeetingNotices.Consent(story.State, Today).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_notice_a_member_sees_only_what_it_asked_for_itself()
    {
        var story = Proposed();
        story.Do(Item("停车收费"), "2020-11-30 09:10");
        story.Do(new MeetingCommand.SuggestItem(Jiaoyu, "校园周边", ""), "2020-11-30 09:11");
        story.Do(new MeetingCommand.SuggestItem(Nongmu, "奶制品试点", ""), "2020-11-30 09:12");

        Assert.Equal("own.2", Assert.Single(AgendaView.For(Jiaoyu, story.State).Items).Id);
        Assert.Empty(AgendaView.For(Jiaoyu, story.State).Hidden);
        Assert.Equal(3, AgendaView.Whole(story.State).Items.Count);
    }

    [Fact]
    public void A_day_of_rest_another_meeting_and_an_absence_are_warned_of()
    {
        var saturday = Plenary with { StartsAt = At("2020-12-05 09:00") };
        OtherMeeting[] others =
        [
            new("topic-1", saturday with { Title = "专题会议", StartsAt = At("2020-12-05 09:59"), Units = [Jiaoyu] }),
            new("topic-2", saturday with { StartsAt = At("2020-12-05 10:00") }),
            new("topic-3", saturday with { StartsAt = At("2020-12-05 09:30"), Units = [new("minzheng")] }),
        ];
        SeatAbsence[] absences =
        [
            new(Jiaoyu, "jiaoyu/leader", "教育局负责同志", new(2020, 12, 1), new(2020, 12, 5)), new(Jiaoyu, "jiaoyu/liaison", "联络人甲", new(2020, 12, 6), new(2020, 12, 8)),
            new(new UnitId("minzheng"), "minzheng/leader", "民政局负责同志", new(2020, 12, 1), new(2020, 12, 9)),
        ];

        Assert.Equal(
            [new(TimeWarningKind.RestDay, "", ""), new(TimeWarningKind.Overlap, "topic-1", "专题会议"), new(TimeWarningKind.Absence, "jiaoyu/leader", "教育局负责同志")],
            TimeWarnings.Of(saturday, Shipped.KnownOn("2020-11-30"), others, absences));
        // A Saturday on which people work: 2020-09-27 is a Sunday of that kind.
        Assert.Empty(TimeWarnings.Of(Plenary with { StartsAt = At("2020-09-27 09:00") }, Shipped.KnownOn("2020-09-17"), [], []));
    }
}
