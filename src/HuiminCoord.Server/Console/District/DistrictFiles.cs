using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Consolidation;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Consolidating;

namespace HuiminCoord.Server.Console.District;

/// <summary>The district's tables and papers for whoever reads their page, each under the API's own row.</summary>
internal static class DistrictFiles
{
    private const string Place = "/district/{duty}/files";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{Place}/table", Table).ExcludeFromDescription().Under("getDistrictWorkbook");
        app.MapGet($"{Place}/cumulative", Cumulative).ExcludeFromDescription().Under("getDistrictWorkbook");
        app.MapGet($"{Place}/summary", Summary).ExcludeFromDescription().Under("getDistrictSummary");
        app.MapGet($"{Place}/kept/{{number:int}}", Kept).ExcludeFromDescription().Under("getKeptWorkbook");
        app.MapGet("/bulletins/{duty}/paper", Paper).ExcludeFromDescription().Under("getBulletinPaper");
        app.MapGet("/bulletins/{duty}/workbook", Workbook).ExcludeFromDescription().Under("getBulletinWorkbook");
        app.MapGet($"{Place}/bulletin", Bulletin).ExcludeFromDescription().Under("getBulletinDraft");
    }

    private static Task<IResult> Table(HttpContext http, string duty, Readings readings, CampaignClock clock) =>
        Of(http, readings, scene => DistrictDownloads.Workbook(scene, duty, DistrictSpan.Period, clock.IsVirtual, http.RequestAborted));

    private static Task<IResult> Cumulative(HttpContext http, string duty, Readings readings, CampaignClock clock) =>
        Of(http, readings, scene => DistrictDownloads.Workbook(scene, duty, DistrictSpan.Cumulative, clock.IsVirtual, http.RequestAborted));

    private static Task<IResult> Summary(HttpContext http, string duty, Readings readings, CampaignClock clock) =>
        Of(http, readings, scene => DistrictDownloads.Summary(scene, duty, clock.IsVirtual, http.RequestAborted));

    private static Task<IResult> Bulletin(HttpContext http, string duty, Readings readings, CampaignClock clock) =>
        Of(http, readings, scene => DistrictDownloads.Bulletin(scene, duty, clock.IsVirtual, http.RequestAborted));

    private static Task<IResult> Kept(HttpContext http, string duty, int number, Readings readings, KeptDistricts kept, CampaignClock clock, string? span = null) =>
        Of(http, readings, scene => DistrictDownloads.Kept(scene, duty, number, DistrictEndpoints.Spanning(span), kept, clock.IsVirtual, http.RequestAborted));

    private static Task<IResult> Paper(HttpContext http, string duty, Readings readings, KeptDistricts kept, CampaignClock clock) =>
        Of(http, readings, scene => DistrictDownloads.Paper(scene, duty, kept, clock.IsVirtual, http.RequestAborted));

    private static Task<IResult> Workbook(HttpContext http, string duty, Readings readings, KeptDistricts kept, CampaignClock clock) =>
        Of(http, readings, scene => DistrictDownloads.BulletinWorkbook(scene, duty, kept, clock.IsVirtual, http.RequestAborted));

    private static async Task<IResult> Of(HttpContext http, Readings readings, Func<ReadingScene, Task<IResult>> make)
    {
        var passage = Passages.Of(http);
        await using var scene = await readings.Open(passage.Asker.Campaign, passage, null, http.RequestAborted);
        return await make(scene);
    }
}
