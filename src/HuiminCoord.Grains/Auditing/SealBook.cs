using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Auditing;

/// <summary>A row's seal, as it stands in the database; README.md here says what was hashed.</summary>
/// <param name="RowHash">SHA-256 of the row.</param>
/// <param name="Chain">SHA-256 of the chain up to it.</param>
public sealed record Seal(byte[] RowHash, byte[] Chain);

/// <summary>Shows seals to whoever reads the audit. It judges none: that is for <c>audit verify</c>.</summary>
public static class SealBook
{
    /// <summary>The seal on a row; null while it has none.</summary>
    public static Task<Seal?> Of(CoordinationDb db, string campaign, long position, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database
            .SqlQuery<Seal>($"""SELECT row_hash AS "RowHash", chain AS "Chain" FROM audit_seal WHERE campaign = {campaign} AND position = {position}""")
            .FirstOrDefaultAsync(cancellation);
    }
}
