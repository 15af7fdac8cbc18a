using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Units;

/// <summary>A unit's roster, for the API and for pages alike.</summary>
internal static class SeatTerms
{
    /// <summary>Every term in every seat, by seat and the latest first.</summary>
    internal static async Task<IReadOnlyList<SeatView>> Of(ReadingScene scene, string unit, CancellationToken cancellation)
    {
        var (campaign, today) = (scene.Campaign.Id, scene.Campaign.Today);
        var rows = await scene.Db.Seats.AsNoTracking().Where(s => s.Campaign == campaign && s.Unit == unit)
            .OrderBy(s => s.Seat).ThenByDescending(s => s.ValidFrom).ThenBy(s => s.Holder).ToListAsync(cancellation);
        return [.. rows.Select(r => SeatView.Of(r, today))];
    }
}
