using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Campaigns;

/// <summary>One version of a plan that was issued.</summary>
/// <param name="Before">The version whose place it took; null for the first.</param>
/// <param name="IssuedAt">Null until the registers have it.</param>
/// <param name="IssuedBy">Seat and login of whoever issued it; both null where nobody was signed in.</param>
/// <param name="Receipts">One for each of its members, in plan order.</param>
internal sealed record PlanVersion(Plan Plan, Plan? Before, DateTimeOffset? IssuedAt, Signature IssuedBy, IReadOnlyList<PlanReceipt> Receipts)
{
    /// <summary>In what it differs from the version before.</summary>
    internal IReadOnlyList<PlanDifference> Differences => Before is null ? [] : PlanComparison.Between(Before, Plan);

    /// <summary>Members that have confirmed its receipt.</summary>
    internal IEnumerable<PlanReceipt> Confirmed => Receipts.Where(r => r.At is not null);
}

/// <summary>That a unit got a version.</summary>
/// <param name="At">When it confirmed it; null = it has not.</param>
/// <param name="By">From which seat.</param>
internal sealed record PlanReceipt(UnitPlan Unit, DateTimeOffset? At, string? By);

/// <summary>Reads the versions of a plan, with who issued them and who has confirmed them: the audit tells both.</summary>
internal sealed class PlanVersions(PlanShelf plans)
{
    /// <summary>All versions, the first one first.</summary>
    internal async Task<IReadOnlyList<PlanVersion>> Of(ReadingScene scene, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var versions = await plans.Through(campaign, scene.Campaign.Plan.Version);
        var told = await scene.Db.Audit.AsNoTracking()
            .Where(a => a.Campaign == campaign && (a.EventType == "campaign.issued" || a.EventType == "unit.receipt-confirmed"))
            .OrderBy(a => a.At).ToListAsync(cancellation);
        var issued = told.Where(a => a.GrainType == Rooms.Campaign).ToList();
        var confirmed = told.Where(a => a.GrainType == Rooms.Unit)
            .Select(a => (Row: a, (StoredJson.Read<UnitEvent>(a.Body) as UnitEvent.ReceiptConfirmed)?.Paper))
            .ToLookup(r => r.Paper ?? "", r => r.Row);
        return [.. versions.Select((plan, i) => new PlanVersion(
            plan, i == 0 ? null : versions[i - 1], issued.ElementAtOrDefault(i)?.At, Signature.Of(issued.ElementAtOrDefault(i)?.Actor),
            [.. plan.Units.Select(u => Receipt(u, confirmed[PaperOf(plan.Version)].FirstOrDefault(r => r.GrainKey == $"{campaign}/{u.Id}")))]))];
    }

    /// <summary>The name under which units confirm a version.</summary>
    internal static string PaperOf(int version) => $"plan-{version}";

    private static PlanReceipt Receipt(UnitPlan unit, AuditRow? row) => new(unit, row?.At, row is null ? null : Signature.Of(row.Actor).Seat);
}
