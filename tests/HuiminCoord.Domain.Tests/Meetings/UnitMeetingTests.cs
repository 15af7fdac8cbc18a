using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Campaigns;
using HuiminCoord.Domain.Tests.Time;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;
using static HuiminCoord.Domain.Tests.Meetings.MeetingStory;

namespace HuiminCoord.Domain.Tests.Meetings;

/// <summary>推进会 and 调度会: a unit runs its own, and nobody else's.</summary>
public sealed class UnitMeetingTests
{
    private const string Now = "2020-11-30 09:00";

    private static readonly MeetingAsker Office = Seat("office-staff"), Director = Seat("office-director"), Convenor = Seat("convenor");
    private static readonly MeetingArrangement Own = Plenary with { Title = "教育局2020年第1次推进会", Units = [Jiaoyu, Nongmu], Chair = "教育局负责同志" };
    private static readonly DecisionWording Duty = Decision("建立校园周边台账。", Jiaoyu, new(2020, 12, 25), Nongmu);

    [Fact]
    public void A_seat_asks_for_its_unit_and_for_whom_it_stands_in()
    {
        Assert.Equal(new MeetingAsker(Jiaoyu, false, false), Seat("jiaoyu/deputy"));
        Assert.Equal(new MeetingAsker(null, false, true), Director);
        Assert.Equal(new MeetingAsker(null, true, true), MeetingAsker.Of(new Standing(SeatAddress.Find("office-director")!, [SeatAddress.Find("convenor")!])));
        Assert.Equal(new MeetingAsker(null, false, true), MeetingAsker.Of(new Standing(SeatAddress.Find("office-staff")!, [SeatAddress.Find("office-director")!])));
    }

    public static TheoryData<string, MeetingKind, string?, string?> Proposals { get; } = new()
    {
        { "jiaoyu/liaison", MeetingKind.Advance, "jiaoyu", null },
        { "jiaoyu/leader", MeetingKind.Dispatch, "jiaoyu", null },
        { "jiaoyu/deputy", MeetingKind.Dispatch, "jiaoyu", null },
        { "office-staff", MeetingKind.Advance, "jiaoyu", null },
        { "jiaoyu/liaison", MeetingKind.Plenary, null, "meeting.kind-of-office" },
        { "jiaoyu/leader", MeetingKind.Liaison, "jiaoyu", "meeting.kind-of-office" },
        { "jiaoyu/leader", MeetingKind.Topic, null, null },
        { "jiaoyu/liaison", MeetingKind.Advance, null, "meeting.holder-malformed" },
        { "jiaoyu/liaison", MeetingKind.Advance, "nongmu", "unit.unknown" },
        { "nongmu/liaison", MeetingKind.Advance, "jiaoyu", "unit.unknown" },
    };

    [Theory, MemberData(nameof(Proposals))]
    public void A_unit_proposes_its_own_kinds_for_itself(string seat, MeetingKind kind, string? holder, string? code)
    {
        var decided = new MeetingStory().Try(new MeetingCommand.Propose(kind, holder is null ? null : new UnitId(holder), Own), Now, by: Seat(seat));
        if (code is null)
        {
            var proposed = (MeetingEvent.Proposed)decided.Event();
            Assert.Equal((holder is null ? null : Jiaoyu, holder is null ? Jiaoyu : null), ((UnitId?)proposed.Unit, proposed.AskedBy));
        }
        else
        {
            decided.IsRefused(code);
        }
    }

    /// <summary>Everything that is done about a meeting by whoever runs it.</summary>
    private static MeetingCommand[] Running { get; } =
    [
        new MeetingCommand.Arrange(Own with { Minutes = 30 }), new MeetingCommand.Compose(), Item("一项"), new MeetingCommand.ChangeItem(1, "own.1", "", "x", 5), new MeetingCommand.RemoveItem(1, "own.1", "x"),
        new MeetingCommand.RestoreItem(1, "own.1"), new MeetingCommand.OrderItems(1, ["own.1"]), new MeetingCommand.Submit(), new MeetingCommand.TakeBack(), new MeetingCommand.Agree(), new MeetingCommand.Return("x"),
        new MeetingCommand.Notify(new(2020, 12, 2)), new MeetingCommand.Move(Own.StartsAt.AddDays(1), 60, "x", new(2020, 12, 2), "x"), new MeetingCommand.Cancel("x"), new MeetingCommand.Begin("a"),
        new MeetingCommand.TakeOver("a"), new MeetingCommand.Attend("a", []), new MeetingCommand.TurnTo("a", null), new MeetingCommand.Note("a", "own.1", ""), new MeetingCommand.RecordDecision("a", null, Duty),
        new MeetingCommand.ChangeDecision("a", 1, Duty), new MeetingCommand.DropDecision("a", 1, "x"), new MeetingCommand.End("a"), new MeetingCommand.Circulate(new(2020, 12, 8)), new MeetingCommand.Confirm(),
    ];

