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
    internal static async Task<IReadOnlyList<BulletinView>> All(ReadingScene scene, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var rows = (await scene.Db.Consolidations.AsNoTracking().Where(c => c.Campaign == campaign).ToListAsync(cancellation)).ToDictionary(c => c.Duty, StringComparer.Ordinal);
        return [.. from month in DistrictReader.Periods(scene.Campaign.Plan).Reverse()
                   let bulletin = ConsolidationReader.StateOf(rows.GetValueOrDefault(month.Id.Value)).Bulletin
                   where bulletin is not null
                   select BulletinView.Of(scene.Campaign.Plan, month, bulletin, scene.OnlyUnit)];
    }

    /// <summary>One with its figures.</summary>
    /// <exception cref="RefusedException"><c>bulletin.unknown</c>.</exception>
    internal static async Task<BulletinView> Find(ReadingScene scene, string duty, KeptDistricts kept, CancellationToken cancellation)
    {
        var (month, state, bulletin) = await Require(scene, duty, cancellation);
        var (period, all) = await kept.Both(scene.Db, scene.Campaign.Id, month, state.Table(bulletin.Issued?.Table ?? bulletin.Table), cancellation);
        var only = bulletin.Issued is null ? scene.OnlyUnit : null;
        var columns = DistrictPapers.BulletinColumns(period.Table.Plan);
        return BulletinView.Of(scene.Campaign.Plan, month, bulletin, scene.OnlyUnit) with { Columns = columns, Rows = BulletinRowView.Of(DistrictPapers.Figures(period, all), columns, only) };
    }

    /// <summary>The month, what became of it, and its bulletin.</summary>
    /// <exception cref="RefusedException"><c>bulletin.unknown</c>.</exception>
    internal static async Task<(Occurrence Month, ConsolidationState State, Bulletin Bulletin)> Require(ReadingScene scene, string duty, CancellationToken cancellation)
    {
        var month = DistrictReader.Periods(scene.Campaign.Plan).FirstOrDefault(o => o.Id.Value == duty);
        var state = month is null ? null : await ConsolidationReader.State(scene.Db, scene.Campaign.Id, duty, cancellation);
        return month is not null && state?.Bulletin is { } bulletin ? (month, state, bulletin) : throw new RefusedException(new Refusal("bulletin.unknown"));
    }
}
