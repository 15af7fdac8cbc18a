using System.Globalization;

namespace HuiminCoord.Domain.Auditing;

/// <summary>Holds the chain against the checkpoints, in order of positions.</summary>
internal sealed class CheckpointTrail(IReadOnlyList<Checkpoint> checkpoints, FoundFaults faults)
{
    private int _next;
    private bool _contradicted;

    /// <summary>The last position that a checkpoint confirmed.</summary>
    internal long AttestedThrough { get; private set; }

    /// <summary>The chain has this value after the row at this position; null where it cannot be known.</summary>
    internal void Reached(long position, ReadOnlyMemory<byte>? chain)
    {
        for (; _next < checkpoints.Count && checkpoints[_next].Position <= position; _next++)
        {
            if (checkpoints[_next].Position == position && chain is { } known)
            {
                Compare(checkpoints[_next], Convert.ToHexStringLower(known.Span));
            }
        }
    }

    /// <summary>Only the first contradiction says something: every later link rests on the same change.</summary>
    private void Compare(Checkpoint checkpoint, string chain)
    {
        if (checkpoint.Chain == chain)
        {
            AttestedThrough = _contradicted ? AttestedThrough : checkpoint.Position;
        }
        else if (!_contradicted)
        {
            _contradicted = true;
            faults.Range(AuditFaultKind.Contradicted, Math.Min(AttestedThrough + 1, checkpoint.Position), checkpoint.Position, string.Create(
                CultureInfo.InvariantCulture, $"a row in this range was replaced and sealed anew: checkpoint {checkpoint.Number} speaks for others"));
        }
    }
}
