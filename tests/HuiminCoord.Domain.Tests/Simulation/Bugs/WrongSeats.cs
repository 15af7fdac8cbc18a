using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Bugs;

/// <summary>A change of the unit's member is carried out wrongly.</summary>
internal static class WrongSeats
{
    public static IEnumerable<PlantedBug> All =>
    [
        Remembering("a seat changes a day early", (s, e) => e is UnitEvent.MemberAgreed ? Waiting(s, p => p with { Agreed = p.Agreed! with { From = p.Agreed.From.AddDays(-1) } }) : s),
        Remembering("a seat changes when it is asked for", (s, e) => e is UnitEvent.MemberProposed p ? s with { Leader = new(p.Holder, p.From, null) } : s),
        Remembering("a term without end", (s, e) => e is UnitEvent.MemberAgreed ? Waiting(s, p => p with { Agreed = p.Agreed! with { Until = null } }) : s),
        Remembering("a refused proposal waits on", (s, e) => e is UnitEvent.MemberRefused r ? s with { Member = new(new(r.Basis, "", "", r.On, "", r.On, null), s.Member!.Answered) } : s),
        Remembering("the answer is forgotten when the seat changes", (s, e) => e is UnitEvent.SeatNamed && s.Member is { Pending: null } ? s with { Member = null } : s),
        new("the actor sleeps through the first day of a term", w => new SleepsOn(w)),
        new("the unit is told twice what the meeting decided", w => new FaultyRules(w) { Remembers = (s, e) => e is UnitEvent.ChangeNoted { Item: "member:refused" } && s.Changes is { } c ? s with { Changes = c with { Items = c.Items.Add("member:agreed") } } : s }),
    ];

    private static PlantedBug Remembering(string name, Func<UnitState, UnitEvent, UnitState> remembers) => new(name, w => new FaultyRules(w) { Remembers = remembers });

    private static UnitState Waiting(UnitState state, Func<MemberProposal, MemberProposal> change) =>
        state.Member?.Pending is { } pending ? state with { Member = state.Member with { Pending = change(pending) } } : state;

    private sealed class SleepsOn(World world) : RealRules(world)
    {
        public override DateTimeOffset? Next(UnitState state, DateTimeOffset now) => base.Next(state with { Member = null }, now);
    }
}
