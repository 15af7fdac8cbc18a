using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Units;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Onboarding;

/// <summary>Gives a unit's seat to the account of whom the roster names, and decides the nomination.</summary>
internal sealed class SeatGiving(AccountTrail trail, CoordinationDatabase database, TimeProvider time)
{
    private static readonly string Waiting = NominationWords.Of(NominationStage.Waiting);
    private static readonly string Confirmed = NominationWords.Of(NominationStage.Confirmed);

    /// <exception cref="RefusedException"><c>nomination.outdated</c>.</exception>
    internal async Task RequireCurrent(NominationRow row, DateOnly today, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        if (Nominations.IsOutdated(row, (await Held(db, row, today, cancellation))?.Holder))
        {
            throw Outdated();
        }
    }

    /// <summary>The seat, and the end of whoever sat there, in one transaction with the decision.</summary>
    /// <exception cref="RefusedException"><c>nomination.outdated</c>, <c>nomination.decided</c>.</exception>
    internal Task Give(NominationRow row, string account, DateOnly today, Asker by, CancellationToken cancellation) => database.Write(
        async (db, token) =>
        {
            await UnitTurn.Take(db, row.Campaign, row.Unit, token);
            if (await Held(db, row, today, token) is not { } held || held.Holder != row.Holder)
            {
                throw Outdated();
            }

            await Decide(db, row, account, by, token);
            await trail.Append(db, by.Signature, await Seat(db, row, account, held.ValidTo, by, token), token);
        },
        cancellation);

    /// <summary>What is told of it. Whoever sits there already stays; an appointment without a holder belongs to the seat: a rehearsal's demo account stays beside the person.</summary>
    private async Task<List<TrailLine>> Seat(CoordinationDb db, NominationRow row, string account, DateOnly? until, Asker by, CancellationToken cancellation)
    {
        var (address, login) = ($"{row.Unit}/{row.Seat}", await LoginOf(db, account, cancellation));
        var lines = new List<TrailLine> { new(login, "nomination.confirmed", new { seat = address, campaign = row.Campaign, holder = row.Holder, source = row.Source }) };
        var sitting = await db.Appointments.Where(a => a.Campaign == row.Campaign && a.Seat == address && a.EndedAt == null && a.Holder != null).ToListAsync(cancellation);
        foreach (var other in sitting.Where(a => a.Account != account || a.Holder != row.Holder))
        {
            other.EndedAt = time.GetUtcNow();
            lines.Add(new(await LoginOf(db, other.Account, cancellation), "seat.taken", new { seat = address, campaign = row.Campaign }));
        }

        if (sitting.All(a => a.EndedAt is not null))
        {
            db.Appointments.Add(Appointment(row, address, account, until, by));
            lines.Add(new(login, "seat.given", new { seat = address, campaign = row.Campaign }));
        }

        return lines;
    }

    private async Task Decide(CoordinationDb db, NominationRow row, string account, Asker by, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var changed = await db.Nominations.Where(n => n.Id == row.Id && n.Stage == Waiting && n.Account == row.Account).ExecuteUpdateAsync(
            n => n.SetProperty(r => r.Stage, Confirmed).SetProperty(r => r.DecidedAt, now).SetProperty(r => r.DecidedBy, by.Signature).SetProperty(r => r.Account, account), cancellation);
        if (changed == 0)
        {
            throw new RefusedException(new Refusal("nomination.decided"));
        }
    }

    private AppointmentRow Appointment(NominationRow row, string address, string account, DateOnly? until, Asker by) => new()
    {
        Id = Secrets.NewId(),
        Account = account,
        Campaign = row.Campaign,
        Seat = address,
        Holder = row.Holder,
        UntilDay = until,
        CreatedAt = time.GetUtcNow(),
        CreatedBy = by.Signature,
    };

    private static async Task<SeatRow?> Held(CoordinationDb db, NominationRow row, DateOnly today, CancellationToken cancellation) =>
        (await Roster.Of(db, row.Campaign, row.Unit, today, cancellation)).GetValueOrDefault(Seats.Require(row.Seat));

    private static async Task<string> LoginOf(CoordinationDb db, string account, CancellationToken cancellation) =>
        await db.Accounts.Where(a => a.Id == account).Select(a => a.UserName).FirstOrDefaultAsync(cancellation) ?? account;

    private static RefusedException Outdated() => new(new Refusal("nomination.outdated"));
}
