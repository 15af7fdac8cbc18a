using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Consolidating;

namespace HuiminCoord.Server.Api.Consolidation;

/// <summary>The district's tables and papers as files: the same behind the API's doors and the console's.</summary>
internal static class DistrictDownloads
{
    /// <summary>The table as a workbook.</summary>
    internal static async Task<IResult> Workbook(ReadingScene scene, string duty, DistrictSpan span, bool rehearsal, CancellationToken cancellation)
    {
        var period = await DistrictReader.Read(scene, duty, span, cancellation);
        return TypedResults.File(
            DistrictWorkbooks.Make(scene.Campaign.Today, period, rehearsal), DistrictEndpoints.ContentType, $"{duty}-{(span == DistrictSpan.Period ? "district" : "cumulative")}.xlsx");
    }

    /// <summary>The consolidated summary as a draft, as the office has written it where it has.</summary>
    internal static async Task<IResult> Summary(ReadingScene scene, string duty, bool rehearsal, CancellationToken cancellation)
    {
        var (period, all) = await DistrictReader.Both(scene, duty, cancellation);
        var summary = await DistrictSummaries.Read(scene.Db, scene.Campaign.Plan, period.Occurrence, cancellation);
        return TypedResults.File(DistrictPapers.Consolidated(period, all, summary, rehearsal), PaperDoors.ContentType, $"{duty}-summary.docx");
    }

    /// <summary>A table that was kept, as a workbook.</summary>
    internal static async Task<IResult> Kept(ReadingScene scene, string duty, int number, DistrictSpan span, KeptDistricts kept, bool rehearsal, CancellationToken cancellation)
    {
        var (table, period) = await ConsolidationEndpoints.Find(scene, duty, number, span, kept, cancellation);
        return TypedResults.File(DistrictWorkbooks.Make(ChinaTime.DateOf(table.At), period, rehearsal), DistrictEndpoints.ContentType, $"{duty}-kept-{number}{(span == DistrictSpan.Period ? "" : "-cumulative")}.xlsx");
    }

    /// <summary>The bulletin's paper as it went round or was issued. To a unit a draft is none.</summary>
    internal static async Task<IResult> Paper(ReadingScene scene, string duty, KeptDistricts kept, bool rehearsal, CancellationToken cancellation)
    {
        var (state, bulletin) = await Whole(scene, duty, cancellation);
        return TypedResults.File(await kept.Paper(scene.Db, scene.Campaign.Id, duty, state, bulletin, rehearsal, cancellation), PaperDoors.ContentType, $"{duty}-bulletin.docx");
    }

    /// <summary>The same as a workbook.</summary>
    internal static async Task<IResult> BulletinWorkbook(ReadingScene scene, string duty, KeptDistricts kept, bool rehearsal, CancellationToken cancellation)
    {
        var (state, bulletin) = await Whole(scene, duty, cancellation);
        return TypedResults.File(await kept.Workbook(scene.Db, scene.Campaign.Id, duty, state, bulletin, rehearsal, cancellation), DistrictEndpoints.ContentType, $"{duty}-bulletin.xlsx");
    }

    /// <summary>A bulletin whose rows may all be seen: to a unit a draft is none.</summary>
    private static async Task<(ConsolidationState State, Bulletin Bulletin)> Whole(ReadingScene scene, string duty, CancellationToken cancellation)
    {
        var (state, bulletin) = await Bulletins.Require(scene, duty, cancellation);
        return scene.OnlyUnit is not null && bulletin.Issued is null ? throw new RefusedException(new Refusal("bulletin.unknown")) : (state, bulletin);
    }

    /// <summary>The bulletin as a draft, with what counts now.</summary>
    internal static async Task<IResult> Bulletin(ReadingScene scene, string duty, bool rehearsal, CancellationToken cancellation)
    {
        var (period, all) = await DistrictReader.Both(scene, duty, cancellation);
        return TypedResults.File(DistrictPapers.Bulletin(period, all, null, rehearsal), PaperDoors.ContentType, $"{duty}-bulletin.docx");
    }
}
