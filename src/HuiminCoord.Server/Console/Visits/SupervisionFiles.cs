using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Api.Supervision;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>A group's report, for whoever reads its page; under the API's own row.</summary>
internal static class SupervisionFiles
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/supervision/{group}/files/report", Report).ExcludeFromDescription().Under("getSupervisionReport");

    /// <summary>Where it is.</summary>
    internal static string At(string group) => $"{GroupTexts.Place(group)}/files/report";

    private static async Task<IResult> Report(HttpContext http, string group, Readings readings, CampaignClock clock)
    {
        var passage = Passages.Of(http);
        await using var scene = await readings.Open(passage.Asker.Campaign, passage, null, http.RequestAborted);
        var view = await SupervisionFinder.Find(scene, group, http.RequestAborted) ?? throw scene.Absent("supervision.unknown", group);
        return TypedResults.File(SupervisionPapers.Report(scene.Campaign, view, clock.IsVirtual), PaperDoors.ContentType, $"{group}-report.docx");
    }
}
