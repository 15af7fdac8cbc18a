using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Units;

/// <summary>Accounts follow the seat: whoever loses it loses its access in the same transaction that tells of it.</summary>
/// <remarks>An appointment without a holder stays: there the account belongs to the seat and not to a person.</remarks>
internal static class AppointmentBook
{
    internal static async Task Record(UnitEvent @event, UnitScene scene, CancellationToken ct)
    {
        switch (@event)
        {
            case UnitEvent.SeatNamed x:
                foreach (var row in (await Living(scene, x.Seat, ct)).Where(r => r.Holder is not null))
                {
                    (row.UntilDay, row.EndedAt) = row.Holder == x.Holder.Holder ? (x.Holder.Until, null) : (row.UntilDay, scene.Batch.ToldAt);
                }

                break;
            case UnitEvent.SeatEnded x:
                foreach (var row in (await Living(scene, x.Seat, ct)).Where(r => r.Holder is not null))
                {
                    row.UntilDay = x.LastDay;
                }

                break;
            case UnitEvent.Left:
                foreach (var row in await OfUnit(scene, ct))
                {
                    row.EndedAt = scene.Batch.ToldAt;
                }

                break;
        }
    }

    private static async Task<List<AppointmentRow>> Living(UnitScene scene, SeatKind seat, CancellationToken ct)
    {
        var address = Recipients.Of(scene.Unit, seat);
        return [.. (await OfUnit(scene, ct)).Where(a => a.Seat == address)];
    }

    private static Task<List<AppointmentRow>> OfUnit(UnitScene scene, CancellationToken ct)
    {
        var (campaign, prefix) = (scene.Event.Campaign, $"{scene.Unit}/");
        return scene.Batch.Db.Appointments.Where(a => a.Campaign == campaign && a.Seat.StartsWith(prefix) && a.EndedAt == null).ToListAsync(ct);
    }
}
