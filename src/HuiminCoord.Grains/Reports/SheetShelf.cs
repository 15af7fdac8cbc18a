using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;

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
        if (await db.ReportSheets.FindAsync([campaign, unit.Value, duty.Value, sheet.Hash], cancellation) is null)
        {
            db.ReportSheets.Add(new ReportSheetRow { Campaign = campaign, Unit = unit.Value, Duty = duty.Value, Hash = sheet.Hash, Body = sheet.Body, At = at });
        }
    }
}
