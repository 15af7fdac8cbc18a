using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Accounts;

/// <summary>The accounts of a rehearsal: one for each seat, all with one pass phrase, which the terminal prints.</summary>
/// <remarks>Only a rehearsal has them, and a rehearsal listens on this machine only. They belong to seats, not to people.</remarks>
public sealed class DemoAccounts(CoordinationDatabase database, TimeProvider time)
{
    private const string Fact = "demo-phrase";

    /// <summary>Makes those that are missing.</summary>
    /// <returns>The pass phrase of all of them; the same after a restart.</returns>
    public async Task<string> Make(Plan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var phrase = await Phrase(cancellation);
        var seats = Seats(plan).ToList();
        var accounts = await Accounts(seats, plan, phrase, cancellation);
        await Appoint(seats, accounts, plan.Campaign.Value, cancellation);
        return phrase;
    }

    /// <summary>A seat's login name: <c>jiaoyu-liaison</c>.</summary>
    public static string LoginOf(SeatAddress seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return seat.ToString().Replace('/', '-');
    }

    /// <summary>Every seat that a plan has.</summary>
    public static IEnumerable<SeatAddress> Seats(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Enum.GetValues<SeatRole>().Where(r => r is not (SeatRole.Leader or SeatRole.Liaison or SeatRole.Deputy or SeatRole.Section)).Select(r => new SeatAddress(r))
            .Concat(plan.Units.SelectMany(u => Enum.GetValues<SeatKind>().Select(k => SeatAddress.Of(u.Id, k))))
            .Concat(plan.Domains.SelectMany(d => d.Sections.Select(s => new SeatAddress(SeatRole.Section, d.Lead, s.Id))));
    }

    /// <summary>The seats' accounts by login name; new ones are made.</summary>
    private async Task<Dictionary<string, string>> Accounts(List<SeatAddress> seats, Plan plan, string phrase, CancellationToken cancellation)
    {
        await using var db = new AccountsDb(AccountsDb.Options(database), database);
        var known = await db.Users.ToDictionaryAsync(a => a.UserName!, a => a.Id, cancellation);
        var missing = seats.Where(s => !known.ContainsKey(LoginOf(s))).ToList();
        if (missing.Count > 0)
        {
            // One hash for all: they share the phrase, and hashing is slow on purpose.
            var hash = new PasswordHasher<Account>().HashPassword(new Account(), phrase);
            var made = missing.Select(seat => New(seat, plan, hash)).ToList();
            db.Users.AddRange(made);
            await db.SaveChangesAsync(cancellation);
            made.ForEach(a => known.Add(a.UserName!, a.Id));
        }

        return known;
    }

    private Task Appoint(List<SeatAddress> seats, Dictionary<string, string> accounts, string campaign, CancellationToken cancellation) => database.Write(
        async (db, token) =>
        {
            var taken = await db.Appointments.Where(a => (a.Campaign == campaign || a.Campaign == "") && a.EndedAt == null).Select(a => a.Seat).ToHashSetAsync(token);
            db.Appointments.AddRange(seats.Where(s => !taken.Contains(s.ToString())).Select(s => new AppointmentRow
            {
                Id = Secrets.NewId(),
                Account = accounts[LoginOf(s)],
                Campaign = s.IsAdmin ? "" : campaign,
                Seat = s.ToString(),
                CreatedAt = time.GetUtcNow(),
                CreatedBy = "rehearsal",
            }));
        },
        cancellation);

    private Account New(SeatAddress seat, Plan plan, string hash) => new()
    {
        UserName = LoginOf(seat),
        NormalizedUserName = LoginOf(seat).ToUpperInvariant(),
        Name = $"演示·{(seat.Unit is { } unit ? plan.Unit(unit)!.Name : "")}{SeatNames.Of(seat.Role)}",
        PasswordHash = hash,
        SecurityStamp = Secrets.NewToken(),
        CreatedAt = time.GetUtcNow(),
        LockoutEnabled = true,
    };

    private Task<string> Phrase(CancellationToken cancellation) => database.Write(
        async (db, token) =>
        {
            var row = await db.ServerFacts.FindAsync([Fact], token);
            if (row is null)
            {
                row = new ServerFactRow { Name = Fact, Value = Secrets.NewPhrase() };
                db.ServerFacts.Add(row);
            }

            return row.Value;
        },
        cancellation);
}
