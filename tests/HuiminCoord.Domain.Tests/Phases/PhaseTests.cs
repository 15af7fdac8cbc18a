using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tests.Campaigns;
using HuiminCoord.Domain.Tests.Files;
using HuiminCoord.Domain.Tests.Time;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Phases;

public sealed class PhaseTests
{
    private static readonly PhasePlan Mobilise = Notice.Phase(new("mobilise"))!;
    private static readonly PhasePlan Rectify = Notice.Phase(new("rectify"))!;
    private static readonly PhasePlan Conclude = Notice.Phase(new("conclude"))!;

    public static TheoryData<string, PhaseCommand> RefusedWhileRunning => new()
    {
        { "phase.goal-unknown", new PhaseCommand.RecordGoal("biaozhang", "名单") },
        { "phase.evidence-needed", new PhaseCommand.RecordGoal("zicha", "") },
        { "text.too-long", new PhaseCommand.RecordGoal("zicha", TooLong) },
        { "file.too-many", new PhaseCommand.RecordGoal("zicha", "台账", Evidence.TooMany) },
        { "phase.goals-missing", new PhaseCommand.PassGate([]) },
        { "phase.signature-needed", new PhaseCommand.WaiveGate("另行安排", " ") },
        { "reason.needed", new PhaseCommand.WaiveGate("", "召集人") },
        { "text.too-long", new PhaseCommand.WaiveGate(TooLong, "召集人") },
        { "text.too-long", new PhaseCommand.WaiveGate("另行安排", TooLong) },
    };

    [Theory]
    [MemberData(nameof(RefusedWhileRunning))]
    public void What_cannot_be_taken_is_refused_by_its_code(string code, PhaseCommand command) =>
        Decide(Begun(Rectify), command, Rectify).IsRefused(code);

    [Fact]
    public void Before_the_plan_reached_it_a_phase_refuses_everything_and_sleeps()
    {
        Decide(new(), new PhaseCommand.RecordGoal("zicha", "台账"), Rectify).IsRefused("phase.not-begun");
        Assert.Equal(new PhaseAction.Wait(null), Next(new(), Rectify, "2021-01-04 09:00"));
        Assert.Empty(Wake(new(), Rectify, "2021-01-04 09:00").Events);
    }

    [Fact]
    public void Files_leave_with_the_event_and_are_not_dropped_when_the_goal_is_met_already()
    {
        var goal = new PhaseCommand.RecordGoal("zicha", "台账", [Evidence.Pdf]);
        var met = Assert.IsType<PhaseEvent.GoalMet>(Decide(Begun(Rectify), goal, Rectify).Event());
        Assert.Equal([Evidence.Pdf], met.Files);

        var after = PhaseRules.Evolve(Begun(Rectify), met);
        Decide(after, goal, Rectify).IsRefused("file.too-late");
        Decide(after, goal with { Files = null }, Rectify).IsNothing();
        Decide(after with { Stage = PhaseStage.Passed }, goal, Rectify).IsRefused("phase.already-left");
    }

    [Fact]
    public void A_phase_that_has_not_begun_has_no_gate()
    {
        Decide(Begun(Conclude), new PhaseCommand.PassGate([]), Conclude).IsRefused("phase.not-open-yet");
        Decide(Begun(Conclude), new PhaseCommand.WaiveGate("另行安排", "召集人"), Conclude).IsRefused("phase.not-open-yet");
    }

    [Fact]
    public void A_phase_that_was_over_before_the_issue_is_entered_late_and_nobody_is_told_again()
    {
        var events = Decide(new(), new PhaseCommand.Begin(1, Issued), Mobilise).Events();
        Assert.Equal(["Begun", "Opened", "GateCame"], events.Select(e => e.GetType().Name));
        var came = Assert.IsType<PhaseEvent.GateCame>(events[2]);
        Assert.True(came.EnteredLate);
        Assert.Equal(["fangan", "peixun", "xuanchuan"], came.MissingGoals);
        Assert.Equal(new PhaseAction.Wait(null), Next(Begun(Mobilise), Mobilise, "2020-09-17 09:00"));
    }

