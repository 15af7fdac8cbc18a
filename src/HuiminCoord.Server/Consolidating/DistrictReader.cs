using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Offices;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Consolidations;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;

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
        return new(occurrence, ReportPeriods.Of(Plan, occurrence), span, ReportPeriods.TitleOf(occurrence), [.. Owed.Where(o => o.Duty == occurrence.Id.Value)], DistrictTable.Of(Plan, chosen));
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
    internal static async Task<DistrictReports> All(CoordinationDb db, Plan plan, CancellationToken cancellation) => Of(await CountedReports.Read(db, plan, cancellation));

    /// <summary>The same of what was read already.</summary>
    internal static DistrictReports Of(CountedReports counted) => new(counted.Plan, counted.Owed, counted.Reports);

    /// <summary>The periods of which there is a table, earliest first.</summary>
    internal static IEnumerable<Occurrence> Periods(Plan plan) => OfficeDuties.Periods(plan);

    /// <summary>The month or year of a duty.</summary>
    /// <exception cref="RefusedException"><c>district.unknown</c>: nobody owes a table under this id, or the plan has no forms.</exception>
    internal static Occurrence Require(Plan plan, string duty) => Periods(plan).FirstOrDefault(o => o.Id.Value == duty) ?? throw new RefusedException(new Refusal("district.unknown"));
}
