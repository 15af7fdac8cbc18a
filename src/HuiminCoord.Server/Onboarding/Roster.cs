using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Onboarding;

/// <summary>Who holds units' seats today, by the registers.</summary>
internal static class Roster
{
    /// <summary>A unit's seats that are held.</summary>
    internal static async Task<IReadOnlyDictionary<SeatKind, SeatRow>> Of(CoordinationDb db, string campaign, string unit, DateOnly today, CancellationToken cancellation)
    {
        var rows = await Today(db, campaign, today).Where(s => s.Unit == unit).ToListAsync(cancellation);
        return rows.GroupBy(r => Seats.Require(r.Seat)).ToDictionary(g => g.Key, g => g.OrderBy(r => r.ValidFrom).Last());
    }

    /// <summary>All units' seats that are held.</summary>
    internal static async Task<IReadOnlyDictionary<(string Unit, SeatKind Seat), SeatRow>> Of(CoordinationDb db, string campaign, DateOnly today, CancellationToken cancellation)
    {
        var rows = await Today(db, campaign, today).Where(s => s.Unit != "").ToListAsync(cancellation);
        return rows.GroupBy(r => (r.Unit, Seats.Require(r.Seat))).ToDictionary(g => g.Key, g => g.OrderBy(r => r.ValidFrom).Last());
    }

    private static IQueryable<SeatRow> Today(CoordinationDb db, string campaign, DateOnly today) =>
        db.Seats.AsNoTracking().Where(s => s.Campaign == campaign && s.ValidFrom <= today && (s.ValidTo == null || today <= s.ValidTo));
}
