using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Reports;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Consolidating;

/// <summary>What a table of the district adds up.</summary>
public enum DistrictSpan
{
    /// <summary>本期.</summary>
    Period,

    /// <summary>累计 up to the period's end.</summary>
    Cumulative,
}

/// <summary>A period of the district: the month or year whose reports are added up.</summary>
/// <param name="Title">2020年9月.</param>
/// <param name="Owed">The obligations, by unit.</param>
/// <param name="Table">The table.</param>
internal sealed record DistrictPeriod(Occurrence Occurrence, ReportPeriod? Period, DistrictSpan Span, string Title, IReadOnlyList<ObligationRow> Owed, DistrictTable Table);

/// <summary>Everything that tables of the district are added up from, read once.</summary>
/// <param name="Owed">The obligations with a table.</param>
internal sealed record DistrictReports(Plan Plan, IReadOnlyList<ObligationRow> Owed, IReadOnlyList<UnitReport> Reports)
{
    /// <summary>The table of a period.</summary>
    internal DistrictPeriod Of(Occurrence occurrence, DistrictSpan span)
    {
        var chosen = span == DistrictSpan.Period ? Reports.During(occurrence.Id) : Reports.Through(Plan, occurrence.Id);
        return new(occurrence, ReportPeriods.Of(Plan, occurrence), span, DistrictReader.TitleOf(occurrence), [.. Owed.Where(o => o.Duty == occurrence.Id.Value)], DistrictTable.Of(Plan, chosen));
    }
}

/// <summary>Adds up what units have handed in, as of the last relay batch. Whoever has not reported is missing, never zero.</summary>
internal static class DistrictReader
{
    /// <summary>One table.</summary>
    /// <exception cref="RefusedException"><c>district.unknown</c>: nobody owes a table under this id, or the plan has no forms.</exception>
    internal static async Task<DistrictPeriod> Read(ReadingScene scene, string duty, DistrictSpan span, CancellationToken cancellation)
    {
        var occurrence = Require(scene.Campaign.Plan, duty);
        return (await All(scene.Db, scene.Campaign.Plan, cancellation)).Of(occurrence, span);
    }

    /// <summary>The table of a period, and the cumulative one up to its end.</summary>
    /// <exception cref="RefusedException"><c>district.unknown</c>.</exception>
    internal static async Task<(DistrictPeriod Period, DistrictPeriod Cumulative)> Both(ReadingScene scene, string duty, CancellationToken cancellation)
    {
        var occurrence = Require(scene.Campaign.Plan, duty);
        var all = await All(scene.Db, scene.Campaign.Plan, cancellation);
        return (all.Of(occurrence, DistrictSpan.Period), all.Of(occurrence, DistrictSpan.Cumulative));
    }

    /// <summary>What every table of the campaign is added up from.</summary>
    internal static async Task<DistrictReports> All(CoordinationDb db, Plan plan, CancellationToken cancellation)
    {
        var counting = await ReportReader.Counting(db, plan.Campaign.Value, null, DutyPart.Table, cancellation);
        var owed = await Owed(db, plan, [.. counting.Select(c => (c.Version.Unit, c.Version.Duty))], cancellation);
        return new(plan, owed, Reports(plan, owed, counting));
    }

    /// <summary>The periods of which there is a table, earliest first.</summary>
    internal static IEnumerable<Occurrence> Periods(Plan plan) => plan.Forms is null ? []
        : plan.Duties.Where(d => d.Kind is DutyKind.Monthly or DutyKind.Annual && d.Parts.Contains(DutyPart.Table)).SelectMany(Occurrence.Of).OrderBy(o => o.Due);

    /// <summary>2020年9月, 2020年度.</summary>
    internal static string TitleOf(Occurrence occurrence) => occurrence.Period.Length > 0 ? occurrence.Period : DutyPart.TitleWithoutTable(occurrence.Title).Replace("总结", "度", StringComparison.Ordinal);

    private static Occurrence Require(Plan plan, string duty) => Periods(plan).FirstOrDefault(o => o.Id.Value == duty) ?? throw new RefusedException(new Refusal("district.unknown"));

    /// <param name="counts">Reports whose table counts: what a unit handed in before it left still does, because sums fall by corrections alone.</param>
    private static async Task<IReadOnlyList<ObligationRow>> Owed(CoordinationDb db, Plan plan, HashSet<(string Unit, string Duty)> counts, CancellationToken cancellation)
    {
        var campaign = plan.Campaign.Value;
        var rows = await db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && (o.Kind == "monthly" || o.Kind == "annual")).ToListAsync(cancellation);
        return [.. rows.Where(o => (o.Stage != Stages.Ended || counts.Contains((o.Unit, o.Duty))) && Stages.PartsOf(o).ContainsKey(DutyPart.Table))];
    }

    private static IReadOnlyList<UnitReport> Reports(Plan plan, IReadOnlyList<ObligationRow> owed, IReadOnlyList<CountingVersion> counting)
    {
        var firsts = owed.ToDictionary(o => (o.Unit, o.Duty), o => ObligationPayload.Of(o).Facts.GetValueOrDefault(DutyPart.Table)?.FirstAt);
        // The version that counts stands for all: when the first one came, the obligation knows.
        return ReportArrivals.Of(
            owed.Select(o => new OwedTable(new UnitId(o.Unit), new DutyId(o.Duty), o.EnteredLate || o.Due is null ? null : ChinaTime.EndOf(o.Due.Value), Stages.PartsOf(o)[DutyPart.Table] == PartStage.Waived)),
            from version in counting
            let at = firsts.GetValueOrDefault((version.Version.Unit, version.Version.Duty)) ?? version.Version.At
            select new ReportArrival(new UnitId(version.Version.Unit), new DutyId(version.Version.Duty), version.Version.Version, at, version.Sheet.Nil, Counted(plan, version)));
    }

    private static Figures Counted(Plan plan, CountingVersion version) =>
        plan.Unit(new UnitId(version.Version.Unit)) is { } unit ? version.Sheet.Counted(TableLayout.Of(plan, plan.Forms!.Table, unit)) : version.Sheet.Figures;
}
