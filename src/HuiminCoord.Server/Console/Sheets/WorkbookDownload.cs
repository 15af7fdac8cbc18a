using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Consolidation;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>A unit's report as a workbook and as the paper that is sealed, from its page.</summary>
internal static class WorkbookDownload
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/fill/{duty}/workbook", Make).ExcludeFromDescription().Under("getReportWorkbook");
        app.MapGet("/fill/{duty}/paper", Paper).ExcludeFromDescription().Under("getReportPaper");
    }

    /// <summary>Where it is.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="unit">The unit, for the office; null = the visitor's own.</param>
    internal static string At(string duty, string? unit = null) => $"/fill/{duty}/workbook{(unit is null ? "" : $"?unit={unit}")}";

    /// <summary>Where the paper is; the same.</summary>
    internal static string PaperAt(string duty, string? unit = null) => $"/fill/{duty}/paper{(unit is null ? "" : $"?unit={unit}")}";

    /// <summary>Whose report it is: one's own unit's, or the one that is named where all are reached.</summary>
    internal static string? Whose(Passage passage, string? unit) => passage.Asker.Standing.Seat.Unit?.Value ?? (passage.Reach == Reach.All ? unit : null);

    private static Task<IResult> Make(HttpContext http, string duty, Readings readings, ReportWorkbooks workbooks, string? unit = null) =>
        File(http, duty, readings, unit, workbooks.Make, DistrictEndpoints.ContentType, "xlsx");

    private static Task<IResult> Paper(HttpContext http, string duty, Readings readings, ReportPapers papers, string? unit = null) =>
        File(http, duty, readings, unit, papers.Make, PaperDoors.ContentType, "docx");

    private static async Task<IResult> File(
        HttpContext http, string duty, Readings readings, string? unit, Func<ReadingScene, string, string, CancellationToken, Task<byte[]>> make, string type, string ending)
    {
        var passage = Passages.Of(http);
        await using var scene = await readings.Open(passage.Asker.Campaign, passage, null, http.RequestAborted);
        var whose = Whose(passage, unit) ?? throw scene.Absent("report.unknown");
        return TypedResults.File(await make(scene, whose, duty, http.RequestAborted), type, $"{whose}-{duty}.{ending}");
    }
}
