namespace HuiminCoord.Grains.Relaying;

/// <summary>A register could not take in one event; says which.</summary>
internal sealed class EventRefusedException(RelayedEvent refused, Exception inner)
    : Exception($"{refused.GrainType}/{refused.GrainKey} number {refused.Sequence} ({refused.EventType}): {inner.Message}", inner)
{
    public RelayedEvent Refused { get; } = refused;
}
