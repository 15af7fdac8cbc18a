using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Consolidation;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>A unit's report as a workbook, from its page.</summary>
internal static class WorkbookDownload
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/fill/{duty}/workbook", Make).ExcludeFromDescription().Under("getReportWorkbook");

    /// <summary>Where it is.</summary>
    internal static string At(string duty) => $"/fill/{duty}/workbook";

    private static async Task<IResult> Make(HttpContext http, string duty, Readings readings, ReportWorkbooks workbooks)
    {
        var passage = Passages.Of(http);
        await using var scene = await readings.Open(passage.Asker.Campaign, passage, null, http.RequestAborted);
        var unit = passage.Asker.Standing.Seat.Unit?.Value ?? throw scene.Absent("report.unknown");
        return TypedResults.File(await workbooks.Make(scene, unit, duty, http.RequestAborted), DistrictEndpoints.ContentType, $"{unit}-{duty}.xlsx");
    }
}
