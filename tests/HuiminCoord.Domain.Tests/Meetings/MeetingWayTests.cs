using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Campaigns;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Meetings.MeetingStory;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>A meeting's way: proposed, submitted, agreed or returned, noticed, moved, cancelled, answered.</summary>
public sealed class MeetingWayTests
{
    private const string Now = "2020-11-30 11:00";

    [Fact]
    public void The_whole_way_to_the_notice()
    {
        var story = Noticed();

        Assert.Equal((MeetingStage.Noticed, 1, 1, new DateOnly(2020, 12, 2)), (story.State.Stage, story.State.Told, story.State.Submission, story.State.ReplyBy));
        Assert.Equal(At("2020-12-04 15:30"), story.State.Arrangement!.EndsAt);
    }

    [Fact]
    public void Repeating_a_wish_changes_nothing()
    {
        Proposed().Try(new MeetingCommand.Propose(MeetingKind.Plenary, null, Plenary with { Units = [.. Plenary.Units] }), Now).IsNothing();
        Proposed().Try(new MeetingCommand.Arrange(Plenary), Now).IsNothing();
        Submitted().Try(new MeetingCommand.Submit(), Now).IsNothing();
        Agreed().Try(new MeetingCommand.Agree(), Now).IsNothing();
        Noticed().Try(new MeetingCommand.Notify(new(2020, 12, 2)), Now).IsNothing();
        Noticed().Try(new MeetingCommand.Move(Plenary.StartsAt, 60, Plenary.Place, new(2020, 12, 2), "原定不变"), Now).IsNothing();
    }

    [Fact]
    public void An_id_names_one_meeting() =>
        Proposed().Try(new MeetingCommand.Propose(MeetingKind.Topic, null, Plenary), Now).IsRefused("meeting.id-taken");

    [Theory]
    [InlineData("meeting.title-needed", " ", "2020-12-04 14:30", 60, "三楼", "召集人")]
    [InlineData("meeting.place-needed", "会议", "2020-12-04 14:30", 60, "", "召集人")]
    [InlineData("meeting.chair-needed", "会议", "2020-12-04 14:30", 60, "三楼", "")]
    [InlineData("meeting.minutes-out-of-range", "会议", "2020-12-04 14:30", 9, "三楼", "召集人")]
    [InlineData("meeting.minutes-out-of-range", "会议", "2020-12-04 14:30", 481, "三楼", "召集人")]
    [InlineData("meeting.in-past", "会议", "2020-11-30 11:00", 60, "三楼", "召集人")]
    [InlineData("meeting.too-far", "会议", "2022-06-30 09:00", 60, "三楼", "召集人")]
    public void What_cannot_be_arranged_is_refused(string code, string title, string at, int minutes, string place, string chair)
    {
        var arrangement = Plenary with { Title = title, StartsAt = At(at), Minutes = minutes, Place = place, Chair = chair };

        new MeetingStory().Try(new MeetingCommand.Propose(MeetingKind.Plenary, null, arrangement), Now).IsRefused(code);
        Proposed().Try(new MeetingCommand.Arrange(arrangement), Now).IsRefused(code);
    }

    [Fact]
    public void Members_are_units_of_the_plan_each_once()
    {
        new MeetingStory().Try(Propose(Plenary with { Units = [] }), Now).IsRefused("meeting.members-needed");
        new MeetingStory().Try(Propose(Plenary with { Units = [new("tiyu")] }), Now).IsRefused("unit.unknown");
        new MeetingStory().Try(Propose(Plenary with { Units = [Jiaoyu, Jiaoyu] }), Now).IsRefused("meeting.member-twice");
        new MeetingStory().Try(Propose(Plenary with { Guests = [""] }), Now).IsRefused("meeting.guests-malformed");
        new MeetingStory().Try(Propose(Plenary with { Guests = [.. Enumerable.Repeat("区消费者协会", 21)] }), Now).IsRefused("meeting.guests-malformed");
    }

