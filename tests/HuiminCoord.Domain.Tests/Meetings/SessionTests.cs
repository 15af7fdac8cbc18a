using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Tests.Campaigns;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Meetings.MeetingStory;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>A meeting that sits: one recorder, attendance, the item that is spoken of, decisions, the end.</summary>
public sealed class SessionTests
{
    private const string During = "2020-12-04 14:40";

    private static readonly DecisionWording Wording = Decision("印发联合检查方案。", Nongmu, new(2020, 12, 25), Jiaoyu);

    [Fact]
    public void What_is_recorded_stands_as_it_was_said()
    {
        var story = Sitting();
        story.Do(new MeetingCommand.Attend(Recorder, [new(Jiaoyu, AttendanceKind.StandIn, " 分管副局长 "), new(Nongmu, AttendanceKind.Present, "")]), During);
        story.Do(new MeetingCommand.TurnTo(Recorder, "own.1"), During);
        story.Do(new MeetingCommand.Note(Recorder, "own.1", "各单位意见一致。"), During);
        story.Do(new MeetingCommand.RecordDecision(Recorder, "own.1", Wording), During);
        story.Do(new MeetingCommand.RecordDecision(Recorder, null, Wording with { Due = null, Workdays = 5 }), During);

        var session = story.State.Session!;
        Assert.Equal(("分管副局长", "own.1", "各单位意见一致。"), (session.Attendance["jiaoyu"].Who, session.Current, session.Notes["own.1"]));
        Assert.Equal([1, 2], session.Decisions.Select(d => d.Number));
        Assert.Equal(6, session.Revision);
        story.Do(new MeetingCommand.End(Recorder), "2020-12-04 15:30");
        Assert.Equal((MeetingStage.Ended, null, At("2020-12-04 15:30")), (story.State.Stage, story.State.Session!.Current, story.State.Session.EndedAt));
    }

    [Fact]
    public void Only_one_person_records_and_another_takes_over()
    {
        var story = Sitting();

        story.Try(new MeetingCommand.Begin("office-b"), During).IsRefused("session.recorded-by-other");
        story.Try(new MeetingCommand.TurnTo("office-b", "own.1"), During).IsRefused("session.recorded-by-other");
        story.Do(new MeetingCommand.TakeOver("office-b"), During);
        story.Do(new MeetingCommand.TurnTo("office-b", "own.1"), During);
        story.Try(new MeetingCommand.Note(Recorder, "own.1", "晚到的一句"), During).IsRefused("session.recorded-by-other");
        story.Try(new MeetingCommand.TakeOver("office-b"), During).IsNothing();
    }

    [Fact]
    public void It_begins_on_its_day_after_the_notice()
    {
        Noticed().Try(new MeetingCommand.Begin(Recorder), "2020-12-03 23:59").IsRefused("session.too-early");
        Agreed().Try(new MeetingCommand.Begin(Recorder), During).IsRefused("meeting.not-noticed");
        Noticed().Try(new MeetingCommand.TurnTo(Recorder, "own.1"), During).IsRefused("session.not-begun");
        Noticed().Try(new MeetingCommand.End(Recorder), During).IsRefused("session.not-begun");
        Sitting().Try(new MeetingCommand.Begin(Recorder), During).IsNothing();
        Assert.Equal(MeetingStage.InSession, Sitting("2020-12-08 09:00").State.Stage);
    }

    [Fact]
    public void Nothing_of_the_way_to_it_is_done_once_it_sits()
    {
        foreach (var command in new MeetingCommand[]
        {
            new MeetingCommand.Submit(), new MeetingCommand.TakeBack(), new MeetingCommand.Agree(), new MeetingCommand.Return("再改"), new MeetingCommand.Notify(new(2020, 12, 4)),
            new MeetingCommand.Move(Plenary.StartsAt.AddDays(3), 60, "三楼", new(2020, 12, 4), "冲突"), new MeetingCommand.Cancel("并入下次"), new MeetingCommand.Compose(),
            new MeetingCommand.Reply(Jiaoyu, MeetingReplyKind.Coming, "", ""), new MeetingCommand.RemoveItem(1, "own.1", "会前已协商"),
        })
        {
            Sitting().Try(command, During).IsRefused("meeting.begun");
        }

        var story = Sitting();
        story.Do(Item("临时增加一项。"), During);
        Assert.True(story.State.Agenda.Single(i => i.Id == "own.2").Addendum);
        // Nobody is told: who sits there hears of it, and calendars keep the entry that they have.
        Assert.Equal(1, story.State.Told);
    }

