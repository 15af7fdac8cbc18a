using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Reports;

/// <summary>Reads what units handed in from the registers, as of the last relay batch.</summary>
public sealed class ReportReader(CoordinationDatabase database)
{
    /// <summary>The plan version that the unit works by; null = the unit is no member.</summary>
    public async Task<int?> PlanOf(string campaign, UnitId unit)
    {
        await using var db = database.OpenToRead();
        return (await db.Units.FindAsync(campaign, unit.Value))?.PlanVersion;
    }

    /// <summary>Stages of the parts of an obligation; none where the unit does not owe it yet.</summary>
    public async Task<IReadOnlyDictionary<string, PartStage>> Stages(string campaign, UnitId unit, DutyId duty)
    {
        await using var db = database.OpenToRead();
        return StagesOf(await db.Obligations.FindAsync(campaign, unit.Value, duty.Value));
    }

    /// <summary>The same of a row that was read; null = the unit does not owe it yet.</summary>
    public static IReadOnlyDictionary<string, PartStage> StagesOf(ObligationRow? owed) => owed is null ? new Dictionary<string, PartStage>() : Registers.Stages.PartsOf(owed);

    /// <summary>A report as its row knows it; null = nothing has happened to it yet.</summary>
    public static ReportState StateOf(ReportRow? row) => row is null ? new ReportState() : StoredJson.Read<ReportState>(row.Payload);

    /// <summary>A sheet that was kept; null = there is none under this hash.</summary>
    public async Task<ReportSheet?> Sheet(string campaign, UnitId unit, DutyId duty, string hash)
    {
        await using var db = database.OpenToRead();
        return await db.ReportSheets.FindAsync(campaign, unit.Value, duty.Value, hash) is { } row ? SheetText.Read(row.Body) : null;
    }

    /// <summary>What a unit reported beside a report, as it counts now: other months, or for an annual report other years and the months that it adds up.</summary>
    public async Task<ReportHistory> History(string campaign, Plan plan, UnitId unit, Occurrence occurrence)
    {
        await using var db = database.OpenToRead();
        return await History(db, campaign, plan, unit, occurrence);
    }

    /// <inheritdoc cref="History(string, Plan, UnitId, Occurrence)"/>
    public static async Task<ReportHistory> History(CoordinationDb db, string campaign, Plan plan, UnitId unit, Occurrence occurrence, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(occurrence);
        if (plan.Forms is not { } forms || plan.Unit(unit) is not { } member)
        {
            return ReportHistory.None;
        }

        var layout = TableLayout.Of(plan, forms.Table, member);
        var counting = await Counting(db, campaign, unit.Value, DutyPart.Table, cancellation);
        // Only a year asks which of its months will never come.
        var waived = occurrence.Duty.Kind == DutyKind.Annual ? await NotOwed(db, campaign, unit, cancellation) : new HashSet<DutyId>();
        return ReportHistory.Of(plan, occurrence.Id, counting.ToDictionary(c => new DutyId(c.Version.Duty), c => c.Sheet.Counted(layout)), waived);
    }

    /// <summary>The duties whose table a unit does not have to hand in, waived or ended.</summary>
    private static async Task<IReadOnlySet<DutyId>> NotOwed(CoordinationDb db, string campaign, UnitId unit, CancellationToken cancellation)
    {
        var owed = await db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && o.Unit == unit.Value).ToListAsync(cancellation);
        return owed.Where(o => o.Stage == Registers.Stages.Ended || Registers.Stages.PartsOf(o).GetValueOrDefault(DutyPart.Table) == PartStage.Waived).Select(o => new DutyId(o.Duty)).ToHashSet();
    }

    /// <summary>The versions whose figures count, over all reports of a unit or of the district.</summary>
    /// <param name="unit">Only this unit's; null = all.</param>
    /// <param name="part">Which part must have come with it.</param>
    public static async Task<IReadOnlyList<CountingVersion>> Counting(CoordinationDb db, string campaign, string? unit, string part, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var versions = await db.ReportVersions.AsNoTracking().Where(v => v.Campaign == campaign && (unit == null || v.Unit == unit)).ToListAsync(cancellation);
        var counting = versions.Where(v => v.Counts(part)).GroupBy(v => (v.Unit, v.Duty)).Select(g => g.MaxBy(v => v.Version)!).ToList();
        var bodies = await Sheets(db, campaign, counting, cancellation);
        return [.. counting.Select(v => new CountingVersion(v, bodies[(v.Unit, v.Duty, v.Sheet)]))];
    }

    /// <summary>The sheets of versions.</summary>
    internal static async Task<IReadOnlyDictionary<(string Unit, string Duty, string Hash), ReportSheet>> Sheets(
        CoordinationDb db, string campaign, IReadOnlyList<ReportVersionRow> versions, CancellationToken cancellation)
    {
        var hashes = versions.Select(v => v.Sheet).Distinct().ToList();
        var sheets = await db.ReportSheets.AsNoTracking().Where(s => s.Campaign == campaign && hashes.Contains(s.Hash)).ToListAsync(cancellation);
        return sheets.ToDictionary(s => (s.Unit, s.Duty, s.Hash), s => SheetText.Read(s.Body));
    }
}

/// <summary>A version whose figures or texts count, with its sheet.</summary>
public sealed record CountingVersion(ReportVersionRow Version, ReportSheet Sheet);
