using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Bugs;

/// <summary>At a wake the rules overlook something of their own state.</summary>
internal static class WrongView
{
    public static IEnumerable<PlantedBug> All =>
    [
        Seeing("a submission does not silence the ladder", s => Each(s, o => Without(o, PartStage.Submitted))),
        Seeing("a return starts the ladder again", s => Each(s, o => Without(o, PartStage.Returned))),
        Seeing("after an extension the old rungs count", s => Each(s, o => o with { Extensions = 0 })),
        Seeing("a pending request silences the ladder", s => s with { Open = s.Open.RemoveAll(o => o.ExtensionAsked is not null) }),
        Seeing("the deputy does not stand in", s => s with { Deputy = null }),
        Seeing("an absence is overlooked", s => s with { Liaison = Present(s.Liaison), Deputy = Present(s.Deputy) }),
        Seeing("an ended term goes on", s => s with { Liaison = Endless(s.Liaison), Deputy = Endless(s.Deputy), Leader = Endless(s.Leader) }),
        Seeing("an absent leader is passed over", s => s with { Leader = s.Leader is { AbsentFrom: not null } away ? away with { Until = new(2020, 1, 1) } : s.Leader }),
        Seeing("a change is told at once", s => s.Changes is null ? s : s with { Changes = s.Changes with { Since = s.Changes.Since.AddDays(-30) } }),
        Seeing("a later opening counts rungs from the issue", s => Each(s, o => o with { Since = s.IssuedAt })),
        Seeing("an undeliverable step is noted at every wake", s => Each(s, o => o with { Unaddressed = default })),
    ];

    private static PlantedBug Seeing(string name, Func<UnitState, UnitState> sees) => new(name, w => new FaultyRules(w) { Sees = sees });

    private static UnitState Each(UnitState state, Func<Obligation, Obligation> change) => state with { Open = state.Open.ConvertAll(o => change(o)) };

    private static Obligation Without(Obligation duty, PartStage stage) =>
        duty with { Parts = duty.Parts.RemoveRange(duty.Parts.Where(p => p.Value == stage).Select(p => p.Key)) };

    private static Seat? Present(Seat? seat) => seat is null ? null : seat with { AbsentFrom = null, AbsentUntil = null };

    private static Seat? Endless(Seat? seat) => seat is null ? null : seat with { Until = null };
}