    [Theory]
    [InlineData("2020-08-31 23:59", false)]
    [InlineData("2020-09-01 00:00", true)]
    public void Over_means_after_24_00_of_its_last_day(string issued, bool over)
    {
        var events = Decide(new(), new PhaseCommand.Begin(1, At(issued)), Mobilise).Events();
        Assert.Equal(over, events.OfType<PhaseEvent.GateCame>().Any());
    }

    [Fact]
    public void A_phase_opens_announces_its_gate_and_comes_to_it()
    {
        var state = Begun(Conclude);
        Assert.Equal(new PhaseAction.Wait(At("2021-10-01 00:00")), Next(state, Conclude, "2021-09-30 23:59"));
        (state, var opened) = Wake(state, Conclude, "2021-10-01 00:00");
        Assert.Equal([new PhaseEvent.Opened()], opened);

        // 10-31 is a Sunday: five working days before Friday 10-29.
        Assert.Equal(new PhaseAction.Wait(At("2021-10-22 00:00")), Next(state, Conclude, "2021-10-21 23:59"));
        (state, var announced) = Wake(state, Conclude, "2021-10-22 00:00");
        Assert.Equal(["zongjie", "biaozhang", "tongbao"], Assert.IsType<PhaseEvent.GateAnnounced>(Assert.Single(announced)).MissingGoals);

        Assert.Equal(new PhaseAction.Wait(At("2021-11-01 00:00")), Next(state, Conclude, "2021-10-31 23:59"));
        state = PhaseRules.Evolve(state, Decide(state, new PhaseCommand.RecordGoal("zongjie", "汇编"), Conclude).Event());
        (state, var came) = Wake(state, Conclude, "2021-11-01 00:00");
        var gate = Assert.IsType<PhaseEvent.GateCame>(Assert.Single(came));
        Assert.Equal((false, "biaozhang tongbao"), (gate.EnteredLate, string.Join(' ', gate.MissingGoals)));
        Assert.Equal(new PhaseAction.Wait(null), Next(state, Conclude, "2021-11-01 00:00"));
    }

    [Fact]
    public void After_an_outage_over_the_whole_phase_it_opens_and_comes_to_its_gate_without_announcing_it()
    {
        var (_, events) = Wake(Begun(Conclude), Conclude, "2021-11-20 09:00");
        Assert.Equal(["Opened", "GateCame"], events.Select(e => e.GetType().Name));
    }

    [Fact]
    public void The_gate_opens_when_every_goal_has_evidence_and_no_report_is_open()
    {
        var state = WithGoals(Begun(Rectify), Rectify);
        Decide(state, new PhaseCommand.PassGate(["jiaoyu/monthly-2021-09"]), Rectify).IsRefused("phase.reports-open");
        var passed = PhaseRules.Evolve(state, Decide(state, new PhaseCommand.PassGate([]), Rectify).Event());
        Assert.Equal(PhaseStage.Passed, passed.Stage);
        Decide(passed, new PhaseCommand.PassGate([]), Rectify).IsNothing();
        Assert.Equal(new PhaseAction.Wait(null), Next(passed, Rectify, "2021-10-08 09:00"));
    }

    [Fact]
    public void A_signed_waiver_leaves_the_phase_without_evidence()
    {
        var state = Begun(Mobilise);
        var command = new PhaseCommand.WaiveGate("文件印发前已结束", "召集人");
        var waived = PhaseRules.Evolve(state, Decide(state, command, Mobilise).Event());
        Assert.Equal(PhaseStage.Waived, waived.Stage);
        Decide(waived, command, Mobilise).IsNothing();
    }

    [Fact]
    public void A_goal_recorded_twice_is_nothing_also_when_the_phase_was_left_meanwhile()
    {
        var state = WithGoals(Begun(Rectify), Rectify);
        Decide(state, new PhaseCommand.RecordGoal("zicha", "台账"), Rectify).IsNothing();
        Decide(state with { Stage = PhaseStage.Passed }, new PhaseCommand.RecordGoal("zicha", "台账"), Rectify).IsNothing();
    }

