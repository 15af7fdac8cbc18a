using HuiminCoord.Domain.Deciding;

namespace HuiminCoord.Grains.Keeping;

/// <summary>The caller's own name for one wish, so that asking again is not asking twice.</summary>
/// <param name="Key">The <c>Idempotency-Key</c>; a command that reaches several actors derives <c>{key}/{id}</c>.</param>
/// <param name="BodyHash">A hash of what was asked; another wish under the same key is refused.</param>
[GenerateSerializer, Immutable, Alias("command-key")]
public sealed record CommandKey(string Key, string BodyHash);

/// <summary>What an actor says to a command, after everything it decided is safely stored.</summary>
/// <param name="Grain"><c>{type}/{key}</c>; with <paramref name="Sequence"/> it lets a reader wait until registers show the change.</param>
/// <param name="Sequence">The actor's last event; 0 when it has none.</param>
/// <param name="Changed">False when what was asked for already held, or was refused.</param>
/// <param name="Refusal">Why not; null when it was carried out.</param>
/// <param name="Replayed">True when this is the stored answer to an earlier command with the same key.</param>
[GenerateSerializer, Immutable, Alias("answer")]
public sealed record Answer(string Grain, long Sequence, bool Changed, Refusal? Refusal, bool Replayed);
