using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Onboarding;

/// <summary>What units and lists say about people, as the office sees it.</summary>
internal sealed class Nominations(
    CampaignDirectory campaigns, PersonAccounts accounts, ContactLists contacts, Telling telling, AccountTrail trail, CoordinationDatabase database, TimeProvider time)
{
    /// <summary>Most decided ones that are shown, the latest first.</summary>
    private const int MostDecided = 200;

    private const int LongestReason = 400;

    private static readonly string Waiting = NominationWords.Of(NominationStage.Waiting);
    private static readonly string Refused = NominationWords.Of(NominationStage.Refused);

    /// <summary>How many the office has not decided.</summary>
    internal static Task<int> Undecided(ReadingScene scene, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        return scene.Db.Nominations.CountAsync(n => n.Campaign == campaign && n.Stage == Waiting, cancellation);
    }

    /// <summary>The nominations of a campaign.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="decided">False = those that wait, the earliest first; true = the others, the latest first.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusedException"><c>campaign.unknown</c>.</exception>
    internal async Task<IReadOnlyList<NominationEntry>> List(string campaign, bool decided, CancellationToken cancellation)
    {
        var scene = await campaigns.Campaign(campaign, cancellation);
        await telling.Mend(campaign, null, cancellation);
        await using var db = database.OpenToRead();
        var all = db.Nominations.Where(n => n.Campaign == campaign);
        var rows = decided
            ? await all.Where(n => n.Stage != Waiting).OrderByDescending(n => n.DecidedAt).ThenBy(n => n.Id).Take(MostDecided).ToListAsync(cancellation)
            : await all.Where(n => n.Stage == Waiting).OrderBy(n => n.CreatedAt).ThenBy(n => n.Unit).ThenBy(n => n.Turn).ToListAsync(cancellation);
        await telling.AwaitRosters(rows.Where(r => r.Stage == Waiting), cancellation);
        var roster = await Roster.Of(db, campaign, scene.Today, cancellation);
        var logins = await Logins(db, rows, cancellation);
        var entries = new List<NominationEntry>();
        foreach (var row in rows)
        {
            var holder = roster.GetValueOrDefault((row.Unit, Seats.Require(row.Seat)))?.Holder;
            var (login, proposed) = decided ? (logins.GetValueOrDefault(row.Account ?? ""), null) : await LoginOf(row, cancellation);
            entries.Add(Entry(row, scene, holder, login, proposed));
        }

        return entries;
    }

    /// <summary>Refuses a nomination: no account follows. What the roster says is not changed by it.</summary>
    /// <exception cref="RefusedException"><c>nomination.unknown</c>, <c>nomination.decided</c>, <c>reason.needed</c>.</exception>
    internal Task Refuse(string campaign, string nomination, string reason, Asker by, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            throw new RefusedException(new Refusal("reason.needed"));
        }

        return database.Write(
            async (db, token) =>
            {
                var row = await Require(db, campaign, nomination, token);
                var now = time.GetUtcNow();
                var changed = await db.Nominations.Where(n => n.Id == row.Id && n.Stage == Waiting).ExecuteUpdateAsync(
                    n => n.SetProperty(r => r.Stage, Refused).SetProperty(r => r.DecidedAt, now).SetProperty(r => r.DecidedBy, by.Signature).SetProperty(r => r.Reason, reason.Trim()), token);
                if (changed == 0)
                {
                    throw new RefusedException(new Refusal("nomination.decided"));
                }

                await trail.OfUnit(db, campaign, row.Unit, by.Signature, "nomination.refused", new { seat = row.Seat, holder = row.Holder, reason = reason.Trim() }, token);
            },
            cancellation);
    }

    /// <inheritdoc cref="ContactLists.Enter"/>
    internal Task<string> Enter(string campaign, UnitId unit, SeatKind seat, NamedPerson person, Asker by, CancellationToken cancellation) =>
        contacts.Enter(campaign, unit, seat, person, by, cancellation);

    /// <exception cref="RefusedException"><c>nomination.unknown</c>: also for another campaign's.</exception>
    internal static async Task<NominationRow> Require(CoordinationDb db, string campaign, string nomination, CancellationToken cancellation) =>
        await db.Nominations.FirstOrDefaultAsync(n => n.Id == nomination && n.Campaign == campaign, cancellation)
            ?? throw new RefusedException(new Refusal("nomination.unknown", CampaignDirectory.Shown(nomination)));

    /// <summary>True when the roster has passed on to somebody whom the nomination did not know of.</summary>
    internal static bool IsOutdated(NominationRow row, string? holder) =>
        holder != row.Holder && (row is { ToldAt: not null, ToldRefusal: null } || (NominationWords.Source(row.Source) == NominationSource.List && holder != row.HolderBefore));

    private async Task<(string? Login, string? Proposed)> LoginOf(NominationRow row, CancellationToken cancellation) =>
        await accounts.Find(row, cancellation) is { } account ? (account.UserName, null) : (null, await accounts.Proposed(row, cancellation));

    private static async Task<Dictionary<string, string>> Logins(CoordinationDb db, List<NominationRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(r => r.Account).OfType<string>().Distinct().ToList();
        return await db.Accounts.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.UserName, cancellation);
    }

    private static NominationEntry Entry(NominationRow row, CampaignScene scene, string? holder, string? login, string? proposed)
    {
        var (unit, stage) = (new UnitId(row.Unit), NominationWords.Stage(row.Stage));
        return new NominationEntry(
            row.Id, row.Unit, scene.Plan.Unit(unit)?.Name ?? row.Unit, Recipients.Of(unit, Seats.Require(row.Seat)), row.Holder, row.Title, row.Phone, row.Email,
            NominationWords.Source(row.Source), row.CreatedAt, stage, holder == row.Holder, stage == NominationStage.Waiting && IsOutdated(row, holder),
            login, proposed, row.DecidedAt, row.DecidedBy, row.Reason);
    }
}
