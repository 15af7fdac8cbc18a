using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Onboarding;

/// <summary>What is known of a campaign's seats before a contact list comes.</summary>
internal sealed class ContactFacts
{
    private static readonly string Waiting = NominationWords.Of(NominationStage.Waiting);
    private static readonly string FromLink = NominationWords.Of(NominationSource.Link);

    private readonly Dictionary<(string Unit, SeatKind Seat), string> _holders = [];
    private readonly Dictionary<(string Unit, SeatKind Seat), string> _named = [];
    private readonly HashSet<(string Seat, string Holder)> _appointed = [];

    private ContactFacts()
    {
    }

    internal static async Task<ContactFacts> Read(CoordinationDatabase database, CampaignScene scene, CancellationToken cancellation)
    {
        var facts = new ContactFacts();
        await using var db = database.OpenToRead();
        foreach (var (seat, row) in await Roster.Of(db, scene.Id, scene.Today, cancellation))
        {
            facts._holders.Add(seat, row.Holder);
        }

        foreach (var row in await db.Nominations.Where(n => n.Campaign == scene.Id && n.Stage == Waiting && n.Source == FromLink).ToListAsync(cancellation))
        {
            facts._named.Add((row.Unit, Seats.Require(row.Seat)), row.Holder);
        }

        var appointed = await db.Appointments.Where(a => a.Campaign == scene.Id && a.EndedAt == null && a.Holder != null).Select(a => new { a.Seat, a.Holder }).ToListAsync(cancellation);
        facts._appointed.UnionWith(appointed.Select(a => (a.Seat, a.Holder!)));
        return facts;
    }

    internal KnownSeat Of(UnitId unit, SeatKind seat)
    {
        var holder = _holders.GetValueOrDefault((unit.Value, seat));
        return new KnownSeat(holder, holder is not null && _appointed.Contains((Recipients.Of(unit, seat), holder)), _named.GetValueOrDefault((unit.Value, seat)));
    }
}
