using HuiminCoord.Domain.Access;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>A seat that an account holds today.</summary>
/// <param name="Appointment">That it sits there.</param>
/// <param name="Campaign">Empty for administrators.</param>
internal sealed record HeldSeat(string Appointment, string Campaign, SeatAddress Seat);

/// <summary>The seats that accounts hold today, by the campaign's clock.</summary>
internal sealed class SeatBook(CoordinationDatabase database, CampaignClock clock)
{
    private readonly Standings _standings = new(clock);

    /// <summary>An account's seats, in the order in which roles are listed.</summary>
    internal async Task<IReadOnlyList<HeldSeat>> Of(string account, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var rows = await db.Appointments.Where(a => a.Account == account && a.EndedAt == null).ToListAsync(cancellation);
        return [.. rows.Where(_standings.Lives)
            .Select(r => new HeldSeat(r.Id, r.Campaign, SeatAddress.Find(r.Seat)!))
            .OrderBy(h => h.Campaign, StringComparer.Ordinal).ThenBy(h => h.Seat.Role).ThenBy(h => h.Seat.ToString(), StringComparer.Ordinal)];
    }
}
