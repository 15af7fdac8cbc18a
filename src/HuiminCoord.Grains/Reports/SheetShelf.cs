using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Reports;

/// <summary>Keeps sheets before a command names them by their hash: what was acknowledged is there.</summary>
public sealed class SheetShelf(CoordinationDatabase database, TimeProvider time)
{
    /// <summary>Keeps a sheet; the same one is kept once.</summary>
    public Task Keep(string campaign, UnitId unit, DutyId duty, SheetText sheet) => database.Write(async (db, token) =>
    {
        await Keep(db, campaign, unit, duty, sheet, time.GetUtcNow(), token);
        return true;
    });

    /// <summary>The same within a transaction.</summary>
    public static async Task Keep(CoordinationDb db, string campaign, UnitId unit, DutyId duty, SheetText sheet, DateTimeOffset at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(sheet);
        // Two people who hand over the same sheet at once keep it once. What was typed before it was handed over last is overtaken by it.
        var kept = at.ToUnixTimeMilliseconds();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO report_sheet (campaign, unit, duty, hash, body, at) VALUES ({campaign}, {unit.Value}, {duty.Value}, {sheet.Hash}, {sheet.Body}, {kept})
            ON CONFLICT (campaign, unit, duty, hash) DO UPDATE SET at = excluded.at
            """,
            cancellation);
    }
}
