using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Bugs;

/// <summary>Beginning a review, or taking back, is carried out wrongly.</summary>
internal static class WrongReviews
{
    public static IEnumerable<PlantedBug> All =>
    [
        Hearing("all is taken back though one part was named", c => c is UnitCommand.Withdraw w ? w with { Parts = [] } : c),
        Hearing("all is under review though one part was named", c => c is UnitCommand.BeginReview r ? r with { Parts = [] } : c),
        Remembering("what is under review can be taken back", (s, e) => e is UnitEvent.ReviewBegun r ? On(s, r.Duty.Value, o => o with { UnderReview = o.UnderReview.Except(r.Parts) }) : s),
        Remembering("the office's paper can be taken back", (s, e) => e is UnitEvent.Submitted { OnBehalf: true } p ? On(s, p.Duty.Value, o => o with { OnBehalf = o.OnBehalf.Clear() }) : s),
        Remembering("a unit's own correction counts as the office's paper", (s, e) => e is UnitEvent.Returned r ? On(s, r.Duty.Value, o => o with { OnBehalf = o.OnBehalf.Add(r.Part) }) : s),
        Remembering("a review outlives the return", (s, e) => e is UnitEvent.Returned r ? On(s, r.Duty.Value, o => o with { UnderReview = o.UnderReview.Add(r.Part) }) : s),
        Remembering("a corrected part that is taken back is open", (s, e) => e is UnitEvent.Withdrawn w ? On(s, w.Duty.Value, o => o with { Parts = o.Parts.RemoveRange(In(w, PartStage.Returned)) }) : s),
        Remembering("a corrected part loses its first submission", (s, e) => e is UnitEvent.Returned r ? On(s, r.Duty.Value, o => o with { FirstSubmittedAt = null }) : s),
        Remembering("the correction date does not outlive the correction", (s, e) => e is UnitEvent.Submitted p ? On(s, p.Duty.Value, o => o.Parts.ContainsValue(PartStage.Returned) ? o : o with { CorrectionDue = null }) : s),
        Remembering("a first submission that is taken back stays a return", (s, e) => e is UnitEvent.Withdrawn w ? On(s, w.Duty.Value, o => o with { Parts = o.Parts.SetItems(In(w, PartStage.Open).Select(p => KeyValuePair.Create(p, PartStage.Returned))) }) : s),
        Remembering("waived parts are taken back too", (s, e) => e is UnitEvent.Withdrawn w ? On(s, w.Duty.Value, o => o with { Parts = o.Parts.RemoveRange(o.Parts.Where(p => p.Value == PartStage.Waived).Select(p => p.Key)) }) : s),
        Remembering("what passed while it was in comes late", (s, e) => e is UnitEvent.Withdrawn w ? On(s, w.Duty.Value, o => o with { Given = o.Given.Only(r => !w.Passed.Contains(r)) }) : s),
        Remembering("taking back silences what is still to come", (s, e) => e is UnitEvent.Withdrawn w ? On(s, w.Duty.Value, o => o with { Given = o.Given.With(["t-5", "t-1", "due", "plus-1", "plus-2", "plus-3"]) }) : s),
        new("what was taken back counts as its first submission", w => new KeepsFirsts(w)),
        new("the actor sleeps on as if nothing had been taken back", w => new SleepsOn(w)),
        new("what was taken back is judged as before", w => new FaultyRules(w) { Says = (e, s, _, _) => e is UnitEvent.Withdrawn t ? t with { Unreported = false } : e }),
    ];

    private static PlantedBug Hearing(string name, Func<UnitCommand, UnitCommand> hears) => new(name, w => new FaultyRules(w) { Hears = (c, _, _) => hears(c) });

    private static PlantedBug Remembering(string name, Func<UnitState, UnitEvent, UnitState> remembers) => new(name, w => new FaultyRules(w) { Remembers = remembers });

    private static UnitState On(UnitState state, string duty, Func<Obligation, Obligation> change) => PlantedBug.Change(state, duty, change);

    private static IEnumerable<string> In(UnitEvent.Withdrawn withdrawn, PartStage stage) => withdrawn.Parts.Where(p => p.Value == stage).Select(p => p.Key);

    private sealed class KeepsFirsts(World world) : RealRules(world)
    {
        public override UnitState Evolve(UnitState state, UnitEvent @event) => @event is UnitEvent.Withdrawn w && state.Find(w.Duty) is { } before
            ? On(base.Evolve(state, @event), w.Duty.Value, o => o with { Firsts = before.Firsts })
            : base.Evolve(state, @event);
    }

    /// <summary>The next wake is worked out from what the duty was before.</summary>
    private sealed class SleepsOn(World world) : RealRules(world)
    {
        private Obligation? _before;

        public override UnitState Evolve(UnitState state, UnitEvent @event)
        {
            _before = @event is UnitEvent.Withdrawn w ? state.Find(w.Duty) : null;
            return base.Evolve(state, @event);
        }

        public override DateTimeOffset? Next(UnitState state, DateTimeOffset now) =>
            base.Next(_before is { } before ? On(state, before.Id.Value, o => before with { Given = o.Given }) : state, now);
    }
}
