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
/// <remarks>By the plan of their day: an amendment that takes a period away takes neither its table nor its bulletin along.</remarks>
internal sealed class KeptDistricts(PlanShelf plans)
{
    /// <summary>The table of the period, and the cumulative one, as they were kept.</summary>
    /// <exception cref="RefusedException"><c>consolidation.table-unknown</c>.</exception>
    internal async Task<(DistrictPeriod Period, DistrictPeriod Cumulative)> Both(CoordinationDb db, string campaign, string duty, KeptTable table, CancellationToken cancellation)
    {
        var plan = await PlanOf(campaign, table);
        var kept = await ConsolidationReader.Kept(db, campaign, duty, table.Number, cancellation) ?? throw new RefusedException(new Refusal("consolidation.table-unknown"));
        var occurrence = DistrictReader.Require(plan, duty);
        var owed = await db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && o.Duty == duty).ToListAsync(cancellation);
        var late = kept.Where(k => k.Duty.Value == duty).ToDictionary(k => k.Unit.Value, k => k.LateWorkdays);
        owed.ForEach(o => o.LateWorkdays = late.GetValueOrDefault(o.Unit));
        var reports = new DistrictReports(plan, owed, await ConsolidationReader.Reports(db, plan, kept, cancellation));
        return (reports.Of(occurrence, DistrictSpan.Period), reports.Of(occurrence, DistrictSpan.Cumulative));
    }

    /// <summary>One of both.</summary>
    /// <exception cref="RefusedException"><c>consolidation.table-unknown</c>.</exception>
    internal async Task<DistrictPeriod> Read(CoordinationDb db, string campaign, string duty, KeptTable table, DistrictSpan span, CancellationToken cancellation)
    {
        var (period, cumulative) = await Both(db, campaign, duty, table, cancellation);
        return span == DistrictSpan.Period ? period : cumulative;
    }

    /// <summary>The bulletin's paper as it went round last, or as it was issued.</summary>
    internal async Task<byte[]> Paper(CoordinationDb db, string campaign, string duty, ConsolidationState state, Bulletin bulletin, bool rehearsal, CancellationToken cancellation)
    {
        var (period, all) = await Both(db, campaign, duty, state.TableOf(bulletin), cancellation);
        return DistrictPapers.Bulletin(period, all, bulletin, rehearsal);
    }

    /// <summary>The bulletin's figures as they went round last, or were issued.</summary>
    internal async Task<byte[]> Workbook(CoordinationDb db, string campaign, string duty, ConsolidationState state, Bulletin bulletin, bool rehearsal, CancellationToken cancellation)
    {
        var (period, all) = await Both(db, campaign, duty, state.TableOf(bulletin), cancellation);
        return BulletinWorkbooks.Make(period, all, bulletin, rehearsal);
    }

    /// <summary>The plan by which a table was kept.</summary>
    internal async Task<Plan> PlanOf(string campaign, KeptTable table) =>
        await plans.Find(campaign, table.PlanVersion) ?? throw new InvalidOperationException($"{campaign} has no plan {table.PlanVersion}, by which a table was kept.");
}
