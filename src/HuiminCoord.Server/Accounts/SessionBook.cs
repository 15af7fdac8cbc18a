using HuiminCoord.Domain.Access;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>What a session is for.</summary>
public enum SessionKind
{
    /// <summary>A browser, by a cookie; ends when idle.</summary>
    Console,

    /// <summary>A program, by a bearer token.</summary>
    Api,

    /// <summary>Opens the push channel, and nothing else; for minutes.</summary>
    Hub,
}

/// <summary>Who is signed in. Every request asks here: a seat that was lost, an account that was closed, opens nothing any more.</summary>
public sealed class SessionBook(CoordinationDatabase database, CampaignClock clock, AccountSettings settings, TimeProvider time)
{
    private static readonly TimeSpan HubTokenLives = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Asked by every request, so it is translated to SQL once; for this database alone, because it belongs to one provider.</summary>
    private readonly Func<CoordinationDb, byte[], CancellationToken, Task<Found?>> _byToken = EF.CompileAsyncQuery(
        (CoordinationDb db, byte[] hash, CancellationToken cancellation) =>
            (from session in db.Sessions
             join account in db.Accounts on session.Account equals account.Id
             join appointment in db.Appointments on session.Appointment equals appointment.Id
             where session.TokenHash == hash
             select new Found(session, account, appointment)).AsNoTracking().FirstOrDefault());

    private readonly Standings _standings = new(clock);

    /// <summary>Opens a session; the answer is its token, which is shown once.</summary>
    internal Task<string> Open(SessionKind kind, string account, string appointment, string client, string? parent = null) =>
        database.Write((db, _) => Task.FromResult(Open(db, kind, account, appointment, client, parent)));

    /// <summary>The same, within a transaction.</summary>
    internal string Open(CoordinationDb db, SessionKind kind, string account, string appointment, string client, string? parent = null, bool provedTwice = false)
    {
        var (token, now) = (Secrets.NewToken(), time.GetUtcNow());
        db.Sessions.Add(new SessionRow
        {
            Id = Secrets.NewId(),
            TokenHash = Secrets.Hash(token),
            Kind = Word(kind),
            Parent = parent,
            Account = account,
            Appointment = appointment,
            CreatedAt = now,
            SeenAt = now,
            ExpiresAt = now + (kind == SessionKind.Hub ? HubTokenLives : settings.Longest),
            Client = client.Length <= 120 ? client : client[..120],
            ProvedTwice = provedTwice,
        });
        return token;
    }

    /// <summary>Who shows this token; null when it opens nothing, or not any more.</summary>
    internal async Task<Asker?> Find(string token, SessionKind kind, CancellationToken cancellation = default)
    {
        if (token.Length is 0 or > Secrets.MostCharacters)
        {
            return null;
        }

        var hash = Secrets.Hash(token);
        await using var db = database.OpenToRead();
        var found = await _byToken(db, hash, cancellation);
        if (found is null || found.Session.Kind != Word(kind) || !Lives(found))
        {
            return null;
        }

        return kind == SessionKind.Hub ? await ById(found.Session.Parent!, cancellation) : await Seen(found, db, cancellation);
    }

    /// <summary>Whoever a session belongs to; null when it lives no more.</summary>
    internal async Task<Asker?> ById(string session, CancellationToken cancellation = default)
    {
        await using var db = database.OpenToRead();
        var found = await Joined(db, db.Sessions.Where(s => s.Id == session)).FirstOrDefaultAsync(cancellation);
        return found is not null && Lives(found) ? await AskerOf(found, db, cancellation) : null;
    }

    /// <summary>The same for somebody who does something now on a page that stays connected: the session is in use.</summary>
    internal async Task<Asker?> Use(string session, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var found = await Joined(db, db.Sessions.Where(s => s.Id == session)).FirstOrDefaultAsync(cancellation);
        return found is not null && Lives(found) ? await Seen(found, db, cancellation) : null;
    }

    /// <summary>Those of the given sessions that live, with what they stand for now.</summary>
    internal async Task<IReadOnlyDictionary<string, Standing>> Living(IReadOnlyCollection<string> sessions, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var found = await Joined(db, db.Sessions.Where(s => sessions.Contains(s.Id))).ToListAsync(cancellation);
        var living = new Dictionary<string, Standing>();
        foreach (var session in found.Where(Lives))
        {
            living.Add(session.Session.Id, await _standings.Of(session.Appointment, db, cancellation));
        }

        return living;
    }

    /// <summary>Ends a session at once, with the hub tokens it asked for.</summary>
    internal Task Revoke(string session, CancellationToken cancellation = default) => database.Write(
        async (db, token) =>
        {
            foreach (var row in await db.Sessions.Where(s => (s.Id == session || s.Parent == session) && s.RevokedAt == null).ToListAsync(token))
            {
                row.RevokedAt = time.GetUtcNow();
            }
        },
        cancellation);

    /// <summary>Ends every session of an account, within a transaction.</summary>
    internal async Task RevokeAll(CoordinationDb db, string account, CancellationToken cancellation)
    {
        foreach (var row in await db.Sessions.Where(s => s.Account == account && s.RevokedAt == null).ToListAsync(cancellation))
        {
            row.RevokedAt = time.GetUtcNow();
        }
    }

    internal static string Word(SessionKind kind) => kind.ToString().ToLowerInvariant();

    private static IQueryable<Found> Joined(CoordinationDb db, IQueryable<SessionRow> sessions) =>
        from session in sessions
        join account in db.Accounts on session.Account equals account.Id
        join appointment in db.Appointments on session.Appointment equals appointment.Id
        select new Found(session, account, appointment);

    /// <summary>True while the session opens something.</summary>
    internal bool Lives(SessionRow session, AccountRow account, AppointmentRow appointment)
    {
        var now = time.GetUtcNow();
        var idle = session.Kind == Word(SessionKind.Console) && now - session.SeenAt > settings.Idle;
        return session.RevokedAt is null && session.ExpiresAt > now && !idle && account.DisabledAt is null && _standings.Lives(appointment);
    }

    private bool Lives(Found found) => Lives(found.Session, found.Account, found.Appointment);

    /// <summary>Remembers that the session is in use, at most once a minute.</summary>
    private async Task<Asker> Seen(Found found, CoordinationDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now - found.Session.SeenAt > SeenEvery)
        {
            await database.Write((writing, token) => writing.Sessions.Where(s => s.Id == found.Session.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.SeenAt, now), token), cancellation);
        }

        return await AskerOf(found, db, cancellation);
    }

    private async Task<Asker> AskerOf(Found found, CoordinationDb db, CancellationToken cancellation) => new(
        found.Session.Id, found.Account.Id, found.Account.UserName, found.Account.Name, found.Appointment.Id, found.Appointment.Campaign,
        await _standings.Of(found.Appointment, db, cancellation), found.Session.ExpiresAt) { ProvedTwice = found.Session.ProvedTwice };

    private sealed record Found(SessionRow Session, AccountRow Account, AppointmentRow Appointment);
}
