using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Domain.Tests.Time;
using HuiminCoord.Domain.Units;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Rehearsing;

public sealed class LookaheadTests
{
    private static readonly DateTimeOffset Begun = At("2020-09-17 08:30");

    [Fact]
    public void On_the_day_of_issue_all_leaders_are_reminded()
    {
        var next = Next(Begun, Units(Begun));

        Assert.Equal(At("2020-09-17 09:00"), next!.At);
        var part = Assert.Single(next.Parts);
        Assert.Equal(Happening.ReminderAhead, part.What);
        Assert.Equal(Notice.Units.Select(u => $"{u.Id}/leader").Order(), part.Whom.Order());
    }

    [Theory]
    [InlineData("2020-09-17 10:00", "2020-09-18 09:00", Happening.ReminderDue)]
    [InlineData("2020-09-20 10:00", "2020-09-21 09:00", Happening.ReminderOverdue)]
    public void Reminders_are_named_by_how_near_the_date_is(string now, string at, Happening what)
    {
        var next = Next(At(now), Units(At(now)));

        Assert.Equal((At(at), what), (next!.At, next.Parts[0].What));
    }

    [Fact]
    public void Mornings_on_which_the_office_has_nothing_to_say_are_passed_over()
    {
        var state = OfficeRules.Decide(new(), new OfficeCommand.Begin(1, Begun)).Events().Aggregate(new OfficeState(), OfficeRules.Evolve);
        var office = new OfficeSleeper("", state, Notice, Shipped.National, OfficeFacts.None, OfficeRules.NextWake(state, Notice, Shipped.National.AsKnownAt(Begun), Begun));

        Assert.Equal(At("2020-09-17 09:01"), office.WakeAt);
        var next = Next(Begun, [office])!;
        Assert.Equal((At("2020-09-18 09:01"), Happening.Summary, "office"), (next.At, next.Parts.Single().What, next.Parts.Single().Whom.Single()));
    }

    [Fact]
    public void What_waits_for_the_convenor_is_a_report()
    {
        var state = OfficeRules.Decide(new(), new OfficeCommand.Begin(1, Begun)).Events().Aggregate(new OfficeState(), OfficeRules.Evolve);
        var waiting = OfficeFacts.None with { Pending = [new("convenor", "jiaoyu", "liaison", "plus-3", Begun)] };

        Assert.Equal(Happening.Report, Next(Begun, [new OfficeSleeper("", state, Notice, Shipped.National, waiting, At("2020-09-17 09:01"))])!.Parts.Single().What);
    }

    [Fact]
    public void People_who_do_the_same_at_one_instant_are_one_part()
    {
        var at = At("2020-09-17 08:45");
        var next = Next(Begun, Units(Begun), Names("jiaoyu", at), Names("minzheng", at));

        Assert.Equal(at, next!.At);
        Assert.Equal((Happening.SeatNamed, "jiaoyu,minzheng"), (next.Parts.Single().What, string.Join(',', next.Parts.Single().Whom)));
    }

    [Fact]
    public void What_will_be_refused_is_passed_over()
    {
        var submit = new PlayedAction.ToUnit(At("2020-09-17 08:45"), "jiaoyu/liaison", "a", new("jiaoyu"), new UnitCommand.Submit(new("annual-2021"), [], "", false, null));
        var gate = new PlayedAction.PassGate(At("2020-09-17 08:50"), "office", "b", new("rectify"));

        Assert.Equal(At("2020-09-17 09:00"), Next(Begun, [.. Units(Begun), Rectify()], submit, gate)!.At);
    }

    [Fact]
    public void A_phase_comes_near_its_gate_and_reaches_it()
    {
        var near = Next(Begun, [Rectify()])!;
        var announced = Rectify() with { State = Rectify().State with { GateAnnounced = true }, WakeAt = At("2021-10-01 00:00") };

        Assert.Equal((Happening.GateNear, "rectify"), (near.Parts.Single().What, near.Parts.Single().Whom.Single()));
        Assert.Equal((At("2021-10-01 00:00"), Happening.GateReached), (Next(near.At, [announced])!.At, Next(near.At, [announced])!.Parts.Single().What));
    }

    [Fact]
    public void A_task_without_an_update_is_foreseen_unless_somebody_reports()
    {
        var task = new TaskSleeper("chi-1", new TaskState { PlanVersion = 1, IssuedAt = Begun }, new TaskTerms(Notice, Notice.Task(new("chi-1"))!), At("2020-10-18 00:00"));
        var report = new PlayedAction.ToTask(At("2020-10-09 15:00"), "scjg/liaison", "a", new("chi-1"), new TaskCommand.ReportProgress(new("scjg"), "按计划推进", 10));

        Assert.Equal((At("2020-10-18 00:00"), Happening.Stale), (Next(Begun, [task])!.At, Next(Begun, [task])!.Parts.Single().What));
        Assert.Equal((report.At, Happening.ProgressReported), (Next(Begun, [task], report)!.At, Next(Begun, [task], report)!.Parts.Single().What));
    }

    [Fact]
    public void What_is_due_already_happens_now()
    {
        var now = At("2020-09-17 09:10");

        Assert.Equal(now, Next(now, Units(Begun))!.At);
    }

    [Fact]
    public void When_nobody_wakes_and_nobody_acts_nothing_is_next() => Assert.Null(Next(Begun, []));

    private static UpcomingEvent? Next(DateTimeOffset now, IReadOnlyList<Sleeper> sleepers, params PlayedAction[] acts) => Lookahead.Next(new(now, sleepers, acts));

    private static PlayedAction.ToUnit Names(string unit, DateTimeOffset at) =>
        new(at, $"{unit}/leader", unit, new UnitId(unit), new UnitCommand.NameSeat(SeatKind.Liaison, "联络人", "科员", "", null, null));

    private static PhaseSleeper Rectify()
    {
        var phase = Notice.Phase(new("rectify"))!;
        var state = new PhaseState { PlanVersion = 1, IssuedAt = Begun, Stage = PhaseStage.Running };
        return new("rectify", state, phase, Shipped.National, ["jiaoyu/monthly-2020-09"], PhaseRules.NextWake(state, phase, Shipped.National.AsKnownAt(Begun), Begun));
    }

    /// <summary>All units as they stand when nobody has acted until now.</summary>
    private static List<Sleeper> Units(DateTimeOffset now) => [.. Notice.Units.Select(u =>
    {
        var terms = new UnitTerms(Notice, u, Shipped.National);
        var state = UnitRules.Decide(new(), new UnitCommand.Begin(1, Begun, "局负责同志"), terms, Begun).Events().Aggregate(new UnitState(), UnitEvolution.Evolve);
        var wake = UnitWake.Next(state, terms, Begun);
        while (wake <= now)
        {
            state = UnitRules.DecideWake(state, terms, wake.Value).Events().Aggregate(state, UnitEvolution.Evolve);
            wake = UnitWake.Next(state, terms, wake.Value);
        }

        return new UnitSleeper(u.Id.Value, state, terms, wake);
    })];
}