    [Fact]
    public void What_comes_after_the_phase_was_left_another_way_is_refused()
    {
        var state = Begun(Rectify);
        Decide(state with { Stage = PhaseStage.Waived }, new PhaseCommand.RecordGoal("zicha", "台账"), Rectify).IsRefused("phase.already-left");
        Decide(state with { Stage = PhaseStage.Waived }, new PhaseCommand.PassGate([]), Rectify).IsRefused("phase.already-left");
        Decide(state with { Stage = PhaseStage.Passed }, new PhaseCommand.WaiveGate("另行安排", "召集人"), Rectify).IsRefused("phase.already-left");
    }

    [Theory]
    [InlineData(PhaseStage.Running)]
    [InlineData(PhaseStage.AtGate)]
    [InlineData(PhaseStage.Passed)]
    [InlineData(PhaseStage.Waived)]
    public void An_amended_plan_does_not_undo_what_a_phase_went_through(PhaseStage stage)
    {
        var state = Begun(Mobilise) with { Stage = stage };
        Decide(state, new PhaseCommand.Begin(1, Issued), Mobilise).IsNothing();
        var second = new PhaseCommand.Begin(2, At("2020-12-01 09:00"));
        Assert.Equal(new PhaseEvent.Begun(2, At("2020-12-01 09:00")), Decide(state, second, Mobilise).Event());
    }

    [Fact]
    public void After_a_wake_the_next_one_lies_ahead_in_every_state()
    {
        foreach (var phase in Notice.Phases)
        {
            foreach (var stage in Enum.GetValues<PhaseStage>())
            {
                for (var now = At("2020-08-01 00:00"); now < At("2021-12-01 00:00"); now = now.AddHours(31))
                {
                    var state = new PhaseState { PlanVersion = 1, IssuedAt = Issued, Stage = stage };
                    var calendar = Shipped.National.AsKnownAt(now);
                    var after = PhaseRules.DecideWake(state, phase, calendar, now).Events().Aggregate(state, PhaseRules.Evolve);
                    Assert.False(PhaseRules.NextWake(after, phase, calendar, now) <= now, $"{phase.Id} {stage} {now:O}");
                }
            }
        }
    }

    [Fact]
    public void A_new_holiday_paper_wakes_the_phase_because_the_announcement_may_move()
    {
        var (state, now) = (Begun(Rectify), At("2020-10-01 09:00"));
        Assert.Equal(At("2020-11-25 00:00"), PhaseRules.NextWake(state, Rectify, Shipped.National.AsKnownAt(now), now));
    }

    [Fact]
    public void An_imported_paper_reaches_the_phase_once_until_it_is_left()
    {
        var (state, adopt) = (Begun(Rectify), new PhaseCommand.AdoptCalendar(1, "2021-1"));
        var adopted = PhaseRules.Evolve(state, Decide(state, adopt, Rectify).Event());

        Assert.Equal(state with { CalendarRevision = 1 }, adopted);
        Decide(adopted, adopt, Rectify).IsNothing();
        Decide(state with { Stage = PhaseStage.Passed }, adopt, Rectify).IsNothing();
        Decide(new(), adopt, Rectify).IsRefused("phase.not-begun");
    }

    private static PhaseState Begun(PhasePlan phase) =>
        Decide(new(), new PhaseCommand.Begin(1, Issued), phase).Events().Aggregate(new PhaseState(), PhaseRules.Evolve);

    private static PhaseState WithGoals(PhaseState state, PhasePlan phase) =>
        phase.Goals.Aggregate(state, (s, g) => PhaseRules.Evolve(s, Decide(s, new PhaseCommand.RecordGoal(g.Id, "台账"), phase).Event()));

    private static Decision<PhaseEvent> Decide(PhaseState state, PhaseCommand command, PhasePlan phase) =>
        PhaseRules.Decide(state, command, phase, At("2020-09-21 10:00"));

    private static PhaseAction Next(PhaseState state, PhasePlan phase, string now) =>
        PhaseRules.Next(state, phase, Shipped.National.AsKnownAt(At(now)), At(now));

    private static (PhaseState State, IReadOnlyList<PhaseEvent> Events) Wake(PhaseState state, PhasePlan phase, string now)
    {
        var events = PhaseRules.DecideWake(state, phase, Shipped.National.AsKnownAt(At(now)), At(now)).Events();
        return (events.Aggregate(state, PhaseRules.Evolve), events);
    }
}
