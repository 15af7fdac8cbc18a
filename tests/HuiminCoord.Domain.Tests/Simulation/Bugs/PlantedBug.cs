using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Bugs;

/// <summary>A mistake that somebody could make in the rules, planted to see whether the simulation finds it.</summary>
/// <param name="Name">What the faulty rules do.</param>
/// <param name="In">The faulty rules for a world.</param>
internal sealed record PlantedBug(string Name, Func<World, IUnitMachine> In)
{
    public static IReadOnlyList<PlantedBug> All { get; } = [.. WrongFacts(), .. WrongView.All, .. WrongWords.All, .. WrongImports.All, .. WrongMemory(), .. WrongReviews.All, .. WrongSeats.All, .. WrongAmendments.All];

    /// <summary>The rules are right and work on the wrong facts.</summary>
    private static IEnumerable<PlantedBug> WrongFacts() =>
    [
        new("Monday to Friday is worked, papers are not read", w => Rules(w with { Papers = [.. w.Papers.Select(p => p with { Off = [], Work = [] })] })),
        new("papers are known three weeks before they are published", w => Rules(w with { Papers = [.. w.Papers.Select(p => p with { PublishedOn = p.PublishedOn.AddDays(p.Year == 2021 ? -21 : 0) })] })),
        new("only the first paper of a year is read", w => Rules(w with { Papers = [.. w.Papers.Where(p => p.Id.EndsWith("-1", StringComparison.Ordinal))] })),
        new("a long rest moves no rung", w => Rules(With(w, s => s with { LongRestDays = 99 }))),
        new("two days of rest are a long rest", w => Rules(With(w, s => s with { LongRestDays = 2 }))),
        new("+1 comes before a long rest too", w => new EarlyPlusOne(w)),
        new("reminders go out until midnight", w => Rules(With(w, s => s with { CloseOfBusiness = new(23, 59) }))),
        new("a return leaves three working days", w => Rules(With(w, s => s with { CorrectionWorkdays = 3 }))),
        new("a later month does not absorb weekly lines", w => Rules(w with { Plan = NoticePlan.Of(w.Plan.Ladders, [.. w.Plan.Duties.SelectMany(EachAlone)]) })),
        new("there is a third weekly line", w => Rules(w with { Plan = NoticePlan.Of(w.Plan.Ladders.ToDictionary(l => l.Key, l => l.Value with { Weekly = l.Value.Weekly == 0 ? 0 : 3 }), w.Plan.Duties) })),
    ];

    /// <summary>The rules forget, or remember what did not happen.</summary>
    private static IEnumerable<PlantedBug> WrongMemory() =>
    [
        new("a moved date repeats the rungs given", w => new FaultyRules(w) { Remembers = (s, e) => e is UnitEvent.DueMoved m ? Change(s, m.Duty.Value, o => o with { Given = default }) : s }),
        new("what nobody received counts as given", w => new FaultyRules(w)
        {
            Remembers = (s, e) => e is UnitEvent.Reminded r ? r.Steps.Aggregate(s, (all, step) => Change(all, step.Duty.Value, o => o with { Given = o.Given.With([step.Rung]) })) : s,
        }),
        new("the correction reminder comes again", w => new FaultyRules(w)
        {
            Remembers = (s, e) => e is UnitEvent.Reminded r ? r.Steps.Where(t => t.Rung.StartsWith("correction", StringComparison.Ordinal)).Aggregate(s, (all, step) => Change(all, step.Duty.Value, o => o with { Given = o.Given.Without(step.Rung) })) : s,
        }),
        new("a refused request stays pending", w => new FaultyRules(w) { Remembers = (s, e) => e is UnitEvent.ExtensionRefused r ? Change(s, r.Duty.Value, o => o with { ExtensionAsked = new DateOnly(2021, 12, 1) }) : s }),
        new("the second change puts the digest off", w => new FaultyRules(w) { Remembers = (s, e) => e is UnitEvent.ChangeNoted n && s.Changes is not null ? s with { Changes = s.Changes with { Since = n.At } } : s }),
        new("the actor oversleeps an hour", w => new FaultyRules(w) { Sleeps = (until, _) => until.AddHours(1) }),
        new("the actor spins", w => new FaultyRules(w) { Sleeps = (until, now) => until > now.AddDays(5) ? now : until }),
    ];

    public static UnitState Change(UnitState state, string duty, Func<Obligation, Obligation> change) =>
        state with { Open = [.. state.Open.Select(o => o.Id.Value == duty ? change(o) : o)] };

    private static RealRules Rules(World world) => new(world);

    private static World With(World world, Func<PlanSettings, PlanSettings> change) => world with { Plan = world.Plan with { Settings = change(world.Plan.Settings) } };

    private static IEnumerable<DutyPlan> EachAlone(DutyPlan duty) => duty.Schedule is DutySchedule.Monthly
        ? Occurrence.Of(duty).Select(o => duty with { Id = o.Id.Value, Schedule = new DutySchedule.Once(o.Due!.Value, o.OpensOn) })
        : [duty];
}
