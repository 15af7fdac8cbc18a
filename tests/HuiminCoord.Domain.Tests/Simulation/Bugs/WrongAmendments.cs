using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Bugs;

/// <summary>A later version of the plan is carried out wrongly.</summary>
internal static class WrongAmendments
{
    public static IEnumerable<PlantedBug> All =>
    [
        Remembering("replanned rungs keep their old ids", (s, e) => Duties(s, e, (o, d) => d.Replanned ? o with { Replans = o.Replans - 1 } : o)),
        Remembering("a rung that an amendment passes over is given", (s, e) => Duties(s, e, (o, d) => d.Passed.Aggregate(o, (all, rung) => all with { Given = all.Given.Without(rung) }))),
        Remembering("what was entered late becomes overdue", (s, e) => Duties(s, e, (o, d) => d is { Replanned: false, Dated: { EnteredLate: true, Due: { } due } } ? o with { EnteredLate = false, MovedTo = due } : o)),
        Remembering("a new opening day moves the reminders of what is open", (s, e) => Duties(s, e, (o, d) => d is { Replanned: false, Since: not null } ? o with { Since = null } : o)),
        Remembering("a date that stays is forgotten", (s, e) => Duties(s, e, (o, d) => d.Keeps is null ? o : o with { MovedTo = null })),
        Remembering("a pending request outlives the date that it was about", (s, e) => Duties(s, e, (o, d) => d.Replanned ? o with { ExtensionAsked = new(2021, 12, 1) } : o)),
        Remembering("what ended opens again", (s, _) => s with { NotAgain = s.NotAgain.Clear() }),
        Remembering("receipts pile up", (s, e) => s with { AwaitedReceipts = [$"plan-{e.PlanVersion - 1}", .. s.AwaitedReceipts] }),
        Seeing("a reported duty is planned anew", s => Each(s, o => o with { Parts = o.Parts.Clear() })),
        Seeing("an extension is overridden by an earlier date of the plan", s => Each(s, o => o with { MovedTo = null })),
        Seeing("what was due by the former version is passed over", s => s with { LeftWith = Math.Max(s.LeftWith, 1) }),
        Seeing("a unit forgets what was open when it left", s => s.LeftWith > 0 ? s with { OpenedThrough = default, NotAgain = s.NotAgain.Clear() } : s),
        new("a unit wakes after it left", w => new FaultyRules(w) { Remembers = (s, e) => e is UnitEvent.Left ? s with { LeftWith = 0 } : s }),
        new("a unit that left is told of earlier changes when it joins again", w => new FaultyRules(w) { Remembers = (s, e) => e is UnitEvent.Left left ? s with { Changes = new(left.At, ["seat:leader"]) } : s }),
        new("nobody is told that the plan changed", w => new FaultyRules(w) { Remembers = (s, e) => e is UnitEvent.ChangeNoted n && n.Item.StartsWith("plan:", StringComparison.Ordinal) ? Untold(s, n.Item) : s }),
        new("parts that are added open a report again", w => new FaultyRules(w) { Says = (e, _, _, _) => e is UnitEvent.Waived { Reason: { } reason } v && reason.StartsWith("plan-", StringComparison.Ordinal) ? v with { Parts = [] } : e }),
        new("reminders count from when the amendment arrived", w => new FaultyRules(w) { Says = (e, _, _, now) => e is UnitEvent.Amended a ? a with { Duties = [.. a.Duties.Select(d => d.Replanned ? d with { Since = now } : d)] } : e }),
        new("a unit joins with the months that are past", w => new JoinsWithThePast(w)),
    ];

    private static PlantedBug Remembering(string name, Func<UnitState, UnitEvent.Amended, UnitState> remembers) =>
        new(name, w => new FaultyRules(w) { Remembers = (s, e) => e is UnitEvent.Amended amended ? remembers(s, amended) : s });

    private static PlantedBug Seeing(string name, Func<UnitState, UnitState> sees) => new(name, w => new FaultyRules(w) { AmendmentSees = sees });

    private static UnitState Duties(UnitState state, UnitEvent.Amended amended, Func<Obligation, AmendedDuty, Obligation> change) =>
        amended.Duties.Aggregate(state, (s, d) => PlantedBug.Change(s, d.Duty.Value, o => change(o, d)));

    private static UnitState Each(UnitState state, Func<Obligation, Obligation> change) => state with { Open = state.Open.ConvertAll(o => change(o)) };

    private static UnitState Untold(UnitState state, string item) =>
        state.Changes is { Items.Count: > 1 } changes ? state with { Changes = changes with { Items = changes.Items.Remove(item) } } : state with { Changes = null };

    private sealed class JoinsWithThePast(World world) : RealRules(world)
    {
        public override Decision<UnitEvent> Amend(UnitState state, UnitCommand.Begin command, DateTimeOffset now) =>
            state.PlanVersion == 0 && base.Amend(state, command, now) is Decision<UnitEvent>.Kept
                ? AsFirst(UnitRules.Decide(state, command with { PlanVersion = 1 }, Terms(new() { PlanVersion = command.PlanVersion }), now), command.PlanVersion)
                : base.Amend(state, command, now);

        private static Decision<UnitEvent> AsFirst(Decision<UnitEvent> decision, int version) =>
            Decision<UnitEvent>.Keep([.. ((Decision<UnitEvent>.Kept)decision).Events.Select(e => e is UnitEvent.Begun b ? b with { PlanVersion = version } : e)]);
    }
}
