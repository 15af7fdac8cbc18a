namespace HuiminCoord.Domain.Auditing;

/// <summary>An audit row of a campaign as it stands in the database.</summary>
/// <remarks>Texts are UTF-8 bytes: after a conversion all invalid characters would look alike.</remarks>
/// <param name="Position">1, 2, 3 … within the campaign, in the order in which rows were told.</param>
/// <param name="Seq">1, 2, 3 … within the actor.</param>
/// <param name="At">UTC milliseconds.</param>
/// <param name="By">Who asked; null is the clock.</param>
public sealed record AuditedRow(
    long Position, ReadOnlyMemory<byte> GrainType, ReadOnlyMemory<byte> GrainKey, long Seq, long At, ReadOnlyMemory<byte>? By, ReadOnlyMemory<byte> EventType, ReadOnlyMemory<byte> Body)
{
    /// <summary>The actor as people write it: <c>unit/huimin-2020/jiaoyu</c>.</summary>
    public string Grain => $"{System.Text.Encoding.UTF8.GetString(GrainType.Span)}/{System.Text.Encoding.UTF8.GetString(GrainKey.Span)}";
}

/// <summary>The seal of one row.</summary>
/// <param name="RowHash">Of the row's canonical bytes.</param>
/// <param name="Chain">Of the chain before, the position and <paramref name="RowHash"/>.</param>
public sealed record AuditSeal(long Position, ReadOnlyMemory<byte> RowHash, ReadOnlyMemory<byte> Chain);
