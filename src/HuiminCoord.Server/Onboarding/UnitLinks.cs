using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Onboarding;

/// <summary>Single-use links by which units name their people: the unit is invited, not a person.</summary>
internal sealed class UnitLinks(Links links, CampaignDirectory campaigns, AccountTrail trail, CoordinationDatabase database, TimeProvider time)
{
    /// <summary>How long a link is good; a unit that lets it pass gets another.</summary>
    internal static readonly TimeSpan Lives = TimeSpan.FromDays(14);

    /// <summary>Links of a unit that stay in the office's list.</summary>
    private const int Shown = 5;

    private static readonly string Kind = Links.Word(LinkKind.Unit);

    /// <summary>Makes links; an earlier one of the same unit ends.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="units">Ids; empty = all members.</param>
    /// <param name="by">Who makes them.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusedException"><c>campaign.unknown</c>, <c>unit.unknown</c>.</exception>
    internal async Task<IReadOnlyList<MadeUnitLink>> Make(string campaign, IReadOnlyList<string> units, Asker by, CancellationToken cancellation)
    {
        var scene = await campaigns.Campaign(campaign, cancellation);
        foreach (var unknown in units.Where(u => scene.Plan.Units.All(p => p.Id.Value != u)))
        {
            throw new RefusedException(new Refusal("unit.unknown", CampaignDirectory.Shown(unknown)));
        }

        var invited = scene.Plan.Units.Where(u => units.Count == 0 || units.Contains(u.Id.Value)).ToList();
        return await database.Write<IReadOnlyList<MadeUnitLink>>(
            async (db, token) =>
            {
                var made = new List<MadeUnitLink>();
                foreach (var unit in invited)
                {
                    var secret = Secrets.NewToken();
                    var row = await links.Make(db, new LinkMade(LinkKind.Unit, by.Signature, Lives, Campaign: campaign, Unit: unit.Id.Value), secret, token);
                    made.Add(new MadeUnitLink(row.Id, unit.Id.Value, unit.Name, secret, row.ExpiresAt));
                }

                await trail.OfUnits(db, campaign, made.Select(m => m.Unit), by.Signature, "unit-link.made", token);
                return made;
            },
            cancellation);
    }

    /// <summary>The campaign's links in the plan's order of units, of each unit the newest first.</summary>
    /// <exception cref="RefusedException"><c>campaign.unknown</c>.</exception>
    internal async Task<IReadOnlyList<UnitLinkEntry>> List(string campaign, CancellationToken cancellation)
    {
        var scene = await campaigns.Campaign(campaign, cancellation);
        await using var db = database.OpenToRead();
        var rows = (await db.SingleUseLinks.Where(l => l.Kind == Kind && l.Campaign == campaign).ToListAsync(cancellation)).ToLookup(l => l.Unit);
        return [.. scene.Plan.Units.SelectMany(u => rows[u.Id.Value].OrderByDescending(l => l.CreatedAt).Take(Shown).Select(l => Entry(l, u.Name)))];
    }

    /// <summary>Withdraws an open link.</summary>
    /// <exception cref="RefusedException"><c>link.unknown</c>: there is none, or it is used or over.</exception>
    internal Task Withdraw(string campaign, string link, Asker by, CancellationToken cancellation) => database.Write(
        async (db, token) =>
        {
            var now = time.GetUtcNow();
            var row = await db.SingleUseLinks.FirstOrDefaultAsync(
                l => l.Id == link && l.Kind == Kind && l.Campaign == campaign && l.UsedAt == null && l.RevokedAt == null && l.ExpiresAt > now, token) ?? throw Unknown(link);

            // Whoever uses it at this very moment was there first.
            if (await db.SingleUseLinks.Where(l => l.Id == link && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(r => r.RevokedAt, now), token) == 0)
            {
                throw Unknown(link);
            }

            await trail.OfUnit(db, campaign, row.Unit!, by.Signature, "unit-link.withdrawn", new { }, token);
        },
        cancellation);

    private static RefusedException Unknown(string link) => new(new Refusal("link.unknown", CampaignDirectory.Shown(link)));

    private UnitLinkEntry Entry(SingleUseLinkRow row, string name) => new(
        row.Id, row.Unit!, name, StageOf(row), row.CreatedAt, row.CreatedBy, row.ExpiresAt, row.UsedAt ?? row.RevokedAt);

    private UnitLinkStage StageOf(SingleUseLinkRow row) =>
        row.UsedAt is not null ? UnitLinkStage.Used
        : row.RevokedAt is not null ? UnitLinkStage.Withdrawn
        : row.ExpiresAt <= time.GetUtcNow() ? UnitLinkStage.Expired
        : UnitLinkStage.Open;
}
