using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Consolidations;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Consolidating;

/// <summary>Tables that were kept, added up again from the versions that they name: what went out can be shown at any time.</summary>
internal sealed class KeptDistricts(PlanShelf plans)
{
    /// <summary>The table of the period, and the cumulative one, as they were kept.</summary>
    /// <exception cref="RefusedException"><c>consolidation.table-unknown</c>.</exception>
    internal async Task<(DistrictPeriod Period, DistrictPeriod Cumulative)> Both(CoordinationDb db, string campaign, Occurrence occurrence, KeptTable? table, CancellationToken cancellation)
    {
        var duty = occurrence.Id.Value;
        var plan = table is null ? null : await plans.Find(campaign, table.PlanVersion);
        if (plan is null || await ConsolidationReader.Kept(db, campaign, duty, table!.Number, cancellation) is not { } kept)
        {
            throw new RefusedException(new Refusal("consolidation.table-unknown"));
        }

        var owed = await db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && o.Duty == duty).ToListAsync(cancellation);
        var late = kept.Where(k => k.Duty.Value == duty).ToDictionary(k => k.Unit.Value, k => k.LateWorkdays);
        owed.ForEach(o => o.LateWorkdays = late.GetValueOrDefault(o.Unit));
        var reports = new DistrictReports(plan, owed, await ConsolidationReader.Reports(db, plan, kept, cancellation));
        return (reports.Of(occurrence, DistrictSpan.Period), reports.Of(occurrence, DistrictSpan.Cumulative));
    }

    /// <summary>The bulletin's paper as it went round last, or as it was issued.</summary>
    /// <exception cref="RefusedException"><c>bulletin.unknown</c>: none was circulated.</exception>
    internal async Task<byte[]> Paper(CoordinationDb db, string campaign, Occurrence occurrence, ConsolidationState state, bool rehearsal, CancellationToken cancellation)
    {
        var bulletin = state.Bulletin ?? throw new RefusedException(new Refusal("bulletin.unknown"));
        var (period, all) = await Both(db, campaign, occurrence, state.Table(bulletin.Issued?.Table ?? bulletin.Table), cancellation);
        return DistrictPapers.Bulletin(period, all, bulletin, rehearsal);
    }
}