    [Fact]
    public void Progress_and_dispatch_meetings_have_a_holder_and_the_others_none()
    {
        new MeetingStory().Try(new MeetingCommand.Propose(MeetingKind.Advance, null, Plenary), Now).IsRefused("meeting.holder-malformed");
        new MeetingStory().Try(new MeetingCommand.Propose(MeetingKind.Plenary, Jiaoyu, Plenary), Now).IsRefused("meeting.holder-malformed");
        new MeetingStory().Try(new MeetingCommand.Propose((MeetingKind)9, null, Plenary), Now).IsRefused("meeting.kind-unknown");
        Assert.Equal(Jiaoyu, ((MeetingEvent.Proposed)new MeetingStory().Try(new MeetingCommand.Propose(MeetingKind.Dispatch, Jiaoyu, Plenary), Now).Event()).Unit);
    }

    [Fact]
    public void What_nobody_proposed_is_unknown() => new MeetingStory().Try(new MeetingCommand.Submit(), Now).IsRefused("meeting.unknown");

    [Fact]
    public void An_empty_agenda_is_not_submitted()
    {
        var story = Proposed();
        story.Try(new MeetingCommand.Submit(), Now).IsRefused("agenda.empty");
        story.Do(Item("停车收费"), Now);
        story.Do(new MeetingCommand.RemoveItem(1, "own.1", "会前已解决"), Now);
        story.Try(new MeetingCommand.Submit(), Now).IsRefused("agenda.empty");
    }

    [Fact]
    public void While_it_is_with_the_convenor_nothing_changes_until_it_is_taken_back()
    {
        var story = Submitted();
        story.Try(Item("又一项"), Now).IsRefused("meeting.with-convenor");
        story.Try(new MeetingCommand.Compose(), Now).IsRefused("meeting.with-convenor");
        story.Try(new MeetingCommand.Arrange(Plenary with { Minutes = 30 }), Now).IsRefused("meeting.with-convenor");

        story.Do(new MeetingCommand.TakeBack(), Now);
        story.Do(Item("又一项"), Now);
        Assert.Equal(MeetingStage.Proposed, story.State.Stage);
        story.Try(new MeetingCommand.TakeBack(), Now).IsNothing();
    }

    [Fact]
    public void A_returned_agenda_is_changed_and_submitted_again()
    {
        var story = Submitted();
        story.Try(new MeetingCommand.Return(" "), Now).IsRefused("reason.needed");
        story.Do(new MeetingCommand.Return("先与执法局沟通。"), Now);
        Assert.Equal((MeetingStage.Returned, "先与执法局沟通。"), (story.State.Stage, story.State.Remark));
        story.Try(new MeetingCommand.Agree(), Now).IsRefused("meeting.not-submitted");

        story.Do(new MeetingCommand.Submit(), Now);
        Assert.Equal((2, ""), (story.State.Submission, story.State.Remark));
    }

    [Fact]
    public void Only_what_was_agreed_is_noticed_and_answers_are_asked_for_before_it_begins()
    {
        Submitted().Try(new MeetingCommand.Notify(new(2020, 12, 2)), Now).IsRefused("meeting.not-agreed");
        Agreed().Try(new MeetingCommand.Notify(new(2020, 11, 29)), Now).IsRefused("meeting.reply-by-out-of-range");
        Agreed().Try(new MeetingCommand.Notify(new(2020, 12, 5)), Now).IsRefused("meeting.reply-by-out-of-range");
        Agreed().Try(new MeetingCommand.Notify(new(2020, 12, 4)), "2020-12-04 14:30").IsRefused("meeting.over");
    }

    [Fact]
    public void After_the_notice_the_agenda_is_frozen_and_what_comes_is_an_addendum()
    {
        var story = Noticed();
        story.Try(new MeetingCommand.RemoveItem(1, "own.1", "不必了"), Now).IsRefused("agenda.frozen");
        story.Try(new MeetingCommand.TakeBack(), Now).IsRefused("agenda.frozen");
        story.Try(new MeetingCommand.SuggestItem(Jiaoyu, "校园周边", ""), Now).IsRefused("agenda.frozen");

        story.Do(Item("新情况"), Now);
        Assert.Equal((true, 2), (story.State.Agenda[^1].Addendum, story.State.Told));
        story.Try(Item("太晚"), "2020-12-04 14:30").IsRefused("meeting.over");
    }

