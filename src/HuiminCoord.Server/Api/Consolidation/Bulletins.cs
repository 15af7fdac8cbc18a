using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Consolidations;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Consolidating;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Consolidation;

/// <summary>Bulletins as a seat may see them.</summary>
internal static class Bulletins
{
    /// <summary>All that went round, the latest first.</summary>
    internal static async Task<IReadOnlyList<BulletinView>> All(ReadingScene scene, KeptDistricts kept, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var rows = await scene.Db.Consolidations.AsNoTracking().Where(c => c.Campaign == campaign).ToListAsync(cancellation);
        var all = new List<(Occurrence Month, BulletinView View)>();
        foreach (var (duty, state) in rows.Select(r => (r.Duty, ConsolidationReader.StateOf(r))))
        {
            if (state.Bulletin is { } bulletin)
            {
                var plan = await kept.PlanOf(campaign, state.TableOf(bulletin));
                var month = DistrictReader.Require(plan, duty);
                all.Add((month, BulletinView.Of(plan, month, bulletin, scene.OnlyUnit)));
            }
        }

        return [.. all.OrderByDescending(b => b.Month.Due).Select(b => b.View)];
    }

    /// <summary>One with its figures.</summary>
    /// <exception cref="RefusedException"><c>bulletin.unknown</c>.</exception>
    internal static async Task<BulletinView> Find(ReadingScene scene, string duty, KeptDistricts kept, CancellationToken cancellation)
    {
        var (state, bulletin) = await Require(scene, duty, cancellation);
        var (period, all) = await kept.Both(scene.Db, scene.Campaign.Id, duty, state.TableOf(bulletin), cancellation);
        var (plan, only) = (period.Table.Plan, bulletin.Issued is null ? scene.OnlyUnit : null);
        var columns = DistrictPapers.BulletinColumns(plan);
        return BulletinView.Of(plan, period.Occurrence, bulletin, scene.OnlyUnit) with { Columns = columns, Rows = BulletinRowView.Of(DistrictPapers.Figures(period, all), columns, only) };
    }

    /// <summary>What became of a period, and its bulletin.</summary>
    /// <exception cref="RefusedException"><c>bulletin.unknown</c>.</exception>
    internal static async Task<(ConsolidationState State, Bulletin Bulletin)> Require(ReadingScene scene, string duty, CancellationToken cancellation)
    {
        var state = await ConsolidationReader.State(scene.Db, scene.Campaign.Id, duty, cancellation);
        return state.Bulletin is { } bulletin ? (state, bulletin) : throw new RefusedException(new Refusal("bulletin.unknown"));
    }
}
