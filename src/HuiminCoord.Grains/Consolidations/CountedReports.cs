using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Consolidations;

/// <summary>What tables of the district are added up from, as of the last relay batch.</summary>
/// <param name="Owed">The obligations with a table.</param>
/// <param name="Counting">The versions whose figures count.</param>
public sealed record CountedReports(Plan Plan, IReadOnlyList<ObligationRow> Owed, IReadOnlyList<CountingVersion> Counting)
{
    /// <summary>One report for each table that is owed.</summary>
    public IReadOnlyList<UnitReport> Reports => field ??= Arrived();

    /// <summary>Reads them all.</summary>
    public static async Task<CountedReports> Read(CoordinationDb db, Plan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(plan);
        var campaign = plan.Campaign.Value;
        var counting = await ReportReader.Counting(db, campaign, null, DutyPart.Table, cancellation);
        // What a unit handed in before it left still counts, because sums fall by corrections alone.
        var counts = counting.Select(c => (c.Version.Unit, c.Version.Duty)).ToHashSet();
        var rows = await db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && (o.Kind == "monthly" || o.Kind == "annual")).ToListAsync(cancellation);
        // In an order of its own: what is kept of it must not depend on how a database answers.
        return new(plan, [
            .. rows.Where(o => (o.Stage != Stages.Ended || counts.Contains((o.Unit, o.Duty))) && Stages.PartsOf(o).ContainsKey(DutyPart.Table))
                .OrderBy(o => o.Duty, StringComparer.Ordinal).ThenBy(o => o.Unit, StringComparer.Ordinal),
        ], counting);
    }

    /// <summary>What a table of a period is kept with, those of earlier periods included: cumulatives are kept too.</summary>
    public IReadOnlyList<KeptReport> Kept(DutyId period)
    {
        var versions = Counting.ToDictionary(c => (c.Version.Unit, c.Version.Duty), c => c.Version.Version);
        var late = Owed.ToDictionary(o => (o.Unit, o.Duty), o => o.LateWorkdays);
        return [.. Reports.Through(Plan, period).Select(r => new KeptReport(
            r.Unit, r.Duty, versions.GetValueOrDefault((r.Unit.Value, r.Duty.Value)), r.Standing, late.GetValueOrDefault((r.Unit.Value, r.Duty.Value)), r.Whole == r.Standing ? null : r.Whole))];
    }

    /// <summary>The figures of a version that count, by the plan's form.</summary>
    internal static Figures Figures(Plan plan, string unit, ReportSheet sheet) =>
        plan.Unit(new UnitId(unit)) is { } member ? sheet.Counted(TableLayout.Of(plan, plan.Forms!.Table, member)) : sheet.Figures;

    private IReadOnlyList<UnitReport> Arrived()
    {
        var firsts = Owed.ToDictionary(o => (o.Unit, o.Duty), o => ObligationPayload.Of(o).Facts.GetValueOrDefault(DutyPart.Table)?.FirstAt);
        // The version that counts stands for all: when the first one came, the obligation knows.
        var reports = ReportArrivals.Of(
            Owed.Select(o => new OwedTable(new UnitId(o.Unit), new DutyId(o.Duty), o.EnteredLate || o.Due is null ? null : ChinaTime.EndOf(o.Due.Value), Stages.PartsOf(o)[DutyPart.Table] == PartStage.Waived)),
            from version in Counting
            let at = firsts.GetValueOrDefault((version.Version.Unit, version.Version.Duty)) ?? version.Version.At
            select new ReportArrival(new UnitId(version.Version.Unit), new DutyId(version.Version.Duty), version.Version.Version, at, version.Sheet.Nil, Figures(Plan, version.Version.Unit, version.Sheet)));
        return [.. reports.Zip(Owed, (report, owed) => report with { Whole = WholeOf(owed, report.Standing) })];
    }

    private static ReportStanding WholeOf(ObligationRow owed, ReportStanding table) =>
        WholeStanding.Of(Stages.PartsOf(owed).Values, owed.Reported, owed.OnTime, owed.Stage == Stages.Ended, table);
}
