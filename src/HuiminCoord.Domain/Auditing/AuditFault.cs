namespace HuiminCoord.Domain.Auditing;

/// <summary>What is wrong with an audit.</summary>
public enum AuditFaultKind
{
    /// <summary>Rows that were told are not there.</summary>
    Missing,

    /// <summary>A row is not what was sealed.</summary>
    Changed,

    /// <summary>A row and its hash fit each other but not the chain: both were written again.</summary>
    Resealed,

    /// <summary>Rows have lost their seals; only the newest rows have none.</summary>
    Unsealed,

    /// <summary>A row that nobody told.</summary>
    Foreign,

    /// <summary>The rows up to a checkpoint are not those that it speaks for.</summary>
    Contradicted,

    /// <summary>An actor's numbers have a gap.</summary>
    OutOfSequence,

    /// <summary>The note of how far rows are sealed does not fit the seals.</summary>
    HeadWrong,

    /// <summary>A checkpoint's signature is not its key's, or the key is nobody's we know.</summary>
    Forged,

    /// <summary>A checkpoint that was given is not there any more.</summary>
    CheckpointMissing,
}

/// <summary>One thing that is wrong, at its place.</summary>
/// <param name="Position">The row's; or the first one that may be affected.</param>
/// <param name="Through">The last one that may be affected; the same for a single row.</param>
/// <param name="Grain">The row's actor, where it is known.</param>
/// <param name="Sequence">The row's number within its actor.</param>
/// <param name="At">The row's instant, UTC milliseconds.</param>
/// <param name="What">One sentence.</param>
public sealed record AuditFault(
    AuditFaultKind Kind, string Campaign, long Position, long Through, string? Grain, long? Sequence, long? At, string What);
