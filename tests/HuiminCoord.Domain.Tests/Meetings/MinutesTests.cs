using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Campaigns;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Meetings.MeetingStory;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>Minutes: drafted, circulated, corrected, confirmed; each decision then goes to its owner.</summary>
public sealed class MinutesTests
{
    private const string After = "2020-12-07 10:00";

    private static readonly DecisionWording OnDay = Decision("印发联合检查方案。", Nongmu, new(2020, 12, 25), Jiaoyu), InDays = OnDay with { Due = null, Workdays = 5 };

    [Fact]
    public void Confirmed_each_decision_has_its_day_and_waits_for_its_owner()
    {
        var story = Circulated(OnDay, InDays);
        story.Do(new MeetingCommand.Correct(Jiaoyu, "第1项请写明牵头科室。"), After);
        story.Do(new MeetingCommand.ChangeDecision(Recorder, 1, OnDay with { Text = "印发联合检查方案，牵头科室另定。" }), After);
        story.Do(new MeetingCommand.Confirm(), "2020-12-09 09:00");

        Assert.Equal((MeetingStage.Confirmed, At("2020-12-09 09:00")), (story.State.Stage, story.State.Minutes!.ConfirmedAt));
        Assert.Equal([new DateOnly(2020, 12, 25), new DateOnly(2020, 12, 16)], story.State.Session!.Decisions.Select(d => d.DueOn!.Value));
        var next = DecisionRules.NextToHand(story.State)!;
        Assert.Equal(
            (DutyKind.Decision, "印发联合检查方案，牵头科室另定", new DateOnly(2020, 12, 25), "2020年第1次全体会议议定事项1", "meeting/plenary-1"),
            DecisionRules.AssignmentOf("plenary-1", story.State, next) is var a ? (a.Kind, a.Title, a.Due, a.Clause, a.Source) : default);
        story.Do(new MeetingCommand.ConfirmHanded(1, null), "2020-12-09 09:00");
        story.Do(new MeetingCommand.ConfirmHanded(2, "unit.left"), "2020-12-09 09:01");
        Assert.Null(DecisionRules.NextToHand(story.State));
        Assert.Equal((true, null, "unit.left"), (story.State.Session.Decisions[0].Handed, story.State.Session.Decisions[0].Refused, story.State.Session.Decisions[1].Refused));
        story.Try(new MeetingCommand.ConfirmHanded(2, null), "2020-12-09 09:02").IsNothing();
    }

    [Fact]
    public void Confirmed_minutes_are_final()
    {
        var story = Circulated(OnDay);
        story.Do(new MeetingCommand.Confirm(), After);

        story.Try(new MeetingCommand.Confirm(), After).IsNothing();
        story.Try(new MeetingCommand.Circulate(new(2020, 12, 8)), After).IsRefused("minutes.confirmed");
        story.Try(new MeetingCommand.Correct(Jiaoyu, "晚了"), After).IsRefused("minutes.confirmed");
        story.Try(new MeetingCommand.ChangeDecision(Recorder, 1, InDays), After).IsRefused("minutes.confirmed");
        story.Try(new MeetingCommand.TakeOver("office-b"), After).IsRefused("minutes.confirmed");
    }

    [Fact]
    public void They_go_round_before_they_are_confirmed()
    {
        Noticed().Try(new MeetingCommand.Circulate(new(2020, 12, 8)), "2020-12-01 09:00").IsRefused("session.not-begun");
        Sitting().Try(new MeetingCommand.Circulate(new(2020, 12, 8)), "2020-12-04 15:00").IsRefused("session.not-ended");
        Ended().Try(new MeetingCommand.Confirm(), After).IsRefused("minutes.not-circulated");
        Ended().Try(new MeetingCommand.Correct(Jiaoyu, "意见"), After).IsRefused("minutes.not-circulated");
        Ended().Try(new MeetingCommand.Circulate(new(2020, 12, 6)), After).IsRefused("minutes.correct-by-out-of-range");
        Ended().Try(new MeetingCommand.Circulate(new(2021, 2, 6)), After).IsRefused("minutes.correct-by-out-of-range");
    }

    [Fact]
    public void A_correction_comes_from_a_member_and_has_words()
    {
        var story = Circulated(OnDay);
        story.Try(new MeetingCommand.Correct(new("minzheng"), "意见"), After).IsRefused("meeting.not-invited");
        story.Try(new MeetingCommand.Correct(Jiaoyu, " "), After).IsRefused("minutes.correction-needed");
        story.Try(new MeetingCommand.Correct(Jiaoyu, new string('长', 201)), After).IsRefused("agenda.text-too-long");
        story.Do(new MeetingCommand.Correct(Jiaoyu, "意见 "), After);
        story.Try(new MeetingCommand.Correct(Jiaoyu, "意见"), After).IsNothing();
    }

