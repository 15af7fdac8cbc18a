using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.Identity;

namespace HuiminCoord.Server.Accounts;

/// <summary>What an activation slip leads to.</summary>
/// <param name="NeedsFactor">True when the account cannot be used without a second factor.</param>
/// <param name="Factor">What to put into an authenticator app.</param>
internal sealed record ActivationOffer(string Login, string Name, bool NeedsFactor, FactorKey Factor);

/// <summary>Whoever has the slip sets password and second factor, once.</summary>
internal sealed class Activation(
    UserManager<Account> users, Links links, SecondFactors factors, SeatBook seats, SigningIn signingIn, SessionBook sessions, AccountTrail trail,
    CoordinationDatabase database, AccountSettings settings)
{
    /// <summary>Looks at a slip. The key stays the same until the slip is used, so looking twice does no harm.</summary>
    /// <exception cref="RefusedException"><c>link.spent</c>.</exception>
    internal async Task<ActivationOffer> Look(string token, CancellationToken cancellation)
    {
        var account = await Require(token, cancellation);
        return new ActivationOffer(account.UserName!, account.Name, await Needs(account, cancellation), await factors.Key(account));
    }

    /// <summary>Sets the password, and the second factor if a code is given; signs the account out everywhere.</summary>
    /// <exception cref="RefusedException"><c>link.spent</c>, <c>password.too-short</c>, <c>password.common</c>, <c>factor.code-needed</c>, <c>factor.code-wrong</c>: the slip stays good.</exception>
    internal async Task Finish(string token, string password, string? code, CancellationToken cancellation)
    {
        var account = await Require(token, cancellation);
        await RequirePassword(account, password);
        var withFactor = !string.IsNullOrWhiteSpace(code);
        if (!withFactor && await Needs(account, cancellation))
        {
            throw new RefusedException(new Refusal("factor.code-needed"));
        }

        if (withFactor && !await factors.Take(account, code, cancellation))
        {
            throw new RefusedException(new Refusal("factor.code-wrong"));
        }

        await database.Write(
            async (db, ct) =>
            {
                await links.Use(db, LinkKind.Activation, token, ct);
                await sessions.RevokeAll(db, account.Id, ct);
                await trail.Append(db, account, "account.activated", new { secondFactor = withFactor }, ct);
            },
            cancellation);
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.TwoFactorEnabled = withFactor;
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        Require(await users.UpdateSecurityStampAsync(account));
    }

    /// <exception cref="RefusedException">The first thing that is wrong with it.</exception>
    private async Task RequirePassword(Account account, string password)
    {
        foreach (var validator in password.Length > SigningIn.LongestPassword ? [] : users.PasswordValidators)
        {
            var found = await validator.ValidateAsync(users, account, password);
            if (!found.Succeeded)
            {
                throw new RefusedException(found.Errors.Any(e => e.Code == CommonPasswords.Code) ? new Refusal("password.common") : new Refusal("password.too-short"));
            }
        }

        if (password.Length > SigningIn.LongestPassword)
        {
            throw new RefusedException(new Refusal("password.too-long", $"{SigningIn.LongestPassword}"));
        }
    }

    private async Task<bool> Needs(Account account, CancellationToken cancellation) =>
        settings.SecondFactor == SecondFactor.Required || (await seats.Of(account.Id, cancellation)).Any(signingIn.Needs);

    private async Task<Account> Require(string token, CancellationToken cancellation)
    {
        var link = await links.Require(LinkKind.Activation, token, cancellation);
        return await users.FindByIdAsync(link.Account!) ?? throw new RefusedException(new Refusal("link.spent"));
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            // Somebody else changed the account at this very moment; the slip is used, so the administrator gives another.
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Code)));
        }
    }
}
