using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Units;

/// <summary>Lets those who change who sits for a unit come one after the other.</summary>
/// <remarks>
/// An appointment rests on the roster, and the relay ends appointments when the roster changes: if each looked before the other
/// had committed, somebody would keep a seat that is not theirs any more. SQLite has one writer anyway.
/// </remarks>
public static class UnitTurn
{
    /// <summary>Waits for the unit's turn, which ends with the transaction. Take one unit's at a time.</summary>
    public static Task Take(CoordinationDb db, string campaign, string unit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.IsNpgsql()
            ? db.Database.SqlQuery<int>($"""SELECT 1 AS "Value" FROM unit WHERE campaign = {campaign} AND unit = {unit} FOR UPDATE""").ToListAsync(cancellation)
            : Task.CompletedTask;
    }
}
