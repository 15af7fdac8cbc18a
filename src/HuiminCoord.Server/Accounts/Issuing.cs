using System.Text.RegularExpressions;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>An account that was issued, or anew, with what its holder needs to activate it.</summary>
/// <param name="Token">Of the activation link; shown once, on the slip.</param>
internal sealed record IssuedAccount(string Account, string Login, string Name, string Token);

/// <summary>An account's id that somebody holds before the account is there: however often it is issued for them, it is the same one.</summary>
/// <param name="Account">The id.</param>
/// <param name="Write">Records the reservation, in the transaction of the slip.</param>
internal sealed record Reservation(string Account, Func<CoordinationDb, CancellationToken, Task> Write);

/// <summary>Issues accounts. Nobody registers by themselves.</summary>
internal sealed partial class Issuing(UserManager<Account> users, AccountsDb accounts, Links links, SessionBook sessions, AccountTrail trail, CoordinationDatabase database, TimeProvider time)
{
    /// <summary>How long an activation slip is good.</summary>
    internal static readonly TimeSpan SlipLives = TimeSpan.FromDays(7);

    /// <summary>Issues an account without a password; its holder sets one by the slip.</summary>
    /// <param name="login">Login name: 3 to 32 of a-z, 0-9, dot and hyphen.</param>
    /// <param name="name">The person's name.</param>
    /// <param name="by">Login of whoever issues it; null = the program.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="email">Mail address, if it is known.</param>
    /// <param name="reserved">Who waits for the account and knows its id before it is there.</param>
    /// <exception cref="RefusedException"><c>account.login-malformed</c>, <c>account.login-taken</c>.</exception>
    internal async Task<IssuedAccount> Issue(
        string login, string name, string? by, CancellationToken cancellation, string? email = null, Reservation? reserved = null)
    {
        if (!LoginName().IsMatch(login))
        {
            throw new RefusedException(new Refusal("account.login-malformed"));
        }

        if (await users.FindByNameAsync(login) is not null)
        {
            throw new RefusedException(new Refusal("account.login-taken", login));
        }

        // Told first: should the program end in between, the audit has a line too many, and no account has one too few.
        var account = new Account { UserName = login, Name = name.Trim(), Email = email, CreatedAt = time.GetUtcNow(), LockoutEnabled = true };
        account.Id = reserved?.Account ?? account.Id;
        var token = await Slip(account.Id, login, by, "account.issued", cancellation, reserved?.Write);
        return await Create(account)
            ? new IssuedAccount(account.Id, login, account.Name, token)
            : throw new RefusedException(new Refusal("account.login-taken", login));
    }

    /// <summary>A new slip: the holder sets password and second factor anew, and is signed out everywhere by that. The present second factor ends at once.</summary>
    /// <exception cref="RefusedException"><c>account.unknown</c>.</exception>
    internal async Task<IssuedAccount> Renew(string login, string by, CancellationToken cancellation)
    {
        var account = await Require(login);
        var token = await Slip(account.Id, account.UserName!, by, "account.slip-renewed", cancellation, (db, end) => EndSecondFactor(db, account.Id, end));
        return new IssuedAccount(account.Id, account.UserName!, account.Name, token);
    }

    /// <summary>Closes an account, or opens it again. Closing signs it out everywhere; what it did stays.</summary>
    /// <exception cref="RefusedException"><c>account.unknown</c>, <c>account.own</c>.</exception>
    internal async Task Close(string login, bool closed, string by, CancellationToken cancellation)
    {
        var account = await Require(login);
        if (account.UserName == by)
        {
            throw new RefusedException(new Refusal("account.own"));
        }

        await database.Write(
            async (db, token) =>
            {
                var row = await db.Accounts.FindAsync([account.Id], token) ?? throw new InvalidOperationException($"Account {account.Id} has gone.");
                row.DisabledAt = closed ? row.DisabledAt ?? time.GetUtcNow() : null;
                await sessions.RevokeAll(db, account.Id, token);
                await trail.Append(db, account.UserName!, by, closed ? "account.closed" : "account.opened", new { }, token);
            },
            cancellation);
    }

    /// <summary>Whoever found the lost telephone must not go on with its codes: another secret takes the place of the one that makes them.</summary>
    /// <remarks>A secret that were only removed would leave the account without a second factor to ask for.</remarks>
    private Task<int> EndSecondFactor(CoordinationDb db, string account, CancellationToken cancellation)
    {
        var secret = users.GenerateNewAuthenticatorKey();
        return db.Database.ExecuteSqlAsync($"UPDATE account_token SET value = {secret} WHERE user_id = {account} AND name = 'AuthenticatorKey'", cancellation);
    }

    /// <summary>False when the name, or the id that was reserved, has an account already; the database has the last word where two ask at the same moment.</summary>
    private async Task<bool> Create(Account account)
    {
        try
        {
            return (await users.CreateAsync(account)).Succeeded;
        }
        catch (Exception conflict) when (conflict is DbUpdateException or InvalidOperationException)
        {
            // The database refuses a second row; the context refuses one that it has read meanwhile.
            accounts.ChangeTracker.Clear();
            if (await accounts.Users.AsNoTracking().AnyAsync(a => a.Id == account.Id || a.NormalizedUserName == account.NormalizedUserName))
            {
                return false;
            }

            throw;
        }
    }

    private async Task<Account> Require(string login) =>
        await users.FindByNameAsync(login) ?? throw new RefusedException(new Refusal("account.unknown", login.Length <= 60 ? login : login[..60]));

    private Task<string> Slip(
        string account, string login, string? by, string @event, CancellationToken cancellation, Func<CoordinationDb, CancellationToken, Task>? with = null) => database.Write(
        async (db, token) =>
        {
            if (with is not null)
            {
                await with(db, token);
            }

            var secret = await links.Make(db, new LinkMade(LinkKind.Activation, by ?? "server", SlipLives, account), token);
            await trail.Append(db, login, by, @event, new { }, token);
            return secret;
        },
        cancellation);

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,30}[a-z0-9]$")]
    private static partial Regex LoginName();
}
