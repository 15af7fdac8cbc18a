using System.Text.RegularExpressions;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.Identity;

namespace HuiminCoord.Server.Accounts;

/// <summary>An account that was issued, or anew, with what its holder needs to activate it.</summary>
/// <param name="Token">Of the activation link; shown once, on the slip.</param>
internal sealed record IssuedAccount(string Account, string Login, string Name, string Token);

/// <summary>Issues accounts. Nobody registers by themselves.</summary>
internal sealed partial class Issuing(UserManager<Account> users, Links links, SessionBook sessions, AccountTrail trail, CoordinationDatabase database, TimeProvider time)
{
    /// <summary>How long an activation slip is good.</summary>
    internal static readonly TimeSpan SlipLives = TimeSpan.FromDays(7);

    /// <summary>Issues an account without a password; its holder sets one by the slip.</summary>
    /// <param name="login">Login name: 3 to 32 of a-z, 0-9, dot and hyphen.</param>
    /// <param name="name">The person's name.</param>
    /// <param name="by">Login of whoever issues it; null = the program.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="email">Mail address, if it is known.</param>
    /// <param name="with">What is written in the same transaction as the slip, before the account is there; it is given the account's id.</param>
    /// <exception cref="RefusedException"><c>account.login-malformed</c>, <c>account.login-taken</c>.</exception>
    internal async Task<IssuedAccount> Issue(
        string login, string name, string? by, CancellationToken cancellation, string? email = null, Func<CoordinationDb, string, CancellationToken, Task>? with = null)
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
        var token = await Slip(account.Id, login, by, "account.issued", cancellation, with);
        var made = await users.CreateAsync(account);
        return made.Succeeded
            ? new IssuedAccount(account.Id, login, account.Name, token)
            : throw new RefusedException(new Refusal("account.login-taken", login));
    }

    /// <summary>A new slip: the holder sets password and second factor anew, and is signed out everywhere by that. The present second factor ends at once.</summary>
    /// <exception cref="RefusedException"><c>account.unknown</c>.</exception>
    internal async Task<IssuedAccount> Renew(string login, string by, CancellationToken cancellation)
    {
        var account = await Require(login);
        var token = await Slip(account.Id, account.UserName!, by, "account.slip-renewed", cancellation);

        // Whoever found the lost telephone must not go on with its codes.
        await users.ResetAuthenticatorKeyAsync(account);
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

    private async Task<Account> Require(string login) =>
        await users.FindByNameAsync(login) ?? throw new RefusedException(new Refusal("account.unknown", login.Length <= 60 ? login : login[..60]));

    private Task<string> Slip(
        string account, string login, string? by, string @event, CancellationToken cancellation, Func<CoordinationDb, string, CancellationToken, Task>? with = null) => database.Write(
        async (db, token) =>
        {
            if (with is not null)
            {
                await with(db, account, token);
            }

            var secret = await links.Make(db, new LinkMade(LinkKind.Activation, by ?? "server", SlipLives, account), token);
            await trail.Append(db, login, by, @event, new { }, token);
            return secret;
        },
        cancellation);

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,30}[a-z0-9]$")]
    private static partial Regex LoginName();
}
