using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;
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

    /// <summary>The consolidated summary as a draft.</summary>
    internal static async Task<IResult> Summary(ReadingScene scene, string duty, bool rehearsal, CancellationToken cancellation)
    {
        var (period, all) = await DistrictReader.Both(scene, duty, cancellation);
        var summary = await DistrictSummaries.Read(scene.Db, scene.Campaign.Plan, period.Occurrence, cancellation);
        return TypedResults.File(DistrictPapers.Consolidated(period, all, summary, rehearsal), PaperDoors.ContentType, $"{duty}-summary.docx");
    }

    /// <summary>The bulletin as a draft; its number within the series is given with its issue.</summary>
    internal static async Task<IResult> Bulletin(ReadingScene scene, string duty, bool rehearsal, CancellationToken cancellation)
    {
        var (period, all) = await DistrictReader.Both(scene, duty, cancellation);
        return TypedResults.File(DistrictPapers.Bulletin(period, all, 0, scene.Campaign.Calendar, rehearsal), PaperDoors.ContentType, $"{duty}-bulletin.docx");
    }
}
