using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>The rules of a unit as a history drives them; faulty variants stand in for planted bugs.</summary>
internal interface IUnitMachine
{
    Decision<UnitEvent> Decide(UnitState state, UnitCommand command, DateTimeOffset now);

    Decision<UnitEvent> Wake(UnitState state, DateTimeOffset now);

    UnitState Evolve(UnitState state, UnitEvent @event);

    DateTimeOffset? Next(UnitState state, DateTimeOffset now);
}

/// <summary>The real rules. Planted bugs override one thing each.</summary>
internal class RealRules(UnitTerms terms) : IUnitMachine
{
    protected UnitTerms Terms { get; } = terms;

    public virtual Decision<UnitEvent> Decide(UnitState state, UnitCommand command, DateTimeOffset now) => UnitRules.Decide(state, command, Terms, now);

    public virtual Decision<UnitEvent> Wake(UnitState state, DateTimeOffset now) => UnitRules.DecideWake(state, Terms, now);

    public virtual UnitState Evolve(UnitState state, UnitEvent @event) => UnitEvolution.Evolve(state, @event);

    public virtual DateTimeOffset? Next(UnitState state, DateTimeOffset now) => UnitWake.Next(state, Terms, now);
}