    [Fact]
    public void To_a_unit_that_does_not_sit_in_it_a_meeting_is_absent_and_to_one_that_does_it_is_not_its_to_run()
    {
        foreach (var (story, sits, absent) in new[] { (Held(), "nongmu/leader", "gongan/leader"), (Proposed(), "jiaoyu/leader", "minzheng/leader") })
        {
            Assert.All(Running, command =>
            {
                story.Try(command, Now, by: Seat(absent)).IsRefused("meeting.unknown");
                story.Try(command, Now, by: Seat(sits)).IsRefused("access.denied");
            });
        }

        Assert.All(Running, command => new MeetingStory().Try(command, Now, by: Seat("gongan/leader")).IsRefused("meeting.unknown"));
    }

    [Fact]
    public void What_is_said_for_a_unit_is_said_by_its_own_seat()
    {
        foreach (var command in new Func<UnitId, MeetingCommand>[] { u => new MeetingCommand.SuggestItem(u, "一项", ""), u => new MeetingCommand.Reply(u, MeetingReplyKind.Coming, "", ""), u => new MeetingCommand.Correct(u, "意见") })
        {
            Held().Try(command(Nongmu), Now, by: Seat("gongan/leader")).IsRefused("meeting.unknown");
            Held().Try(command(Jiaoyu), Now, by: Seat("nongmu/leader")).IsRefused("unit.unknown");
        }

        Held().Do(new MeetingCommand.SuggestItem(Nongmu, "农产品快检数据共享。", ""), Now, Seat("nongmu/liaison"));
    }

    [Fact]
    public void From_the_proposal_to_confirmed_minutes_it_is_the_units()
    {
        var (story, liaison, leader) = (Held(), Seat("jiaoyu/liaison"), Seat("jiaoyu/leader"));
        story.Do(Item("校园周边整治进度。"), Now, liaison);
        story.Do(new MeetingCommand.Submit(), Now, liaison);
        Assert.All(new MeetingCommand[] { new MeetingCommand.Agree(), new MeetingCommand.Return("再改") }, c => Assert.All([Office, Director, Convenor], by => story.Try(c, Now, by: by).IsRefused("meeting.consent-of-leader")));
        story.Do(new MeetingCommand.Return("再改"), Now, leader);
        story.Do(new MeetingCommand.Submit(), Now, liaison);
        story.Do(new MeetingCommand.Agree(), Now, leader);
        story.Do(new MeetingCommand.Notify(new(2020, 12, 2)), Now, liaison);
        story.Do(new MeetingCommand.Begin("a"), "2020-12-04 14:30", liaison);
        story.Do(new MeetingCommand.RecordDecision("a", "own.1", Duty), "2020-12-04 15:00", liaison);
        story.Do(new MeetingCommand.End("a"), "2020-12-04 15:30", liaison);
        story.Do(new MeetingCommand.Circulate(new(2020, 12, 8)), "2020-12-04 16:00", liaison);
        Assert.All([Office, Director, Convenor], by => story.Try(new MeetingCommand.Confirm(), "2020-12-07 09:00", by: by).IsRefused("meeting.consent-of-leader"));
        story.Do(new MeetingCommand.Confirm(), "2020-12-07 09:00", leader);
        Assert.Equal((MeetingStage.Confirmed, Jiaoyu), (story.State.Stage, DecisionRules.NextToHand(story.State)!.Wording.Owner));
    }

