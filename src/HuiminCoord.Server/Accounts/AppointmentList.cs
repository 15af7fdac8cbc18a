using HuiminCoord.Domain.Access;
using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>That an account sits in a seat, as administrators see it.</summary>
/// <param name="Appointment">Its id, by which it is ended.</param>
/// <param name="Campaign">Null for administrators.</param>
/// <param name="Role">What kind of seat it is, in words.</param>
/// <param name="Holder">The name in the unit's roster that it stands for; null where people change without the account.</param>
/// <param name="From">First day; null = it has begun.</param>
/// <param name="Until">Last day; null = open.</param>
/// <param name="GivenBy">Who gave it, as the audit names them.</param>
public sealed record AppointmentEntry(
    string Appointment, string Login, string Name, string? Campaign, string Seat, string Role, string? Holder, DateOnly? From, DateOnly? Until,
    DateOnly? AbsentFrom, DateOnly? AbsentUntil, DateTimeOffset GivenAt, string GivenBy);

/// <summary>Who has been given which seat.</summary>
internal sealed class AppointmentList(CoordinationDatabase database)
{
    /// <summary>Appointments that were not taken away, by seat.</summary>
    /// <param name="campaign">Null = the administrators of the server.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<IReadOnlyList<AppointmentEntry>> List(string? campaign, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var where = campaign ?? "";
        var rows = await (
            from appointment in db.Appointments
            join account in db.Accounts on appointment.Account equals account.Id
            where appointment.Campaign == @where && appointment.EndedAt == null
            select new { appointment, account.UserName, account.Name }).ToListAsync(cancellation);
        return [.. rows
            .Select(r => (Row: r.appointment, Seat: SeatAddress.Find(r.appointment.Seat)!, r.UserName, r.Name))
            .OrderBy(r => r.Seat.Unit?.Value, StringComparer.Ordinal).ThenBy(r => r.Seat.Role).ThenBy(r => r.Row.Seat, StringComparer.Ordinal).ThenBy(r => r.UserName, StringComparer.Ordinal)
            .Select(r => new AppointmentEntry(
                r.Row.Id, r.UserName, r.Name, campaign, r.Row.Seat, SeatNames.Of(r.Seat.Role), r.Row.Holder, r.Row.FromDay, r.Row.UntilDay,
                r.Row.AbsentFrom, r.Row.AbsentUntil, r.Row.CreatedAt, r.Row.CreatedBy))];
    }
}
