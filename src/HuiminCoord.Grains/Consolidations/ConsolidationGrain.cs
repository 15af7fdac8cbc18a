using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Consolidations;

/// <summary>The door of a period's consolidation. Key: <c>{campaign}/{duty}</c>.</summary>
[Alias("consolidation-grain")]
public interface IConsolidationGrain : IWakeable
{
    /// <summary>Carries out a command; the answer comes after the commit.</summary>
    [Alias("do")]
    Task<Answer> Do(ConsolidationCommand command, CommandKey? key);
}

/// <summary>A month's or a year's consolidation: the tables that were kept of it, and its bulletin.</summary>
[GrainType(Rooms.Consolidation)]
public sealed class ConsolidationGrain([PersistentState(Keeper.StateName)] IPersistentState<Kept<ConsolidationState, ConsolidationEvent>> kept, Keeper keeper, ConsolidationReader registers)
    : DecidingGrain<ConsolidationState, ConsolidationCommand, ConsolidationEvent>(kept, keeper), IConsolidationGrain
{
    private ConsolidationTerms? _terms;

    /// <inheritdoc/>
    public Task<Answer> Do(ConsolidationCommand command, CommandKey? key) => Handle(command, key);

    /// <inheritdoc/>
    protected override async ValueTask Prepare(DateTimeOffset now) => (_, _terms) = await registers.Standing(Campaign, new DutyId(RoomKey.IdOf(this.GetPrimaryKeyString())), now);

    /// <inheritdoc/>
    protected override Decision<ConsolidationEvent> Decide(ConsolidationState state, ConsolidationCommand command, DateTimeOffset now) => ConsolidationRules.Decide(state, command, _terms!, now);

    /// <inheritdoc/>
    protected override Decision<ConsolidationEvent> DecideWake(ConsolidationState state, DateTimeOffset now) => Decision<ConsolidationEvent>.Nothing;

    /// <inheritdoc/>
    protected override ConsolidationState Evolve(ConsolidationState state, ConsolidationEvent @event) => ConsolidationRules.Evolve(state, @event);

    /// <inheritdoc/>
    protected override DateTimeOffset? NextWake(ConsolidationState state, DateTimeOffset now) => null;
}
