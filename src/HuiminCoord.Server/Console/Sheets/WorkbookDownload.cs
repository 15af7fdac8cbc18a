using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Consolidation;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>A unit's report as a workbook, from its page.</summary>
internal static class WorkbookDownload
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/fill/{duty}/workbook", Make).ExcludeFromDescription().Under("getReportWorkbook");

    /// <summary>Where it is.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="unit">The unit, for the office; null = the visitor's own.</param>
    internal static string At(string duty, string? unit = null) => $"/fill/{duty}/workbook{(unit is null ? "" : $"?unit={unit}")}";

    /// <summary>Whose report it is: one's own unit's, or the one that is named where all are reached.</summary>
    internal static string? Whose(Passage passage, string? unit) => passage.Asker.Standing.Seat.Unit?.Value ?? (passage.Reach == Reach.All ? unit : null);

    private static async Task<IResult> Make(HttpContext http, string duty, Readings readings, ReportWorkbooks workbooks, string? unit = null)
    {
        var passage = Passages.Of(http);
        await using var scene = await readings.Open(passage.Asker.Campaign, passage, null, http.RequestAborted);
        var whose = Whose(passage, unit) ?? throw scene.Absent("report.unknown");
        return TypedResults.File(await workbooks.Make(scene, whose, duty, http.RequestAborted), DistrictEndpoints.ContentType, $"{whose}-{duty}.xlsx");
    }
}
