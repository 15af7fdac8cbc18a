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
    internal static async Task<ConsolidationScene> Read(ReadingScene scene, string duty, CancellationToken cancellation)
    {
        var (campaign, plan, today) = (scene.Campaign.Id, scene.Campaign.Plan, scene.Campaign.Today);
        var occurrence = DistrictReader.Require(plan, duty);
        var state = ConsolidationReader.StateOf(await scene.Db.Consolidations.FindAsync([campaign, duty], cancellation));
        var open = await ConsolidationReader.Open(scene.Db, campaign, duty, cancellation);
        var done = await OfficeBook.Done(scene.Db, campaign, plan, cancellation);
        var locked = state.Last(KeptFor.Locked) is { } table ? await ConsolidationReader.Kept(scene.Db, campaign, duty, table.Number, cancellation) : null;
        var current = (await CountedReports.Read(scene.Db, plan, cancellation)).Kept(occurrence.Id);
        return new(
            occurrence, state, [.. OfficeDuties.Of(plan, occurrence, scene.Campaign.Calendar).Select(d => new OwedByOffice(d.Kind, d.Due, IsDone(d, done, today), d.Due < today && !done.Contains(d.At)))],
            open, LockStandings.Of(locked, current, occurrence.Id, open), current.Any(r => r.Duty == occurrence.Id && r.Version > 0));
    }

    /// <summary>A review is over when nothing waits; before anything was handed in it has not begun.</summary>
    private static bool IsDone(OfficeDuty duty, IReadOnlySet<OfficeDutyAt> done, DateOnly today) =>
        done.Contains(duty.At) && (duty.Kind != OfficeDutyKind.Review || duty.Occurrence.Due < today);
}
