using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Units;

/// <summary>Accounts follow the seat: whoever loses it loses its access in the same transaction that tells of it.</summary>
/// <remarks>Whoever sat for a unit that leaves keeps the seat: it owes nothing any more, and its inbox stays readable. An appointment without a holder stays: there the account belongs to the seat and not to a person.</remarks>
internal static class AppointmentBook
{
    internal static async Task Record(UnitEvent @event, UnitScene scene, CancellationToken ct)
    {
        switch (@event)
        {
            case UnitEvent.SeatNamed x:
                await UnitTurn.Take(scene.Batch.Db, scene.Event.Campaign, scene.Unit.Value, ct);
                foreach (var row in await Living(scene, x.Seat, ct))
                {
                    (row.UntilDay, row.EndedAt) = row.Holder == x.Holder.Holder ? (x.Holder.Until, null) : (row.UntilDay, scene.Batch.ToldAt);
                }

                break;
            case UnitEvent.SeatEnded x:
                foreach (var row in await Living(scene, x.Seat, ct))
                {
                    row.UntilDay = x.LastDay;
                }

                break;
        }
    }

    private static async Task<List<AppointmentRow>> Living(UnitScene scene, SeatKind seat, CancellationToken ct)
    {
        var address = Recipients.Of(scene.Unit, seat);
        var campaign = scene.Event.Campaign;
        return await scene.Batch.Db.Appointments.Where(a => a.Campaign == campaign && a.Seat == address && a.EndedAt == null && a.Holder != null).ToListAsync(ct);
    }
}
