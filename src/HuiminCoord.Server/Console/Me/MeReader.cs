using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Console.Words;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Me;

/// <summary>What somebody may know about their own account.</summary>
/// <param name="HasFactor">An authenticator app is set up.</param>
/// <param name="AbsentFrom">First day of an absence that the own seat of the campaign announced; null = none.</param>
/// <param name="AbsentUntil">Last day of it.</param>
internal sealed record OwnAccount(bool HasFactor, DateOnly? AbsentFrom, DateOnly? AbsentUntil, IReadOnlyList<OwnSeat> Seats);

/// <summary>A seat that one holds.</summary>
/// <param name="Campaign">The campaign's title; null for seats of the server.</param>
internal sealed record OwnSeat(string Title, string? Campaign, bool IsCurrent);

/// <summary>Reads one's own account.</summary>
internal sealed class MeReader(CoordinationDatabase database, SeatBook seats, CampaignPlans plans)
{
    internal async Task<OwnAccount> Read(Asker asker, PageWords words, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var hasFactor = await db.Accounts.Where(a => a.Id == asker.Account).Select(a => a.TwoFactorEnabled).SingleAsync(cancellation);
        var absence = await db.Appointments.Where(a => a.Id == asker.Appointment).Select(a => new { a.AbsentFrom, a.AbsentUntil }).SingleAsync(cancellation);
        var held = new List<OwnSeat>();
        foreach (var seat in await seats.Of(asker.Account, cancellation))
        {
            var plan = seat.Campaign.Length == 0 ? null : await plans.Of(seat.Campaign, cancellation);
            held.Add(new(words.Title(seat.Seat, plan), plan?.Title, seat.Appointment == asker.Appointment));
        }

        return new(hasFactor, absence.AbsentFrom, absence.AbsentUntil, held);
    }
}
