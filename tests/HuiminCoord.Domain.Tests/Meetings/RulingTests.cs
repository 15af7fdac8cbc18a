using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Tests.Campaigns;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Meetings.MeetingStory;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>What the meeting rules of its members, and when that is carried out.</summary>
public sealed class RulingTests
{
    private const string Seat = "seat.jiaoyu", Joins = "member.add.shuiwu", During = "2020-12-04 14:40", After = "2020-12-07 10:00";

    public static TheoryData<string, MeetingCommand.RuleOnMember> Refusals => new()
    {
        { "session.recorded-by-other", new("office-b", Seat, true, null, null) },
        { "agenda.item-unknown", new(Recorder, "seat.nongmu", true, null, null) },
        { "session.not-about-members", new(Recorder, "own.1", true, null, null) },
        { "session.day-not-asked", new(Recorder, Joins, true, new(2020, 12, 7), null) },
        { "session.day-not-asked", new(Recorder, Seat, false, new(2020, 12, 7), null) },
        { "session.day-not-asked", new(Recorder, Seat, null, null, new(2020, 12, 7)) },
        { "seat.term-reversed", new(Recorder, Seat, true, new(2020, 12, 7), new(2020, 12, 6)) },
        { "member.day-out-of-range", new(Recorder, Seat, true, new(2021, 12, 5), null) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_ruled_is_refused_by_its_code(string code, MeetingCommand.RuleOnMember command) => Sits().Try(command, During).IsRefused(code);

    [Fact]
    public void Rulings_are_carried_out_once_the_minutes_are_confirmed_one_after_the_other()
    {
        var story = Sits();
        story.Do(new MeetingCommand.RuleOnMember(Recorder, Seat, true, new(2020, 12, 14), null), During);
        story.Do(new MeetingCommand.RuleOnMember(Recorder, Joins, false, null, null), During);
        story.Try(new MeetingCommand.RuleOnMember(Recorder, Joins, false, null, null), During).IsNothing();
        story.Do(new MeetingCommand.End(Recorder), "2020-12-04 15:30");
        story.Do(new MeetingCommand.Circulate(new(2020, 12, 8)), "2020-12-04 16:00");
        Assert.Null(RulingRules.NextToCarry(story.State));
        story.Do(new MeetingCommand.Confirm(), After);

        Assert.Equal((Joins, new MemberRuling("membership/shuiwu", false, null, null, Subject: "Add|税务局|")), RulingRules.NextToCarry(story.State));
        Assert.Equal(At("2020-12-07 10:01"), story.NextWake(After));
        story.Try(new MeetingCommand.ConfirmRuling(Seat, null), After).IsNothing();
        story.Do(new MeetingCommand.ConfirmRuling(Joins, null), After);
        story.Do(new MeetingCommand.ConfirmRuling(Seat, "member.none-pending"), After);

        Assert.Null(RulingRules.NextToCarry(story.State));
        Assert.Null(story.NextWake(After));
        Assert.Equal(
            (new MemberRuling("member/jiaoyu", true, new(2020, 12, 14), null, Carried: true, "member.none-pending", "新任同志甲"), "jiaoyu", true),
            (story.State.Session!.Rulings[Seat], story.State.Session.Rulings[Seat].Of, story.State.Session.Rulings[Seat].IsOfSeat));
        story.Try(new MeetingCommand.RuleOnMember(Recorder, Seat, null, null, null), After).IsRefused("minutes.confirmed");
    }

    [Fact]
    public void Taken_back_nothing_is_carried_out_and_who_sits_in_the_room_reads_what_was_ruled()
    {
        var story = Sits();
        story.Do(new MeetingCommand.RuleOnMember(Recorder, Seat, true, null, null), During);
        Assert.Contains(Seat, AgendaView.For(Nongmu, story.State).Items.Select(i => i.Id));
        story.Do(new MeetingCommand.RuleOnMember(Recorder, Seat, null, null, null), During);
        story.Try(new MeetingCommand.RuleOnMember(Recorder, Seat, null, null, null), During).IsNothing();

        Assert.Empty(story.State.Session!.Rulings);
        Assert.DoesNotContain(Seat, AgendaView.For(Nongmu, story.State).Items.Select(i => i.Id));
    }

    private static MeetingStory Sits()
    {
        var story = Proposed();
        story.Facts = story.Facts with
        {
            Members = [new(MemberMatterKind.Seat, Jiaoyu, "新任同志甲", "副局长", null, null, "工作变动"), new(MemberMatterKind.Add, new("shuiwu"), "税务局", "", null, null, "涉税线索较多")],
        };
        story.Do(Item("停车收费线索由谁立案。"), "2020-11-30 09:10");
        story.Do(new MeetingCommand.Compose(), "2020-11-30 09:20");
        story.Do(new MeetingCommand.Submit(), "2020-11-30 09:30");
        story.Do(new MeetingCommand.Agree(), "2020-11-30 10:00");
        story.Do(new MeetingCommand.Notify(new(2020, 12, 2)), "2020-11-30 10:30");
        story.Do(new MeetingCommand.Begin(Recorder), "2020-12-04 14:30");
        return story;
    }
}
