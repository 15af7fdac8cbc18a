namespace HuiminCoord.Domain.Auditing;

/// <summary>How far a campaign is sealed, as the sealer noted it.</summary>
public sealed record SealHead(long Position, ReadOnlyMemory<byte> Chain, long Checkpoints);

/// <summary>What a campaign's rows have to fit, beside their seals.</summary>
/// <param name="Head">The last position that was given; 0 = none.</param>
/// <param name="Sealed">Null when nothing is sealed.</param>
/// <param name="Told">How many events of each actor were told, by the actor's name as in <see cref="AuditedRow.Grain"/>.</param>
/// <param name="Checkpoints">Those whose signature holds, by position; the same may come twice.</param>
public sealed record AuditClaims(long Head, SealHead? Sealed, IReadOnlyDictionary<string, long> Told, IReadOnlyList<Checkpoint> Checkpoints)
{
    /// <summary>The last position that a seal must exist for; 0 = none.</summary>
    public long SealedThrough => Math.Max(Sealed?.Position ?? 0, Checkpoints.Count == 0 ? 0 : Checkpoints[^1].Position);
}

/// <summary>What was found in a campaign.</summary>
/// <param name="Rows">Rows that are there.</param>
/// <param name="SealedRows">Of these, rows with a seal.</param>
/// <param name="AttestedThrough">The last position that a checkpoint confirmed; 0 = none.</param>
/// <param name="Faults">The first ones, by position.</param>
/// <param name="FaultCount">All of them.</param>
public sealed record CampaignFindings(string Campaign, long Rows, long SealedRows, long AttestedThrough, IReadOnlyList<AuditFault> Faults, long FaultCount);
