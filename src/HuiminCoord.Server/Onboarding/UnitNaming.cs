using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Units;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Onboarding;

/// <summary>A unit names its people by its link, without an account. Its word takes effect at once; accounts wait for the office.</summary>
internal sealed class UnitNaming(
    Links links, CampaignDirectory campaigns, Telling telling, NominationBook book, AccountTrail trail, CoordinationDatabase database)
{
    /// <summary>What the link leads to.</summary>
    /// <exception cref="RefusedException"><c>link.spent</c>.</exception>
    internal async Task<UnitInvitation> Look(string token, CancellationToken cancellation)
    {
        var (link, scene, unit) = await Open(token, cancellation);
        await using var db = database.OpenToRead();
        var roster = await Roster.Of(db, scene.Id, unit.Id.Value, scene.Today, cancellation);
        var named = (await NominationBook.Waiting(db, scene.Id, unit.Id.Value).ToListAsync(cancellation)).ToDictionary(n => Seats.Require(n.Seat), n => n.Holder);
        return new UnitInvitation(scene.Id, scene.Plan.Title, scene.Plan.Document.Number, unit.Id.Value, unit.Name, link.ExpiresAt, [.. Enum.GetValues<SeatKind>().Select(Seat)]);

        InvitedSeat Seat(SeatKind seat)
        {
            var holder = roster.GetValueOrDefault(seat);
            var nameless = seat == SeatKind.Leader && NamingRules.IsPlaceholder(holder?.Holder ?? "");
            return new InvitedSeat(seat, nameless ? null : holder?.Holder, nameless ? null : holder?.Title, named.GetValueOrDefault(seat), seat != SeatKind.Leader || nameless);
        }
    }

    /// <summary>Takes the unit's word; the link is used. Afterwards nothing of it can be lost: what the actor has not heard yet is told again.</summary>
    /// <exception cref="RefusedException"><c>link.spent</c>, or what <see cref="NamingRules.Order"/> refuses: then the link stays good.</exception>
    internal async Task<NamedAnswer> Name(string token, NamedPeople people, CancellationToken cancellation)
    {
        var (link, scene, unit) = await Open(token, cancellation);
        await SettleEarlier(scene.Id, unit.Id.Value, cancellation);
        var seats = await Decide(scene, unit.Id, people, cancellation);
        var rows = await Keep(token, link.Id, unit.Id, scene.Id, seats, cancellation);

        // The word is kept: whoever gives up waiting does not take it back.
        await telling.Tell(rows, CancellationToken.None);
        return new NamedAnswer(unit.Id.Value, unit.Name, [.. rows.Select(Answer)]);
    }

    private async Task<(SingleUseLinkRow Link, CampaignScene Scene, UnitPlan Unit)> Open(string token, CancellationToken cancellation)
    {
        var link = await links.Require(LinkKind.Unit, token, cancellation);
        var scene = await campaigns.Campaign(link.Campaign!, cancellation);
        var unit = scene.Plan.Unit(new UnitId(link.Unit!)) ?? throw new RefusedException(new Refusal("link.spent"));
        return (link, scene, unit);
    }

    /// <summary>What the unit said before, and no actor has answered, goes first: else it would undo what is said now.</summary>
    private async Task SettleEarlier(string campaign, string unit, CancellationToken cancellation)
    {
        if (await telling.Mend(campaign, unit, cancellation) > 0)
        {
            throw new RefusedException(new Refusal("server.not-ready"));
        }

        await using var db = database.OpenToRead();
        var told = await db.Nominations.Where(n => n.Campaign == campaign && n.Unit == unit).MaxAsync(n => n.ToldSeq, cancellation);
        await telling.AwaitRoster(campaign, unit, told ?? 0, cancellation);
    }

    private async Task<IReadOnlyList<NamedSeat>> Decide(CampaignScene scene, UnitId unit, NamedPeople people, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var roster = await Roster.Of(db, scene.Id, unit.Value, scene.Today, cancellation);
        return NamingRules.Order(people, roster.ToDictionary(r => r.Key, r => r.Value.Holder)) switch
        {
            Decision<NamedSeat>.Kept kept => kept.Events,
            Decision<NamedSeat>.Refused refused => throw new RefusedException(refused.Refusal),
            _ => throw new InvalidOperationException("A decision is kept or refused."),
        };
    }

    /// <summary>The use of the link and what was said by it, in one transaction.</summary>
    private Task<List<NominationRow>> Keep(string token, string link, UnitId unit, string campaign, IReadOnlyList<NamedSeat> seats, CancellationToken cancellation) => database.Write(
        async (db, ct) =>
        {
            await UnitTurn.Take(db, campaign, unit.Value, ct);
            await links.Use(db, LinkKind.Unit, token, ct);
            var rows = seats.Select((seat, turn) => book.New(campaign, unit, seat, NominationSource.Link, link, turn)).ToList();
            var by = Telling.SignatureOf(unit.Value);
            await book.Add(db, rows, by, ct);
            await trail.OfUnit(db, campaign, unit.Value, by, "unit.people-named", new { link, seats = rows.Select(r => new { seat = r.Seat, holder = r.Holder }) }, ct);
            return rows;
        },
        cancellation);

    private static NamedSeatAnswer Answer(NominationRow row) => new(
        Seats.Require(row.Seat), row.Holder, row.ToldAt is not null && row.ToldRefusal is null, row.ToldRefusal is { } code ? new Refusal(code, row.Seat) : null);
}
