using HuiminCoord.Grains.Keeping;

namespace HuiminCoord.Grains.Relaying;

/// <summary>One event of one actor on its way to the registers.</summary>
/// <param name="GrainType">The actor's type, as in its <c>[GrainType]</c>.</param>
/// <param name="GrainKey">The actor's key.</param>
/// <param name="Campaign">The campaign it belongs to.</param>
/// <param name="Sequence">1, 2, 3 … within the actor.</param>
/// <param name="At">Campaign time of the decision, UTC.</param>
/// <param name="Actor">Who asked; null is the clock.</param>
/// <param name="EventType">The event's alias.</param>
/// <param name="Body">The event as stored JSON.</param>
public sealed record RelayedEvent(
    string GrainType, string GrainKey, string Campaign, long Sequence, DateTimeOffset At, string? Actor, string EventType, string Body)
{
    /// <summary>W3C <c>traceparent</c> that rows made from this event carry on; null when nobody traces.</summary>
    public string? Trace { get; init; }

    /// <summary>The event as a case of its union.</summary>
    public TEvent Read<TEvent>() => StoredJson.Read<TEvent>(Body);
}

/// <summary>How a room's events become rows that people read. One class per room and purpose, found through dependency injection.</summary>
public interface IRegister
{
    /// <summary>The type of the actors whose events it takes in.</summary>
    string GrainType { get; }

    /// <summary>Takes in one event, within the relay's transaction; each event comes once, in the actor's order.</summary>
    /// <remarks>
    /// Look rows up with <c>batch.Db.FindAsync</c>: it also sees what earlier events of this transaction added. Never call a grain,
    /// never save. An exception stops this actor's events until it no longer happens, and is shown to the operator.
    /// </remarks>
    Task Apply(RelayedEvent e, RelayBatch batch, CancellationToken ct);
}