    [Fact]
    public void A_moved_meeting_asks_for_answers_anew()
    {
        var story = Noticed();
        story.Do(new MeetingCommand.Reply(Jiaoyu, MeetingReplyKind.Coming, "", ""), Now);
        story.Try(new MeetingCommand.Move(At("2020-12-07 09:00"), 60, "三楼会议室", new(2020, 12, 4), ""), Now).IsRefused("reason.needed");

        story.Do(new MeetingCommand.Move(At("2020-12-07 09:00"), 90, "二楼会议室", new(2020, 12, 4), "会议室冲突"), Now);

        Assert.Equal((2, 90, "二楼会议室", At("2020-12-07 09:00")), (story.State.Told, story.State.Arrangement!.Minutes, story.State.Arrangement.Place, story.State.Arrangement.StartsAt));
        Assert.Empty(story.State.Replies);
    }

    [Fact]
    public void Moved_before_the_notice_nobody_is_told()
    {
        var story = Agreed();
        story.Do(new MeetingCommand.Move(At("2020-12-07 09:00"), 60, "三楼会议室", new(2020, 12, 4), "会议室冲突"), Now);
        Assert.Equal((0, MeetingStage.Agreed, "会议室冲突"), (story.State.Told, story.State.Stage, story.State.Remark));
        story.Do(new MeetingCommand.Notify(new(2020, 12, 4)), Now);
        Assert.Equal("", story.State.Remark);
        Proposed().Try(new MeetingCommand.Move(At("2020-12-07 09:00"), 60, "三楼会议室", new(2020, 12, 4), "冲突"), Now).IsRefused("meeting.not-agreed");
    }

    [Fact]
    public void A_cancelled_meeting_stays_cancelled()
    {
        var story = Noticed();
        story.Do(new MeetingCommand.Cancel("议题并入下次会议"), Now);
        Assert.Equal((MeetingStage.Cancelled, 2), (story.State.Stage, story.State.Told));
        story.Try(new MeetingCommand.Cancel("再说一次"), Now).IsNothing();
        story.Try(new MeetingCommand.Reply(Jiaoyu, MeetingReplyKind.Coming, "", ""), Now).IsRefused("meeting.cancelled");

        var unnoticed = Proposed();
        unnoticed.Do(new MeetingCommand.Cancel("不开了"), Now);
        Assert.Equal(0, unnoticed.State.Told);
    }

    [Fact]
    public void The_last_answer_holds_until_the_meeting_begins()
    {
        var story = Noticed();
        story.Try(new MeetingCommand.Reply(Jiaoyu, MeetingReplyKind.Deputy, "", "外出"), Now).IsRefused("meeting.who-needed");
        story.Try(new MeetingCommand.Reply(Jiaoyu, MeetingReplyKind.Deputy, "副局长", ""), Now).IsRefused("reason.needed");
        story.Try(new MeetingCommand.Reply(Jiaoyu, MeetingReplyKind.Absent, "", " "), Now).IsRefused("reason.needed");
        story.Try(new MeetingCommand.Reply(new UnitId("minzheng"), MeetingReplyKind.Coming, "", ""), Now).IsRefused("meeting.not-invited");
        story.Try(new MeetingCommand.Reply(Jiaoyu, (MeetingReplyKind)7, "", "外出"), Now).IsRefused("meeting.reply-unknown");
        Agreed().Try(new MeetingCommand.Reply(Jiaoyu, MeetingReplyKind.Coming, "", ""), Now).IsRefused("meeting.not-noticed");

        story.Do(new MeetingCommand.Reply(Jiaoyu, MeetingReplyKind.Coming, "", ""), Now);
        story.Try(new MeetingCommand.Reply(Jiaoyu, MeetingReplyKind.Coming, "", ""), "2020-11-30 12:00").IsNothing();
        story.Do(new MeetingCommand.Reply(Jiaoyu, MeetingReplyKind.Deputy, "分管副局长", "外出培训"), "2020-12-01 09:00");
        Assert.Equal(("分管副局长", MeetingReplyKind.Deputy), (story.State.Replies["jiaoyu"].Who, story.State.Replies["jiaoyu"].Kind));
        story.Try(new MeetingCommand.Reply(Jiaoyu, MeetingReplyKind.Coming, "", ""), "2020-12-04 14:30").IsRefused("meeting.over");
    }

    private static MeetingCommand.Propose Propose(MeetingArrangement arrangement) => new(MeetingKind.Plenary, null, arrangement);
}
