using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Consolidations;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Consolidating;

/// <summary>A duty of the office as it stands.</summary>
public sealed record OwedByOffice(OfficeDutyKind Kind, DateOnly Due, bool IsDone, bool IsLate);

/// <summary>What has become of a period's reports in the office, and what it still owes of them.</summary>
/// <param name="Open">Units whose report is not accepted, or is opened again: until there is none the period is not locked.</param>
/// <param name="HasReports">True where at least one unit has reported.</param>
public sealed record ConsolidationScene(Occurrence Occurrence, ConsolidationState State, IReadOnlyList<OwedByOffice> Owed, IReadOnlyList<UnitId> Open, LockStanding Lock, bool HasReports)
{
    /// <exception cref="RefusedException"><c>district.unknown</c>.</exception>
    internal static async Task<ConsolidationScene> Read(ReadingScene scene, string duty, CancellationToken cancellation) =>
        await Read(scene, DistrictReader.Require(scene.Campaign.Plan, duty), await CountedReports.Read(scene.Db, scene.Campaign.Plan, cancellation), cancellation);

    /// <summary>The same beside the district's table, which is added up from the same reports.</summary>
    internal static async Task<ConsolidationScene> Read(ReadingScene scene, Occurrence occurrence, CountedReports reports, CancellationToken cancellation)
    {
        var (db, campaign, plan, today) = (scene.Db, scene.Campaign.Id, scene.Campaign.Plan, scene.Campaign.Today);
        var state = await ConsolidationReader.State(db, campaign, occurrence.Id.Value, cancellation);
        var open = await ConsolidationReader.Open(db, campaign, occurrence.Id.Value, cancellation);
        var done = await OfficeBook.Done(db, campaign, plan, cancellation);
        var counted = reports.Kept(occurrence.Id);
        return new(
            occurrence, state, [.. OfficeDuties.Of(plan, occurrence, scene.Campaign.Calendar).Select(d => new OwedByOffice(d.Kind, d.Due, IsDone(d, done, today), d.Due < today && !done.Contains(d.At)))],
            open, await ConsolidationReader.Lock(db, state, plan, occurrence.Id, counted, open, cancellation), counted.Any(r => r.Duty == occurrence.Id && r.Version > 0));
    }

    /// <summary>A review is over when nothing waits; before anything was handed in it has not begun.</summary>
    private static bool IsDone(OfficeDuty duty, IReadOnlySet<OfficeDutyAt> done, DateOnly today) =>
        done.Contains(duty.At) && (duty.Kind != OfficeDutyKind.Review || duty.Occurrence.Due < today);
}
