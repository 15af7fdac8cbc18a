using Orleans;

namespace HuiminCoord.Domain.Deciding;

/// <summary>A command that is not carried out: nothing changed, nothing is lost.</summary>
/// <param name="Code">Stable, lower-case, dotted: <c>obligation.already-accepted</c>. Callers may rely on it.</param>
/// <param name="Arguments">What the sentence for people is filled with; never personal data.</param>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal(string Code, params IReadOnlyList<string> Arguments);
