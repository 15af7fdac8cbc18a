using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.Identity;

namespace HuiminCoord.Server.Accounts;

/// <summary>Lets somebody who is signed in sit in another of their seats.</summary>
internal sealed class SeatSwitch(UserManager<Account> users, SigningIn signingIn, SessionBook sessions)
{
    /// <summary>Opens a session in the other seat; the present one ends.</summary>
    /// <exception cref="RefusedException"><c>access.no-seat</c>, <c>access.second-factor-missing</c>: the present session goes on.</exception>
    internal async Task<SignedIn> To(Asker asker, string seat, string? campaign, SessionKind kind, string client, CancellationToken cancellation)
    {
        var account = await users.FindByIdAsync(asker.Account) ?? throw new InvalidOperationException($"Account {asker.Account} has gone.");
        var signed = await signingIn.Open(account, new SignInWish(asker.Login, "", null, seat, campaign) { ProvedTwice = asker.ProvedTwice }, kind, client, cancellation);
        await sessions.Revoke(asker.Session, cancellation);
        return signed;
    }
}
