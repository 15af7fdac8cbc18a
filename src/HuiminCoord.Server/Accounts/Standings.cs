using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>Which seats an appointment gives today, by the campaign's clock.</summary>
internal sealed class Standings(CampaignClock clock)
{
    private DateOnly Today => ChinaTime.DateOf(clock.Now);

    /// <summary>True while the appointment gives its seat: it was not ended, and its term covers today.</summary>
    internal bool Lives(AppointmentRow row)
    {
        var today = Today;
        return row.EndedAt is null && (row.FromDay is null || row.FromDay <= today) && (row.UntilDay is null || today <= row.UntilDay);
    }

    /// <summary>The seat, and those whose announced absence covers today.</summary>
    internal async Task<Standing> Of(AppointmentRow row, CoordinationDb db, CancellationToken cancellation)
    {
        var seat = SeatAddress.Find(row.Seat) ?? throw new InvalidOperationException($"Appointment {row.Id} is to no seat: {row.Seat}.");
        var absent = new List<SeatAddress>();
        foreach (var covered in Standing.CoveredBy(seat))
        {
            if (await IsAbsent(covered, row.Campaign, db, cancellation))
            {
                absent.Add(covered);
            }
        }

        return new Standing(seat, absent);
    }

    private async Task<bool> IsAbsent(SeatAddress seat, string campaign, CoordinationDb db, CancellationToken cancellation)
    {
        var (today, address) = (Today, seat.ToString());
        if (seat.Kind is null)
        {
            return await db.Appointments.AnyAsync(a => a.Campaign == campaign && a.Seat == address && a.EndedAt == null && a.AbsentFrom <= today && today <= a.AbsentUntil, cancellation);
        }

        var (unit, name) = (seat.Unit!.Value.Value, address[(address.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return await db.Seats.AnyAsync(
            s => s.Campaign == campaign && s.Unit == unit && s.Seat == name && s.ValidFrom <= today && (s.ValidTo == null || today <= s.ValidTo) && s.AbsentFrom <= today && today <= s.AbsentTo,
            cancellation);
    }
}
