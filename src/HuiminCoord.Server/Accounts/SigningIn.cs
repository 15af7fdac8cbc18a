using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.Identity;

namespace HuiminCoord.Server.Accounts;

/// <summary>Who somebody is, by password and second factor. Every failure gives the same answer, and takes as long.</summary>
internal sealed class SigningIn(
    UserManager<Account> users, SignInAttempts attempts, SecondFactors factors, SeatBook seats, SessionBook sessions, AccountTrail trail,
    CoordinationDatabase database, AccountSettings settings)
{
    /// <summary>Longest password that is looked at: hashing a novel would be an attack.</summary>
    internal const int LongestPassword = 128;

    /// <summary>What an unknown name's password is compared with, so that the answer takes as long.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Secrets.NewToken()));

    /// <summary>Signs in: opens a session in the wanted seat, or in the first one.</summary>
    /// <exception cref="RefusedException"><c>access.sign-in-refused</c> for whatever is wrong; <c>access.no-seat</c> and <c>access.second-factor-missing</c> only to whoever proved who they are.</exception>
    internal async Task<SignedIn> Open(SignInWish wish, SessionKind kind, string client, CancellationToken cancellation)
    {
        var account = await Prove(wish, cancellation) ?? throw new RefusedException(new Refusal("access.sign-in-refused"));
        return await Open(account, wish with { ProvedTwice = account.TwoFactorEnabled }, kind, client, cancellation);
    }

    /// <summary>The same for an account that was proved otherwise.</summary>
    internal async Task<SignedIn> Open(Account account, SignInWish wish, SessionKind kind, string client, CancellationToken cancellation)
    {
        var held = await seats.Of(account.Id, cancellation);
        var fitting = held.Where(h => (wish.Seat is null || h.Seat.ToString() == wish.Seat) && (wish.Campaign is null || h.Campaign == wish.Campaign));
        var chosen = fitting.FirstOrDefault() ?? throw new RefusedException(new Refusal("access.no-seat"));
        if (!wish.ProvedTwice && Needs(chosen))
        {
            throw new RefusedException(new Refusal("access.second-factor-missing"));
        }

        var token = await database.Write(
            async (db, ct) =>
            {
                var opened = sessions.Open(db, kind, account.Id, chosen.Appointment, client, provedTwice: wish.ProvedTwice);
                await trail.Append(db, account, "account.signed-in", new { seat = chosen.Seat.ToString(), campaign = chosen.Campaign, kind = SessionBook.Word(kind) }, ct);
                return opened;
            },
            cancellation);
        return new SignedIn(token, chosen, held);
    }

    /// <summary>True where the seat asks for a second factor.</summary>
    internal bool Needs(HeldSeat seat) => settings.SecondFactor switch
    {
        SecondFactor.Required => true,
        SecondFactor.Administrators => seat.Seat.IsAdmin || seat.Seat.Inbox == Domain.Identity.Recipients.Office,
        _ => false,
    };

    /// <summary>Takes a code of the account's second factor; wrong ones count as failures do.</summary>
    internal async Task<bool> ProveAgain(Account account, string? code, CancellationToken cancellation)
    {
        if (!await attempts.Take(account.Id, cancellation) || !await factors.Take(account, code, cancellation))
        {
            await database.Write((db, ct) => trail.Append(db, account, "account.sign-in-refused", new { }, ct), cancellation);
            return false;
        }

        await attempts.Forget(account.Id, cancellation);
        return true;
    }

    private async Task<Account?> Prove(SignInWish wish, CancellationToken cancellation)
    {
        if (wish.Password.Length > LongestPassword)
        {
            return null;
        }

        var account = await users.FindByNameAsync(wish.Login.Trim());
        if (account is null || account.DisabledAt is not null || account.PasswordHash is null || !await attempts.Take(account.Id, cancellation))
        {
            users.PasswordHasher.VerifyHashedPassword(new Account(), NobodysHash.Value, wish.Password);
            return null;
        }

        if (!await users.CheckPasswordAsync(account, wish.Password) || (account.TwoFactorEnabled && !await factors.Take(account, wish.Code, cancellation)))
        {
            await database.Write((db, ct) => trail.Append(db, account, "account.sign-in-refused", new { }, ct), cancellation);
            return null;
        }

        await attempts.Forget(account.Id, cancellation);
        return account;
    }
}

/// <summary>What somebody types to sign in.</summary>
/// <param name="Login">Login name.</param>
/// <param name="Password">Password.</param>
/// <param name="Code">The authenticator app's code, where one is set up.</param>
/// <param name="Seat">The seat to sit in; null = the first.</param>
/// <param name="Campaign">The seat's campaign, where it is held in several.</param>
internal sealed record SignInWish(string Login, string Password, string? Code, string? Seat = null, string? Campaign = null)
{
    /// <summary>True when a second factor was proved elsewhere: to the identity provider, or when the present session began.</summary>
    internal bool ProvedTwice { get; init; }
}

/// <summary>Somebody is in.</summary>
/// <param name="Token">Shown once.</param>
/// <param name="Seat">Where they sit now.</param>
/// <param name="Seats">Where they may sit.</param>
internal sealed record SignedIn(string Token, HeldSeat Seat, IReadOnlyList<HeldSeat> Seats);
