using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Consolidation;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Consolidating;

namespace HuiminCoord.Server.Console.District;

/// <summary>The district's tables and papers for whoever reads their page, each under the API's own row.</summary>
internal static class DistrictFiles
{
    private const string Place = "/district/{duty}/files";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{Place}/table", (HttpContext http, string duty, Readings readings, CampaignClock clock) => Table(http, duty, readings, clock, DistrictSpan.Period)).ExcludeFromDescription().Under("getDistrictWorkbook");
        app.MapGet($"{Place}/cumulative", (HttpContext http, string duty, Readings readings, CampaignClock clock) => Table(http, duty, readings, clock, DistrictSpan.Cumulative)).ExcludeFromDescription().Under("getDistrictWorkbook");
        app.MapGet($"{Place}/summary", Summary).ExcludeFromDescription().Under("getDistrictSummary");
        app.MapGet($"{Place}/bulletin", Bulletin).ExcludeFromDescription().Under("getBulletinDraft");
    }

    private static Task<IResult> Table(HttpContext http, string duty, Readings readings, CampaignClock clock, DistrictSpan span) => Of(http, readings, async scene =>
        TypedResults.File(
            DistrictWorkbooks.Make(scene.Campaign.Plan, scene.Campaign.Today, await DistrictReader.Read(scene, duty, span, http.RequestAborted), clock.IsVirtual),
            DistrictEndpoints.ContentType, $"{duty}-{(span == DistrictSpan.Period ? "district" : "cumulative")}.xlsx"));

    private static Task<IResult> Summary(HttpContext http, string duty, Readings readings, CampaignClock clock) => Of(http, readings, async scene =>
    {
        var (period, all) = await DistrictReader.Both(scene, duty, http.RequestAborted);
        var summary = await DistrictSummaries.Read(scene.Db, scene.Campaign.Plan, period.Occurrence, http.RequestAborted);
        return TypedResults.File(DistrictPapers.Consolidated(period, all, summary, clock.IsVirtual), PaperDoors.ContentType, $"{duty}-summary.docx");
    });

    private static Task<IResult> Bulletin(HttpContext http, string duty, Readings readings, CampaignClock clock) => Of(http, readings, async scene =>
    {
        var (period, all) = await DistrictReader.Both(scene, duty, http.RequestAborted);
        return TypedResults.File(DistrictPapers.Bulletin(period, all, 0, scene.Campaign.Calendar, clock.IsVirtual), PaperDoors.ContentType, $"{duty}-bulletin.docx");
    });

    private static async Task<IResult> Of(HttpContext http, Readings readings, Func<ReadingScene, Task<IResult>> make)
    {
        var passage = Passages.Of(http);
        await using var scene = await readings.Open(passage.Asker.Campaign, passage, null, http.RequestAborted);
        return await make(scene);
    }
}
