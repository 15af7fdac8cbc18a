using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Auditing;

/// <summary>Checkpoints as the table keeps them.</summary>
public static class CheckpointRows
{
    /// <summary>The checkpoint of a row.</summary>
    public static SignedCheckpoint ToSigned(this AuditCheckpointRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            new(row.Campaign, row.Number, row.Position, Convert.ToHexStringLower(row.Chain), row.At.ToUnixTimeMilliseconds(), row.Key),
            Convert.ToBase64String(row.Signature));
    }
}
