using System.Text.Json.Serialization;

namespace HuiminCoord.Grains.Keeping;

/// <summary>The stored document of an actor: its state, when it has something to do, and what its last write decided.</summary>
/// <remarks>
/// The storage statement copies <see cref="Events"/> to the outbox and <see cref="Command"/> to the idempotency table; both
/// belong to the last write only. Property names are read by SQL: see the storage scripts before changing one.
/// </remarks>
[GenerateSerializer, Alias("kept`2")]
public sealed class Kept<TState, TEvent>
    where TState : class, new()
{
    /// <summary>How the document is written; a reader that does not know the number refuses it. It comes first in the text.</summary>
    [Id(0), JsonPropertyName("v"), JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Schema { get; init; } = StoredJson.Schema;

    /// <summary>The campaign's shard.</summary>
    [Id(1), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Shard { get; init; }

    /// <summary>The sequence of the actor's last event; 0 before the first.</summary>
    [Id(2), JsonPropertyName("seq"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long Sequence { get; init; }

    /// <summary>UTC milliseconds of the next instant at which the actor has something to do; null is never.</summary>
    [Id(3)]
    public long? WakeAt { get; init; }

    /// <summary>UTC milliseconds of campaign time at the last write.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long At { get; init; }

    /// <summary>Who asked for the last write; null is the clock.</summary>
    [Id(5)]
    public string? By { get; init; }

    /// <summary>What the actor knows. Always written: two states that know nothing are not the same object, so its absence would depend on how it was made.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public TState State { get; init; } = new();

    /// <summary>What the last write decided, in order.</summary>
    [Id(7)]
    public IReadOnlyList<TEvent> Events { get; init; } = [];

    /// <summary>The keyed command of the last write.</summary>
    [Id(8)]
    public KeptCommand? Command { get; init; }

    /// <summary>The W3C <c>traceparent</c> of the last write; null when nobody traced it. It says nothing about what happened.</summary>
    [Id(9)]
    public string? Trace { get; init; }
}

/// <summary>The command that a write carried out, and what was answered.</summary>
[GenerateSerializer, Immutable, Alias("kept-command")]
public sealed record KeptCommand(string Key, string BodyHash, Answer Answer);
