using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>Gives seats to accounts and takes them away.</summary>
internal sealed class Appointing(CoordinationDatabase database, AccountTrail trail, AccountSettings settings, TimeProvider time)
{
    /// <summary>Gives a seat of the server or of a campaign to an account. Seats of units follow the unit's own word.</summary>
    /// <param name="wish">Who, where, until when.</param>
    /// <param name="plan">The campaign's plan; null for administrators.</param>
    /// <param name="by">Who appoints.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The appointment's id.</returns>
    /// <exception cref="RefusedException">A rule of <see cref="AppointmentRules"/>, or <c>account.unknown</c>, <c>seat.unknown</c>, <c>seat.term-reversed</c>.</exception>
    internal Task<string> Appoint(AppointmentWish wish, Plan? plan, Asker by, CancellationToken cancellation)
    {
        var seat = SeatAddress.Find(wish.Seat) is { } found && Exists(found, plan) ? found : throw new RefusedException(new Refusal("seat.unknown", wish.Seat));
        if (wish.Until < wish.From)
        {
            throw new RefusedException(new Refusal("seat.term-reversed", $"{wish.From:yyyy-MM-dd}", $"{wish.Until:yyyy-MM-dd}"));
        }

        return database.Write(
            async (db, token) =>
            {
                var account = await db.Accounts.FirstOrDefaultAsync(a => a.UserName == wish.Login && a.DisabledAt == null, token) ?? throw new RefusedException(new Refusal("account.unknown", wish.Login));
                var living = await db.Appointments.Where(a => a.Campaign == (plan == null ? "" : plan.Campaign.Value) && a.EndedAt == null).ToListAsync(token);
                var facts = new AppointmentFacts(
                    [.. living.Select(a => (a.Account, SeatAddress.Find(a.Seat)!))], account.Id, by.Account, by.Standing.Seat.Role, settings.OneAdministrator);
                if (AppointmentRules.Refuse(seat, facts) is { } refusal)
                {
                    throw new RefusedException(refusal);
                }

                return await Add(db, account, seat, plan?.Campaign.Value ?? "", wish, by, token);
            },
            cancellation);
    }

    /// <summary>Takes a seat away at once: the session that sits in it ends with the next request, the push channel within a second.</summary>
    /// <exception cref="RefusedException"><c>appointment.unknown</c>, <c>appointment.last-administrator</c>.</exception>
    internal Task End(string appointment, string? campaign, Asker by, CancellationToken cancellation) => database.Write(
        async (db, token) =>
        {
            var row = await db.Appointments.FirstOrDefaultAsync(a => a.Id == appointment && a.EndedAt == null && (campaign == null || a.Campaign == campaign), token)
                ?? throw new RefusedException(new Refusal("appointment.unknown", appointment));
            var others = await db.Appointments.Where(a => a.Campaign == row.Campaign && a.Seat == row.Seat && a.Id != row.Id && a.EndedAt == null).CountAsync(token);
            if (SeatAddress.Find(row.Seat)!.IsAdmin && others == 0)
            {
                throw new RefusedException(new Refusal("appointment.last-administrator"));
            }

            row.EndedAt = time.GetUtcNow();
            var login = (await db.Accounts.FindAsync([row.Account], token))?.UserName ?? row.Account;
            await trail.Append(db, login, by.Signature, "seat.taken", new { seat = row.Seat, campaign = row.Campaign }, token);
        },
        cancellation);

    /// <summary>Announces when the asker's own seat in the campaign is away: meanwhile whoever covers it does its work. A later word takes the place of an earlier one.</summary>
    /// <param name="by">Who is away.</param>
    /// <param name="from">First day; null with <paramref name="until"/> = back again.</param>
    /// <param name="until">Last day.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusedException"><c>seat.term-reversed</c>, <c>appointment.by-the-unit</c>: a unit announces absences of its seats itself.</exception>
    internal Task MarkAbsent(Asker by, DateOnly? from, DateOnly? until, CancellationToken cancellation)
    {
        var refusal = by.Standing.Seat.Kind is not null ? new Refusal("appointment.by-the-unit")
            : until < from ? new Refusal("seat.term-reversed", $"{from:yyyy-MM-dd}", $"{until:yyyy-MM-dd}")
            : null;
        return refusal is not null ? throw new RefusedException(refusal) : database.Write(
            async (db, token) =>
            {
                var row = await db.Appointments.FirstOrDefaultAsync(a => a.Id == by.Appointment && a.EndedAt == null, token) ?? throw new RefusedException(new Refusal("appointment.unknown", by.Appointment));
                (row.AbsentFrom, row.AbsentUntil) = (from, until);
                await trail.Append(db, by.Login, by.Signature, "seat.absence-announced", new { seat = row.Seat, campaign = row.Campaign, from, until }, token);
            },
            cancellation);
    }

    private async Task<string> Add(CoordinationDb db, AccountRow account, SeatAddress seat, string campaign, AppointmentWish wish, Asker by, CancellationToken cancellation)
    {
        var row = new AppointmentRow
        {
            Id = Secrets.NewId(),
            Account = account.Id,
            Campaign = campaign,
            Seat = seat.ToString(),
            FromDay = wish.From,
            UntilDay = wish.Until,
            CreatedAt = time.GetUtcNow(),
            CreatedBy = by.Signature,
        };
        db.Appointments.Add(row);
        await trail.Append(db, account.UserName, by.Signature, "seat.given", new { seat = row.Seat, campaign, from = wish.From, until = wish.Until }, cancellation);
        return row.Id;
    }

    private static bool Exists(SeatAddress seat, Plan? plan) =>
        seat.IsAdmin ? plan is null
        : plan is not null && (seat.Unit is not { } unit
            || (plan.Unit(unit) is not null && (seat.Section is null || plan.Domains.Any(d => d.Lead == unit && d.Sections.Any(s => s.Id == seat.Section)))));
}

/// <summary>Who is to sit where.</summary>
/// <param name="Login">The account.</param>
/// <param name="Seat">The seat's address.</param>
/// <param name="From">First day by the campaign's clock; null = at once.</param>
/// <param name="Until">Last day; null = open.</param>
internal sealed record AppointmentWish(string Login, string Seat, DateOnly? From, DateOnly? Until);
