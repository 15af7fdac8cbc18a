namespace HuiminCoord.Grains.Relaying;

/// <summary>What one drain of an outbox came to.</summary>
/// <param name="Applied">Events told now.</param>
/// <param name="Repeated">Events dropped because they had been told before.</param>
/// <param name="Waiting">Actors with an event whose predecessor is not there yet.</param>
/// <param name="Failed">Actors with an event that a register could not take in.</param>
[GenerateSerializer, Immutable, Alias("relay-report")]
public sealed record RelayReport(int Applied, int Repeated, int Waiting, int Failed);
