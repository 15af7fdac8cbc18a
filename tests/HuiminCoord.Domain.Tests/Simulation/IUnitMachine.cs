using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>The rules of a unit as a history drives them; faulty variants stand in for planted bugs.</summary>
internal interface IUnitMachine
{
    Decision<UnitEvent> Decide(UnitState state, UnitCommand command, DateTimeOffset now);

    Decision<UnitEvent> Wake(UnitState state, DateTimeOffset now);

    UnitState Evolve(UnitState state, UnitEvent @event);

    /// <summary>A version of the plan that the world has reaches a unit that works by an earlier one, or by none.</summary>
    Decision<UnitEvent> Amend(UnitState state, UnitCommand.Begin command, DateTimeOffset now);

    DateTimeOffset? Next(UnitState state, DateTimeOffset now);

    /// <summary>By what the unit works.</summary>
    UnitTerms Terms(UnitState state);
}

/// <summary>The real rules, by the version of the plan that the unit works by. Planted bugs override one thing each.</summary>
internal class RealRules(World world) : IUnitMachine
{
    private readonly Dictionary<int, UnitTerms> _terms = world.TermsByVersion();

    public virtual Decision<UnitEvent> Decide(UnitState state, UnitCommand command, DateTimeOffset now) => UnitRules.Decide(state, command, Terms(state), now);

    public virtual Decision<UnitEvent> Wake(UnitState state, DateTimeOffset now) => UnitRules.DecideWake(state, Terms(state), now);

    public virtual Decision<UnitEvent> Amend(UnitState state, UnitCommand.Begin command, DateTimeOffset now) => state.PlanVersion == 0
        ? UnitRules.Decide(state, command, _terms[command.PlanVersion], now)
        : UnitRules.Amend(state, command, Terms(state), _terms[command.PlanVersion], now);

    public virtual UnitState Evolve(UnitState state, UnitEvent @event) => UnitEvolution.Evolve(state, @event);

    public virtual DateTimeOffset? Next(UnitState state, DateTimeOffset now) => UnitWake.Next(state, Terms(state), now);

    /// <summary>What the unit works by; before its first version, that one.</summary>
    public UnitTerms Terms(UnitState state) => _terms.GetValueOrDefault(state.PlanVersion) ?? _terms[world.Plan.Version];
}