    [Fact]
    public void The_holder_sits_in_it()
    {
        new MeetingStory().Try(new MeetingCommand.Propose(MeetingKind.Advance, Jiaoyu, Own with { Units = [Nongmu] }), Now).IsRefused("meeting.holder-missing");
        Held().Try(new MeetingCommand.Arrange(Own with { Units = [Nongmu, Gongan] }), Now).IsRefused("meeting.holder-missing");
        Held().Do(new MeetingCommand.Arrange(Own with { Units = [Jiaoyu] }), Now);
    }

    [Fact]
    public void It_lays_duties_on_its_own_unit_alone()
    {
        var story = Held();
        story.Do(Item("校园周边整治进度。"), Now);
        foreach (var command in new MeetingCommand[] { new MeetingCommand.Submit(), new MeetingCommand.Agree(), new MeetingCommand.Notify(new(2020, 12, 2)) })
        {
            story.Do(command, Now);
        }

        story.Do(new MeetingCommand.Begin("a"), "2020-12-04 14:30");
        story.Try(new MeetingCommand.RecordDecision("a", null, Duty with { Owner = Nongmu }), "2020-12-04 15:00").IsRefused("decision.owner-not-holder");
        story.Do(new MeetingCommand.RecordDecision("a", null, Duty), "2020-12-04 15:00");
        story.Try(new MeetingCommand.ChangeDecision("a", 1, Duty with { Owner = Nongmu }), "2020-12-04 15:00").IsRefused("decision.owner-not-holder");
        Assert.Equal([Nongmu], story.State.Session!.Decisions[0].Wording.With);
    }

    [Fact]
    public void A_decision_of_an_earlier_program_for_another_unit_is_worded_anew_before_the_minutes_are_confirmed()
    {
        var foreign = new MeetingDecision(1, null, Duty with { Owner = Nongmu, With = [] });
        var state = Held().State with { Stage = MeetingStage.Circulated, Session = new MeetingSession("a", At(Now)) { EndedAt = At(Now), Decisions = [foreign] }, Minutes = new() };
        MeetingRules.Decide(state, new MeetingCommand.Confirm(), new(Answered, Shipped.KnownOn("2020-11-30")), At("2020-12-07 09:00")).IsRefused("decision.owner-not-holder");
    }

    [Fact]
    public void Its_agenda_speaks_of_its_own()
    {
        var items = new[]
        {
            Of("mine", AgendaReason.NotReported, Jiaoyu), Of("theirs", AgendaReason.NotReported, Nongmu), Of("helps", AgendaReason.BlockedTask, Nongmu, Jiaoyu), Of("blocked", AgendaReason.BlockedTask, Nongmu),
            Of("decision", AgendaReason.OpenDecision, Jiaoyu), Of("problems", AgendaReason.SupervisionProblem, Jiaoyu), Of("seat", AgendaReason.MemberChange, Jiaoyu), Of("gate", AgendaReason.PhaseGate), Of("questions", AgendaReason.OpenQuestions),
        };
        var plan = MeetingDefaults.Of(MeetingKind.Advance, Answered) with { Agenda = null };

        Assert.Equal("mine helps decision problems", Taken(plan));
        Assert.Equal("helps", Taken(MeetingDefaults.Of(MeetingKind.Advance, Answered)));
        Assert.Equal("mine gate", Taken(plan with { Agenda = [new(AgendaTopic.NotReported, null), new(AgendaTopic.PhaseGates, null)] }));
        Assert.Equal("mine theirs helps blocked decision problems gate questions", string.Join(' ', MeetingDefaults.Agenda(MeetingKind.Liaison, plan, items).Select(i => i.Id)));
        string Taken(MeetingPlan held) => string.Join(' ', MeetingDefaults.Agenda(MeetingKind.Advance, held, items, Jiaoyu).Select(i => i.Id));
    }

    [Fact]
    public void It_composes_from_the_registers_as_they_are()
    {
        var story = Held(Answered with { Meetings = null });
        story.Facts = story.Facts with { Duties = [new(Jiaoyu, new("monthly-2020-10"), DutyKind.Monthly, "10月小结", new(2020, 11, 5), false, false), new(Nongmu, new("monthly-2020-10"), DutyKind.Monthly, "10月小结", new(2020, 11, 5), false, false)] };
        story.Do(new MeetingCommand.Compose(), Now, Seat("jiaoyu/liaison"));
        Assert.Equal(["late.jiaoyu.monthly"], story.On);
    }

