using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Tests.Simulation.Reference;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Bugs;

/// <summary>The real rules with a fault at one of their edges: what they see, hear, say, remember, or how long they sleep.</summary>
internal sealed class FaultyRules(World world) : RealRules(world)
{
    /// <summary>The state as a wake sees it.</summary>
    public Func<UnitState, UnitState> Sees { get; init; } = state => state;

    public Func<UnitCommand, UnitState, DateTimeOffset, UnitCommand> Hears { get; init; } = (command, _, _) => command;

    public Func<UnitEvent, UnitState, UnitTerms, DateTimeOffset, UnitEvent> Says { get; init; } = (@event, _, _, _) => @event;

    /// <summary>The state after an event, given the one before it.</summary>
    public Func<UnitState, UnitEvent, UnitState> Remembers { get; init; } = (state, _) => state;

    public Func<DateTimeOffset, DateTimeOffset, DateTimeOffset> Sleeps { get; init; } = (until, _) => until;

    public override Decision<UnitEvent> Decide(UnitState state, UnitCommand command, DateTimeOffset now) => Said(base.Decide(state, Hears(command, state, now), now), state, Terms(state), now);

    /// <summary>The state as an amendment sees it.</summary>
    public Func<UnitState, UnitState> AmendmentSees { get; init; } = state => state;

    public override Decision<UnitEvent> Amend(UnitState state, UnitCommand.Begin command, DateTimeOffset now) =>
        Said(base.Amend(AmendmentSees(state), command, now), state, Terms(state), now);

    public override Decision<UnitEvent> Wake(UnitState state, DateTimeOffset now) => Said(base.Wake(Sees(state), now), state, Terms(state), now);

    public override UnitState Evolve(UnitState state, UnitEvent @event) => Remembers(base.Evolve(state, @event), @event);

    public override DateTimeOffset? Next(UnitState state, DateTimeOffset now) => base.Next(state, now) is { } at ? Sleeps(at, now) : null;

    private Decision<UnitEvent> Said(Decision<UnitEvent> decision, UnitState state, UnitTerms terms, DateTimeOffset now) =>
        decision is Decision<UnitEvent>.Kept kept ? Decision<UnitEvent>.Keep([.. kept.Events.Select(e => Says(e, state, terms, now))]) : decision;
}

/// <summary>+1 is treated like every other rung: on the first working day after a long rest it comes before the rest.</summary>
internal sealed class EarlyPlusOne(World world) : RealRules(world)
{
    private readonly KnownPapers _papers = new(world.Papers);

    public override Decision<UnitEvent> Wake(UnitState state, DateTimeOffset now)
    {
        var decision = base.Wake(state, now);
        var today = DateOnly.FromDateTime(Shanghai.Of(now));
        var days = _papers.At(Shanghai.Of(now));
        var next = days.Walk(today, 1);
        if (!days.IsSendingTime(Shanghai.Of(now), Terms(state).Settings) || !days.FollowsLongRest(next) || decision is not Decision<UnitEvent>.Kept kept)
        {
            return decision;
        }

        var after = kept.Events.Aggregate(state, UnitEvolution.Evolve);
        var early = base.Wake(after, Shanghai.ToInstant(next.ToDateTime(new(9, 0)))) is Decision<UnitEvent>.Kept more ? more.Events.OfType<UnitEvent.Reminded>() : [];
        var steps = early.SelectMany(e => e.Steps).Where(s => s.Rung.StartsWith("plus-1", StringComparison.Ordinal)).ToList();
        var slot = $"{Shanghai.Of(now):yyyy-MM-ddTHH:mm}";
        return steps.Count == 0 ? decision : Decision<UnitEvent>.Keep([.. kept.Events, new UnitEvent.Reminded(slot, steps, [.. steps.Select(s => s.Recipient).Distinct()], [])]);
    }
}
