using HuiminCoord.Grains.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>What somebody types into an authenticator app.</summary>
/// <param name="Key">The secret in base 32.</param>
/// <param name="Uri">The same as an address that apps read from a picture.</param>
public sealed record FactorKey(string Key, string Uri);

/// <summary>Time-based codes (RFC 6238) from an authenticator app, by ASP.NET Core Identity; each is taken once.</summary>
internal sealed class SecondFactors(UserManager<Account> users, CoordinationDatabase database, TimeProvider time)
{
    private const string Issuer = "HuiminCoord";

    /// <summary>Identity takes codes of two steps before and after; a used one is remembered for longer than that.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    /// <summary>The account's key; a new one if it has none, or if one is wanted.</summary>
    internal async Task<FactorKey> Key(Account account, bool anew = false)
    {
        if (anew || await users.GetAuthenticatorKeyAsync(account) is null)
        {
            await users.ResetAuthenticatorKeyAsync(account);
        }

        var key = await users.GetAuthenticatorKeyAsync(account) ?? throw new InvalidOperationException("Identity keeps no authenticator key.");
        return new FactorKey(key, $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account.UserName!)}?secret={key}&issuer={Issuer}&digits=6&period=30");
    }

    /// <summary>True when the code is right and was not used before; it is used now.</summary>
    internal async Task<bool> Take(Account account, string? code, CancellationToken cancellation)
    {
        var digits = (code ?? "").Replace(" ", "", StringComparison.Ordinal);
        return digits.Length == 6 && digits.All(char.IsAsciiDigit)
            && await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits)
            && await Use(account.Id, digits, cancellation);
    }

    private async Task<bool> Use(string account, string code, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var old = now - (long)Remembered.TotalMilliseconds;
        return await database.Write(
            async (db, token) =>
            {
                await db.Database.ExecuteSqlAsync($"DELETE FROM used_code WHERE at < {old}", token);
                return await db.Database.ExecuteSqlAsync($"INSERT INTO used_code (account, code, at) VALUES ({account}, {code}, {now}) ON CONFLICT DO NOTHING", token);
            },
            cancellation) == 1;
    }
}