    [Fact]
    public void Usually_it_sits_alone_under_its_head()
    {
        var usual = MeetingDefaults.Of(MeetingKind.Advance, Answered);
        Assert.Equal([Jiaoyu], MeetingDefaults.Units(usual, Answered, Jiaoyu));
        Assert.Equal([Scjg, Jiaoyu], MeetingDefaults.Units(usual with { Units = [Scjg] }, Answered, Jiaoyu));
        Assert.Equal("教育局负责同志", MeetingDefaults.Chair(usual, Answered, Jiaoyu));
        Assert.Equal("分管副区长", MeetingDefaults.Chair(usual with { Chair = "分管副区长" }, Answered, Jiaoyu));
        Assert.Equal("", MeetingDefaults.Chair(usual, Answered, null));
        Assert.Equal("联席会议召集人", MeetingDefaults.Chair(MeetingDefaults.Of(MeetingKind.Plenary, Answered), Answered, null));
    }

    [Fact]
    public void Its_leader_and_its_liaison_are_told_and_neither_office_nor_convenor()
    {
        var story = Held();
        story.Do(Item("校园周边整治进度。"), Now);
        Assert.Equal(["jiaoyu/leader"], Told(new MeetingCommand.Submit()));
        Assert.Equal(["jiaoyu/deputy", "jiaoyu/liaison"], Told(new MeetingCommand.Agree()));
        Assert.Equal(["jiaoyu/deputy", "jiaoyu/leader", "jiaoyu/liaison", "nongmu/deputy", "nongmu/leader", "nongmu/liaison"], Told(new MeetingCommand.Notify(new(2020, 12, 2))));
        Assert.Equal([Nongmu], MeetingWake.Silent(story.State));
        story.Wake("2020-12-02 09:00");
        Assert.Equal(["jiaoyu/deputy", "jiaoyu/liaison"], Recipients(story.Wake("2020-12-03 09:00")));

        IEnumerable<string> Told(MeetingCommand command) => Recipients(story.Do(command, Now));
        IEnumerable<string> Recipients(IEnumerable<MeetingEvent> events) => events.SelectMany(e => Tell(story.State, e)).Select(m => m.To).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_holder_is_told_of_the_notice_and_not_asked_whether_it_comes()
    {
        var story = Held();
        story.Do(Item("校园周边整治进度。"), Now);
        foreach (var command in new MeetingCommand[] { new MeetingCommand.Submit(), new MeetingCommand.Agree(), new MeetingCommand.Notify(new(2020, 12, 2)) })
        {
            story.Do(command, Now);
        }

        var told = Tell(story.State, new MeetingEvent.Noticed(At(Now), new(2020, 12, 2))).ToDictionary(m => m.To, m => m.Message.Body);
        Assert.EndsWith("议题：需拍板事项1项。", told["jiaoyu/liaison"], StringComparison.Ordinal);
        Assert.EndsWith("请贵单位派员参加，并于12月2日前反馈回执；不能参加的，请说明原因并确定代会人员。", told["nongmu/liaison"], StringComparison.Ordinal);
    }

    internal static MeetingAsker Seat(string seat) => MeetingAsker.Of(new Standing(SeatAddress.Find(seat)!, []));

    internal static IEnumerable<(string To, Message Message)> Tell(MeetingState state, MeetingEvent happened, Plan? plan = null) =>
        MeetingTelling.Of(state, happened, At(Now), u => (plan ?? Answered).Unit(u)!.Name, ConsentRules.Of(state.Kind, state.Unit, plan ?? Answered));

    private static AgendaItem Of(string id, AgendaReason reason, params UnitId[] units) => new(id, AgendaHeading.ToDecide, reason, id, "", "x", 5, [], units);

    private static MeetingStory Held(Plan? plan = null)
    {
        var story = new MeetingStory { Plan = plan ?? Answered };
        story.Do(new MeetingCommand.Propose(MeetingKind.Advance, Jiaoyu, Own), Now, Seat("jiaoyu/liaison"));
        return story;
    }
}