    [Fact]
    public void Nobody_is_given_a_day_that_has_passed_or_that_the_plan_does_not_name()
    {
        Circulated(OnDay).Try(new MeetingCommand.Confirm(), "2020-12-26 09:00").IsRefused("minutes.decision-due-past");
        var without = MeetingStory.Answered with { Units = [.. MeetingStory.Answered.Units.Where(u => u.Id != Nongmu)] };
        Circulated(OnDay).Try(new MeetingCommand.Confirm(), After, without).IsRefused("minutes.owner-left");
    }

    [Fact]
    public void Who_is_silent_is_asked_once_more_and_then_named_to_the_office()
    {
        var story = Noticed();
        Assert.Equal(At("2020-12-02 09:00"), story.NextWake("2020-11-30 10:30"));
        story.Do(new MeetingCommand.Reply(Jiaoyu, MeetingReplyKind.Coming, "", ""), "2020-12-01 09:00");

        Assert.Equal([Scjg, Nongmu, Gongan], Assert.IsType<MeetingEvent.AskedAgain>(Assert.Single(story.Wake("2020-12-02 09:00"))).Units);
        Assert.Equal(At("2020-12-03 09:00"), story.NextWake("2020-12-02 09:00"));
        story.Do(new MeetingCommand.Reply(Scjg, MeetingReplyKind.Coming, "", ""), "2020-12-02 10:00");
        Assert.Equal([Nongmu, Gongan], Assert.IsType<MeetingEvent.SilenceTold>(Assert.Single(story.Wake("2020-12-03 09:00"))).Units);
        Assert.Null(story.NextWake("2020-12-03 09:00"));
        Assert.Empty(story.Wake("2020-12-03 10:00"));
    }

    [Fact]
    public void A_moved_meeting_asks_anew_and_one_that_all_have_answered_asks_nobody()
    {
        var story = Noticed();
        story.Wake("2020-12-02 09:00");
        story.Do(new MeetingCommand.Move(Plenary.StartsAt.AddDays(7), 60, "三楼会议室", new(2020, 12, 9), "会议室冲突"), "2020-12-02 10:00");
        Assert.Equal(At("2020-12-09 09:00"), story.NextWake("2020-12-02 10:00"));
        foreach (var unit in Plenary.Units)
        {
            story.Do(new MeetingCommand.Reply(unit, MeetingReplyKind.Coming, "", ""), "2020-12-03 09:00");
        }

        Assert.Null(story.NextWake("2020-12-03 09:00"));
        Assert.Empty(story.Wake("2020-12-09 09:00"));
    }

    [Fact]
    public void An_owner_is_told_what_is_its_own_and_a_helper_what_it_helps_with()
    {
        var story = Circulated(OnDay);
        story.Do(new MeetingCommand.Confirm(), After);
        var state = story.State with { Minutes = story.State.Minutes! with { Issue = 3 } };

        var owner = SessionNotices.Confirmed(Nongmu, "农牧局", state, new(2020, 12, 7));
        Assert.Equal("会议纪要第3期：2020年第1次全体会议", owner.Title);
        Assert.Equal("农牧局：2020年第1次全体会议纪要已确认，议定事项1项。其中由贵单位负责1项：印发联合检查方案（12月25日前）。", owner.Body);
        Assert.Contains("请贵单位配合1项", SessionNotices.Confirmed(Jiaoyu, "教育局", state, new(2020, 12, 7)).Body, StringComparison.Ordinal);
        Assert.EndsWith("议定事项1项。", SessionNotices.Confirmed(Gongan, "公安分局", state, new(2020, 12, 7)).Body, StringComparison.Ordinal);
    }

    private static MeetingStory Ended(params DecisionWording[] decisions)
    {
        var story = Sitting();
        foreach (var decision in decisions)
        {
            story.Do(new MeetingCommand.RecordDecision(Recorder, null, decision), "2020-12-04 15:00");
        }

        story.Do(new MeetingCommand.End(Recorder), "2020-12-04 15:30");
        return story;
    }

    private static MeetingStory Circulated(params DecisionWording[] decisions)
    {
        var story = Ended(decisions);
        story.Do(new MeetingCommand.Circulate(new(2020, 12, 8)), "2020-12-04 16:00");
        return story;
    }
}
