namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>An event that is kept but not yet told. Written only by the storage statement, removed only by the relay.</summary>
public sealed class OutboxRow
{
    public required long Shard { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string GrainType { get; init; }

    public required string GrainKey { get; init; }

    public required long Seq { get; init; }

    public required string Campaign { get; init; }

    public string? Actor { get; init; }

    public required string EventType { get; init; }

    public required string Body { get; init; }

    /// <summary>W3C <c>traceparent</c> of the write; null when nobody traced it.</summary>
    public string? Trace { get; init; }

    /// <summary>Real time of the write by the database's clock; null in rows of an older program.</summary>
    public DateTimeOffset? KeptAt { get; init; }
}

/// <summary>How far an actor's events have been told: the sequence of the last one.</summary>
public sealed class RelayCursorRow
{
    public required string GrainType { get; init; }

    public required string GrainKey { get; init; }

    public required string Campaign { get; init; }

    public required long Seq { get; set; }
}

/// <summary>An event that a register could not take in; times are real.</summary>
public sealed class RelayFailureRow
{
    public required string GrainType { get; init; }

    public required string GrainKey { get; init; }

    public required string Campaign { get; init; }

    public required long Seq { get; set; }

    public required int Attempts { get; set; }

    public required string Error { get; set; }

    public required DateTimeOffset FirstAt { get; set; }

    public required DateTimeOffset LastAt { get; set; }
}

/// <summary>An actor that failed to wake; times are the campaign's.</summary>
public sealed class WakeFailureRow
{
    public required string GrainType { get; init; }

    public required string GrainKey { get; init; }

    public required string Campaign { get; init; }

    public required long Shard { get; init; }

    public required int Attempts { get; set; }

    public required DateTimeOffset NotBefore { get; set; }

    public required string Error { get; set; }

    public required DateTimeOffset FirstAt { get; set; }

    public required DateTimeOffset LastAt { get; set; }
}

/// <summary>The first answer to a keyed command; <see cref="AtReal"/> is real time.</summary>
public sealed class IdempotencyRow
{
    public required string GrainType { get; init; }

    public required string GrainKey { get; init; }

    public required string Key { get; init; }

    public required string BodyHash { get; init; }

    public required string Answer { get; init; }

    public required DateTimeOffset AtReal { get; init; }
}

/// <summary>One event of one actor, told once. <see cref="Actor"/> is who asked; null is the clock.</summary>
/// <remarks>Never changed and never removed: seals and checkpoints would show it.</remarks>
public sealed class AuditRow
{
    public required string Campaign { get; init; }

    public required string GrainType { get; init; }

    public required string GrainKey { get; init; }

    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Actor { get; init; }

    public required string EventType { get; init; }

    public required string Body { get; init; }

    /// <summary>1, 2, 3 … within the campaign, in the order in which rows were told.</summary>
    public required long Position { get; init; }
}
