using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Storage;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Consolidations;

/// <summary>Reads what became of periods' tables and bulletins, and what the office still owes of them.</summary>
public sealed class ConsolidationReader(CoordinationDatabase database, PlanShelf plans)
{
    /// <summary>A consolidation as its row knows it; null = nothing has happened to it yet.</summary>
    public static ConsolidationState StateOf(ConsolidationRow? row) => row is null ? new ConsolidationState() : StoredJson.Read<ConsolidationState>(row.Payload);

    /// <summary>A consolidation as the register knows it.</summary>
    public static async Task<ConsolidationState> State(CoordinationDb db, string campaign, string duty, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return StateOf(await db.Consolidations.FindAsync([campaign, duty], cancellation));
    }

    /// <summary>Units whose report of a period is not accepted, or is opened again, in the order of the plan.</summary>
    public static async Task<IReadOnlyList<UnitId>> Open(CoordinationDb db, string campaign, string duty, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var owed = await db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && o.Duty == duty && o.Stage != Stages.Ended).ToListAsync(cancellation);
        var reports = await db.Reports.AsNoTracking().Where(r => r.Campaign == campaign && r.Duty == duty).ToListAsync(cancellation);
        // Whoever left with its report opened cannot correct it any more: what it handed in stands.
        var members = await db.Units.AsNoTracking().Where(u => u.Campaign == campaign && u.Active).OrderBy(u => u.SortOrder).Select(u => u.Unit).ToListAsync(cancellation);
        var reopened = reports.Where(r => members.Contains(r.Unit) && ReportReader.StateOf(r).OpenedFor is not null).Select(r => r.Unit).ToHashSet();
        return [.. owed.Where(o => reopened.Contains(o.Unit) || Stages.PartsOf(o).Values.Any(s => s is not (PartStage.Accepted or PartStage.Waived)))
            .OrderBy(o => members.IndexOf(o.Unit)).ThenBy(o => o.Unit, StringComparer.Ordinal).Select(o => new UnitId(o.Unit))];
    }

    /// <summary>What a table was kept with; null = there is no such table.</summary>
    public static async Task<IReadOnlyList<KeptReport>?> Kept(CoordinationDb db, string campaign, string duty, int number, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.KeptTables.FindAsync([campaign, duty, number], cancellation) is { } row ? StoredJson.Read<IReadOnlyList<KeptReport>>(row.Payload) : null;
    }

    /// <summary>The figures that a kept table was added up from.</summary>
    /// <param name="plan">The version that the table was kept by.</param>
    public static async Task<IReadOnlyList<UnitReport>> Reports(CoordinationDb db, Plan plan, IReadOnlyList<KeptReport> kept, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(kept);
        var campaign = plan.Campaign.Value;
        var versions = (await db.ReportVersions.AsNoTracking().Where(v => v.Campaign == campaign).ToListAsync(cancellation)).ToDictionary(v => (v.Unit, v.Duty, v.Version));
        var sheets = await ReportReader.Sheets(db, campaign, [.. kept.Where(k => k.Version > 0).Select(k => versions[(k.Unit.Value, k.Duty.Value, k.Version)])], cancellation);
        return [.. kept.Select(k => new UnitReport(
            k.Unit, k.Duty, k.Standing,
            k.Version == 0 ? Figures.None : CountedReports.Figures(plan, k.Unit.Value, sheets[(k.Unit.Value, k.Duty.Value, versions[(k.Unit.Value, k.Duty.Value, k.Version)].Sheet)])) { Whole = k.Whole ?? k.Standing })];
    }

    /// <summary>A consolidation as the register knows it, with the facts for its next command.</summary>
    public async Task<(ConsolidationState State, ConsolidationTerms Terms)> Standing(string campaign, DutyId duty, DateTimeOffset now)
    {
        await using var db = database.OpenToRead();
        var version = (await db.Campaigns.FindAsync(campaign) ?? throw new InvalidOperationException($"{campaign} was not issued.")).PlanVersion;
        var plan = await plans.Get(campaign, version);
        var calendar = plans.Calendars(plan).AsKnownAt(now);
        var state = await State(db, campaign, duty.Value);
        var occurrence = OfficeDuties.Periods(plan).FirstOrDefault(o => o.Id == duty);
        if (occurrence is null)
        {
            return (state, new(plan, null, calendar, [], []));
        }

        var (counted, open) = ((await CountedReports.Read(db, plan)).Kept(duty), await Open(db, campaign, duty.Value));
        return (state, new(plan, occurrence, calendar, counted, open) { Lock = await Lock(db, state, plan, duty, counted, open) });
    }

    /// <summary>Whether a period is locked as it stands.</summary>
    /// <param name="counted">What a table of it would be kept with now.</param>
    public static async Task<LockStanding> Lock(
        CoordinationDb db, ConsolidationState state, Plan plan, DutyId duty, IReadOnlyList<KeptReport> counted, IReadOnlyList<UnitId> open, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(plan);
        var locked = state.Last(KeptFor.Locked) is { } table ? await Kept(db, plan.Campaign.Value, duty.Value, table.Number, cancellation) : null;
        return LockStandings.Of(locked, counted, duty, open);
    }
}
