using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Units;

/// <summary>Member units: who they are, who sits for them, what they have confirmed.</summary>
internal static class ReadUnits
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/units", List).AsRead<Page<UnitView>>("listUnits");
        campaign.MapGet("/units/{unit}", One).AsRead<Reading<UnitView>>("getUnit");
        campaign.MapGet("/units/{unit}/seats", Roster).AsRead<Page<SeatView>>("listSeats");
        campaign.MapGet("/units/{unit}/receipts", Receipts).AsRead<Page<ReceiptView>>("listReceipts");
    }

    /// <summary>Lists the member units in the order of the plan.</summary>
    /// <remarks>A unit's seat sees its own. With today's liaison and how much is open and overdue by the campaign's clock.</remarks>
    internal static async Task<Page<UnitView>> List(string campaign, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.All(await Views(scene, [.. scene.Campaign.Plan.Units.Where(u => scene.OnlyUnit is null || u.Id.Value == scene.OnlyUnit)], cancellation));
    }

    /// <summary>One member unit.</summary>
    /// <remarks>The same as in the list.</remarks>
    internal static async Task<Reading<UnitView>> One(string campaign, string unit, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        ActorDoor.RequireUnit(scene.Campaign, unit);
        return scene.One((await Views(scene, [scene.Campaign.Plan.Unit(new(unit))!], cancellation))[0]);
    }

    /// <summary>The unit's roster: every term in every seat, the latest first.</summary>
    /// <remarks>Telephone numbers stand here and nowhere else: not in logs, not in the audit.</remarks>
    internal static async Task<Page<SeatView>> Roster(string campaign, string unit, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        ActorDoor.RequireUnit(scene.Campaign, unit);
        return scene.All(await SeatTerms.Of(scene, unit, cancellation));
    }

    /// <summary>Papers sent to the unit, and whether their receipt was confirmed.</summary>
    /// <remarks>A paper without a confirmation is still awaited.</remarks>
    internal static async Task<Page<ReceiptView>> Receipts(string campaign, string unit, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        ActorDoor.RequireUnit(scene.Campaign, unit);
        return scene.All(await UnitReceipts.Of(scene, unit, cancellation));
    }

    private static async Task<IReadOnlyList<UnitView>> Views(ReadingScene scene, IReadOnlyList<UnitPlan> units, CancellationToken cancellation)
    {
        var (campaign, today) = (scene.Campaign.Id, scene.Campaign.Today);
        var open = await scene.Db.Obligations.AsNoTracking()
            .Where(o => o.Campaign == campaign && !Stages.Over.Contains(o.Stage))
            .GroupBy(o => o.Unit)
            .Select(g => new { Unit = g.Key, Open = g.Count(), Overdue = g.Count(o => !o.Reported && !o.EnteredLate && o.Due < today) })
            .ToDictionaryAsync(g => g.Unit, cancellation);
        var seats = await scene.Db.Seats.AsNoTracking().Where(s => s.Campaign == campaign && s.Seat == "liaison").ToListAsync(cancellation);
        var liaisons = seats.Where(s => SeatView.IsCurrent(s, today)).ToLookup(s => s.Unit, s => s.Holder);
        return [.. units.Select(u => new UnitView(
            u.Id.Value, u.Name, u.Aliases, u.Table, open.GetValueOrDefault(u.Id.Value)?.Open ?? 0, open.GetValueOrDefault(u.Id.Value)?.Overdue ?? 0,
            liaisons[u.Id.Value].LastOrDefault()))];
    }
}
