using System.Globalization;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>Which sessions are listed.</summary>
/// <param name="Login">Only this account's; null = all.</param>
/// <param name="Limit">Rows of a page, at most.</param>
/// <param name="After">Where the page before ended.</param>
public sealed record SessionFilter(string? Login, int Limit, string? After);

/// <summary>Somebody who is signed in.</summary>
/// <param name="Campaign">Null for administrators.</param>
/// <param name="Kind">console or api.</param>
/// <param name="LastSeen">To the minute.</param>
/// <param name="Until">When it ends at the latest.</param>
/// <param name="Client">What the client calls itself.</param>
public sealed record SessionEntry(
    string Session, string Login, string Name, string Seat, string? Campaign, string Kind, DateTimeOffset Since, DateTimeOffset LastSeen, DateTimeOffset Until, string Client);

/// <param name="Next">Where the following page begins; null on the last one.</param>
public sealed record SessionPage(IReadOnlyList<SessionEntry> Items, string? Next);

/// <summary>Who is signed in, for whoever watches over it.</summary>
internal sealed class SessionList(CoordinationDatabase database, SessionBook sessions, AccountTrail trail, TimeProvider time)
{
    private static readonly string Hub = SessionBook.Word(SessionKind.Hub);

    /// <summary>Living sessions, the latest first. A page may have fewer rows than asked for: some have fallen idle.</summary>
    internal async Task<SessionPage> List(SessionFilter filter, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = database.OpenToRead();
        var found =
            from session in db.Sessions
            join account in db.Accounts on session.Account equals account.Id
            join appointment in db.Appointments on session.Appointment equals appointment.Id
            where session.RevokedAt == null && session.ExpiresAt > now && session.Kind != Hub && account.DisabledAt == null && appointment.EndedAt == null
                && (filter.Login == null || account.UserName == filter.Login)
            select new { session, account, appointment };
        if (filter.After is { } after)
        {
            var (since, id) = Place(after);
            found = found.Where(f => f.session.CreatedAt < since || (f.session.CreatedAt == since && string.Compare(f.session.Id, id) > 0));
        }

        var rows = await found.OrderByDescending(f => f.session.CreatedAt).ThenBy(f => f.session.Id).Take(filter.Limit + 1).ToListAsync(cancellation);
        var page = rows.Take(filter.Limit).ToList();
        return new SessionPage(
            [.. page.Where(f => sessions.Lives(f.session, f.account, f.appointment)).Select(f => new SessionEntry(
                f.session.Id, f.account.UserName, f.account.Name, f.appointment.Seat, f.appointment.Campaign.Length == 0 ? null : f.appointment.Campaign,
                f.session.Kind, f.session.CreatedAt, f.session.SeenAt, f.session.ExpiresAt, f.session.Client))],
            rows.Count > filter.Limit ? Place(page[^1].session) : null);
    }

    /// <summary>Ends a session, with the hub tokens it asked for.</summary>
    /// <exception cref="RefusedException"><c>session.unknown</c>: there is none that lives.</exception>
    internal Task End(string session, Asker by, CancellationToken cancellation) => database.Write(
        async (db, token) =>
        {
            var now = time.GetUtcNow();
            var row = await db.Sessions.FirstOrDefaultAsync(s => s.Id == session && s.RevokedAt == null && s.ExpiresAt > now, token) ?? throw new RefusedException(new Refusal("session.unknown"));
            await db.Sessions.Where(s => (s.Id == session || s.Parent == session) && s.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(r => r.RevokedAt, now), token);
            var login = await db.Accounts.Where(a => a.Id == row.Account).Select(a => a.UserName).FirstOrDefaultAsync(token) ?? row.Account;
            await trail.Append(db, login, by.Signature, "session.ended", new { session }, token);
        },
        cancellation);

    private static string Place(SessionRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.CreatedAt.ToUnixTimeMilliseconds()}~{row.Id}");

    private static (DateTimeOffset Since, string Id) Place(string word) =>
        word.Split('~') is [var at, { Length: < 40 } id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < 253_402_300_800_000
            ? (DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), id)
            : throw new RefusedException(new Refusal("page.malformed", word.Length <= 60 ? word : word[..60]));
}