    [Fact]
    public void Wrong_entries_are_refused()
    {
        var story = Sitting();
        story.Do(new MeetingCommand.Attend(Recorder, [new(Jiaoyu, AttendanceKind.Missing, ""), new(Jiaoyu, AttendanceKind.StandIn, "副局长")]), During);
        Assert.Equal(AttendanceKind.StandIn, story.State.Session!.Attendance["jiaoyu"].Kind); // the last entry holds
        story.Try(new MeetingCommand.Attend(Recorder, [new(Jiaoyu, AttendanceKind.Missing, ""), new(Jiaoyu, AttendanceKind.StandIn, "副局长")]), During).IsNothing();
        story.Try(new MeetingCommand.Attend(Recorder, [new(new("minzheng"), AttendanceKind.Present, "")]), During).IsRefused("meeting.not-invited");
        story.Try(new MeetingCommand.Attend(Recorder, [new(Jiaoyu, AttendanceKind.StandIn, "")]), During).IsRefused("meeting.who-needed");
        story.Try(new MeetingCommand.Attend(Recorder, [new(Jiaoyu, (AttendanceKind)9, "")]), During).IsRefused("session.attendance-unknown");
        story.Try(new MeetingCommand.TurnTo(Recorder, "own.9"), During).IsRefused("agenda.item-unknown");
        story.Try(new MeetingCommand.Note(Recorder, "own.9", "话"), During).IsRefused("agenda.item-unknown");
        story.Try(new MeetingCommand.Note(Recorder, "own.1", new string('话', 501)), During).IsRefused("session.note-too-long");
        story.Do(new MeetingCommand.End(Recorder), During);
        story.Try(new MeetingCommand.TurnTo(Recorder, "own.1"), During).IsRefused("session.ended");
        story.Try(new MeetingCommand.End(Recorder), During).IsNothing();
    }

    public static TheoryData<string, DecisionWording> Unfinished { get; } = new()
    {
        { "decision.text-needed", Wording with { Text = " " } },
        // It would be no title, and its owner's actor would not take it.
        { "decision.text-needed", Wording with { Text = "。；" } },
        { "agenda.text-too-long", Wording with { Text = new string('长', 201) } },
        { "agenda.text-too-long", Wording with { Dissent = new string('长', 201) } },
        { "text.too-long", Wording with { Clause = new string('长', 61) } },
        { "decision.owner-needed", Wording with { Owner = null } },
        { "unit.unknown", Wording with { Owner = new UnitId("tiyu") } },
        { "unit.unknown", Wording with { With = [new("tiyu")] } },
        { "decision.due-needed", Wording with { Due = null } },
        { "decision.due-needed", Wording with { Workdays = 3 } },
        { "decision.workdays-out-of-range", Wording with { Due = null, Workdays = 0 } },
        { "decision.workdays-out-of-range", Wording with { Due = null, Workdays = 251 } },
        { "decision.due-past", Wording with { Due = new(2020, 12, 3) } },
        { "due.too-far", Wording with { Due = new(2022, 12, 5) } },
    };

    [Theory, MemberData(nameof(Unfinished), DisableDiscoveryEnumeration = true)]
    public void A_decision_has_words_an_owner_and_a_day(string code, DecisionWording wording)
    {
        var story = Sitting();
        story.Try(new MeetingCommand.RecordDecision(Recorder, "own.1", wording), During).IsRefused(code);
        story.Do(new MeetingCommand.RecordDecision(Recorder, "own.1", Wording), During);
        story.Try(new MeetingCommand.ChangeDecision(Recorder, 1, wording), During).IsRefused(code);
    }

    [Fact]
    public void A_decision_is_worded_anew_or_dropped_and_its_number_is_never_given_twice()
    {
        var story = Sitting();
        story.Do(new MeetingCommand.RecordDecision(Recorder, "own.1", Wording with { With = [Nongmu, Gongan, Jiaoyu, Gongan] }), During);
        Assert.Equal([Jiaoyu, Gongan], story.State.Session!.Decisions[0].Wording.With);
        story.Try(new MeetingCommand.ChangeDecision(Recorder, 1, Wording with { With = [Gongan, Jiaoyu] }), During).IsNothing();
        story.Do(new MeetingCommand.DropDecision(Recorder, 1, "重复"), During);
        story.Try(new MeetingCommand.DropDecision(Recorder, 1, "重复"), During).IsNothing();
        story.Try(new MeetingCommand.ChangeDecision(Recorder, 1, Wording), During).IsRefused("decision.dropped");
        story.Try(new MeetingCommand.DropDecision(Recorder, 2, "没有"), During).IsRefused("decision.unknown");
        story.Do(new MeetingCommand.RecordDecision(Recorder, null, Wording), During);
        Assert.Equal([2], story.State.Session.Standing().Select(d => d.Number));
    }

    [Fact]
    public void A_member_in_the_room_reads_what_is_spoken_of_and_what_was_decided()
    {
        var story = Noticed();
        story.Do(Item("只关民政。", AgendaHeading.ToDecide, Scjg), "2020-12-01 09:00");
        story.Do(new MeetingCommand.Begin(Recorder), During);
        Assert.DoesNotContain(AgendaView.For(Jiaoyu, story.State).Items, i => i.Id == "own.2");
        story.Do(new MeetingCommand.TurnTo(Recorder, "own.2"), During);
        Assert.Contains(AgendaView.For(Jiaoyu, story.State).Items, i => i.Id == "own.2");
        story.Do(new MeetingCommand.TurnTo(Recorder, null), During);
        Assert.DoesNotContain(AgendaView.For(Jiaoyu, story.State).Items, i => i.Id == "own.2");
        story.Do(new MeetingCommand.RecordDecision(Recorder, "own.2", Wording), During);
        Assert.Contains(AgendaView.For(Jiaoyu, story.State).Items, i => i.Id == "own.2");
    }
}
