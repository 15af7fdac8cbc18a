using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Onboarding;

/// <summary>Which account belongs to somebody who was named, and what a new one would be called.</summary>
internal sealed class PersonAccounts(UserManager<Account> users, CoordinationDatabase database)
{
    /// <summary>The account that was issued for the nomination, or that the same person has in the unit: same name and mail; null when there is none.</summary>
    internal async Task<Account?> Find(NominationRow row, CancellationToken cancellation)
    {
        if (row.Account is { } issued && await users.FindByIdAsync(issued) is { } own)
        {
            return own;
        }

        if (row.Email.Length == 0)
        {
            return null;
        }

        var mail = users.NormalizeEmail(row.Email);
        var same = await users.Users.AsNoTracking().Where(a => a.Name == row.Holder && a.NormalizedEmail == mail && a.DisabledAt == null).Select(a => a.Id).ToListAsync(cancellation);
        await using var db = database.OpenToRead();
        var prefix = $"{row.Unit}/";
        var found = await db.Appointments
            .Where(a => same.Contains(a.Account) && a.Campaign == row.Campaign && a.Seat.StartsWith(prefix))
            .OrderByDescending(a => a.CreatedAt).Select(a => a.Account).FirstOrDefaultAsync(cancellation);
        return found is null ? null : await users.FindByIdAsync(found);
    }

    /// <summary>The login name that a new account for the nomination gets unless the office says otherwise.</summary>
    internal async Task<string> Proposed(NominationRow row, CancellationToken cancellation)
    {
        var (unit, seat) = (new UnitId(row.Unit), Seats.Require(row.Seat));
        var stem = LoginNames.Stem(unit, seat);
        await using var db = database.OpenToRead();
        return LoginNames.Proposed(unit, seat, await db.Accounts.Where(a => a.UserName.StartsWith(stem)).Select(a => a.UserName).ToHashSetAsync(cancellation));
    }
}
