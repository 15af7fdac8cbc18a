using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>Which accounts are listed.</summary>
/// <param name="Text">Part of the login name or of the person's name; null = all.</param>
/// <param name="Limit">Rows of a page.</param>
/// <param name="After">The login name at which the page before ended.</param>
public sealed record AccountFilter(string? Text, int Limit, string? After);

/// <summary>A seat that an account was given and that has not been taken away; its term may not have begun.</summary>
/// <param name="Campaign">Null for administrators.</param>
public sealed record SeatOfAccount(string Seat, string? Campaign);

/// <summary>An account as administrators see it.</summary>
/// <param name="Activated">Its holder has set a password.</param>
/// <param name="SecondFactor">Its holder has set up an authenticator app.</param>
/// <param name="Closed">It cannot be used.</param>
public sealed record AccountEntry(string Login, string Name, bool Activated, bool SecondFactor, bool Closed, DateTimeOffset IssuedAt, IReadOnlyList<SeatOfAccount> Seats);

/// <param name="Next">Where the following page begins; null on the last one.</param>
public sealed record AccountPage(IReadOnlyList<AccountEntry> Items, string? Next);

/// <summary>The accounts of this server.</summary>
internal sealed class AccountBook(AccountsDb accounts, CoordinationDatabase database)
{
    /// <summary>By login name, in pages.</summary>
    internal async Task<AccountPage> List(AccountFilter filter, CancellationToken cancellation)
    {
        var found = accounts.Users.AsNoTracking();
        found = filter.Text is { Length: > 0 } text ? found.Where(a => a.UserName!.Contains(text) || a.Name.Contains(text)) : found;
        found = filter.After is { } after ? found.Where(a => string.Compare(a.UserName, after) > 0) : found;
        var rows = await found.OrderBy(a => a.UserName).Take(filter.Limit + 1)
            .Select(a => new { a.Id, a.UserName, a.Name, Activated = a.PasswordHash != null, a.TwoFactorEnabled, a.DisabledAt, a.CreatedAt }).ToListAsync(cancellation);
        var page = rows.Take(filter.Limit).ToList();
        var seats = await Seats([.. page.Select(a => a.Id)], cancellation);
        var items = page.Select(a => new AccountEntry(a.UserName!, a.Name, a.Activated, a.TwoFactorEnabled, a.DisabledAt is not null, a.CreatedAt, [.. seats[a.Id]]));
        return new AccountPage([.. items], rows.Count > filter.Limit ? page[^1].UserName : null);
    }

    private async Task<ILookup<string, SeatOfAccount>> Seats(List<string> ids, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var rows = await db.Appointments.Where(a => ids.Contains(a.Account) && a.EndedAt == null).OrderBy(a => a.Campaign).ThenBy(a => a.Seat).ToListAsync(cancellation);
        return rows.ToLookup(a => a.Account, a => new SeatOfAccount(a.Seat, a.Campaign.Length == 0 ? null : a.Campaign));
    }
}
