namespace HuiminCoord.Grains.Storage.Rows;

/// <summary>The last position that was given in a campaign's audit.</summary>
public sealed class AuditHeadRow
{
    public required string Campaign { get; init; }

    public required long Position { get; init; }
}

/// <summary>How far a campaign's audit is sealed. Written only by the sealer.</summary>
public sealed class AuditSealHeadRow
{
    public required string Campaign { get; init; }

    public required long Position { get; init; }

    public required byte[] Chain { get; init; }

    /// <summary>Number of the last checkpoint; 0 = none.</summary>
    public required long Checkpoint { get; init; }

    /// <summary>Real time of it.</summary>
    public required DateTimeOffset CheckpointAt { get; init; }

    /// <summary>The position that it speaks for.</summary>
    public required long CheckpointSealed { get; init; }
}

/// <summary>A signed checkpoint; <see cref="At"/> is real time.</summary>
public sealed class AuditCheckpointRow
{
    public required string Campaign { get; init; }

    public required long Number { get; init; }

    public required long Position { get; init; }

    public required byte[] Chain { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Key { get; init; }

    public required byte[] Signature { get; init; }
}
