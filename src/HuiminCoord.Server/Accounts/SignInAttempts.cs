using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>Five failures, then fifteen minutes of rest.</summary>
/// <remarks>
/// An attempt is counted before the password is looked at, in one statement: a thousand guesses at the same moment get five
/// looks, as a thousand in a row do. Real time.
/// </remarks>
internal sealed class SignInAttempts(CoordinationDatabase database, TimeProvider time)
{
    internal const int Most = 5;

    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    /// <summary>Takes one attempt; false while the account rests.</summary>
    internal async Task<bool> Take(string account, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var until = now + (long)Rest.TotalMilliseconds;
        return await database.Write(
            (db, token) => db.Database.ExecuteSqlAsync(
                $"""
                UPDATE account SET
                  access_failed_count = CASE WHEN lockout_end IS NULL THEN access_failed_count + 1 ELSE 1 END,
                  lockout_end = CASE WHEN lockout_end IS NULL AND access_failed_count + 1 >= {Most} THEN {until} ELSE NULL END
                WHERE id = {account} AND (lockout_end IS NULL OR lockout_end <= {now})
                """, token),
            cancellation) == 1;
    }

    /// <summary>The attempt was right: earlier failures are forgotten.</summary>
    internal Task Forget(string account, CancellationToken cancellation) => database.Write(
        (db, token) => db.Database.ExecuteSqlAsync($"UPDATE account SET access_failed_count = 0, lockout_end = NULL WHERE id = {account}", token), cancellation);
}
