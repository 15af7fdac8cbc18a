using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Units;

/// <summary>The roster: every holder of a seat keeps a row, also after the seat has passed on.</summary>
internal static class SeatBook
{
    internal static async Task Record(UnitEvent @event, UnitScene scene, CancellationToken ct)
    {
        switch (@event)
        {
            case UnitEvent.SeatNamed x:
                foreach (var earlier in (await Rows(scene, x.Seat, ct)).Where(r => r.ValidTo is null || r.ValidTo >= x.Holder.From))
                {
                    earlier.ValidTo = x.Holder.From > earlier.ValidFrom ? x.Holder.From.AddDays(-1) : earlier.ValidFrom.AddDays(-1);
                }

                await Place(scene, x, ct);
                break;
            case UnitEvent.SeatEnded x:
                Current(await Rows(scene, x.Seat, ct)).ValidTo = x.LastDay;
                break;
            case UnitEvent.AbsenceMarked x:
                var row = Current(await Rows(scene, x.Seat, ct));
                (row.AbsentFrom, row.AbsentTo) = (x.From, x.Until);
                break;
        }
    }

    internal static SeatRow Row(UnitScene scene, SeatKind kind, Seat seat, string title, string phone) => new()
    {
        Campaign = scene.Event.Campaign,
        Unit = scene.Unit.Value,
        Seat = Recipients.Name(kind),
        ValidFrom = seat.From,
        ValidTo = seat.Until,
        Holder = seat.Holder,
        Title = title,
        Phone = phone,
    };

    /// <summary>The same person named again on the same day is the same row.</summary>
    private static async Task Place(UnitScene scene, UnitEvent.SeatNamed named, CancellationToken ct)
    {
        var row = Row(scene, named.Seat, named.Holder, named.Title, named.Phone);
        var same = await scene.Batch.Db.Seats.FindAsync([row.Campaign, row.Unit, row.Seat, row.ValidFrom, row.Holder], ct);
        if (same is null)
        {
            scene.Batch.Db.Seats.Add(row);
            return;
        }

        (same.ValidTo, same.Title, same.Phone, same.AbsentFrom, same.AbsentTo) = (row.ValidTo, row.Title, row.Phone, null, null);
    }

    private static SeatRow Current(List<SeatRow> rows) => rows.OrderBy(r => r.ValidTo ?? DateOnly.MaxValue).ThenBy(r => r.ValidFrom).Last();

    /// <summary>Stored rows and those that this transaction has added.</summary>
    private static async Task<List<SeatRow>> Rows(UnitScene scene, SeatKind kind, CancellationToken ct)
    {
        var (campaign, unit, seat) = (scene.Event.Campaign, scene.Unit.Value, Recipients.Name(kind));
        await scene.Batch.Db.Seats.Where(s => s.Campaign == campaign && s.Unit == unit && s.Seat == seat).LoadAsync(ct);
        return [.. scene.Batch.Db.Seats.Local.Where(s => s.Campaign == campaign && s.Unit == unit && s.Seat == seat)];
    }
}
