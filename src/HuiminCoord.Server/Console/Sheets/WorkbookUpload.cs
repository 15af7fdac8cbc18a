using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Consolidation;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Api.Reports;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>A workbook that was chosen on the page of a report: read as the API reads it, then put down for the page. Nothing is stored.</summary>
/// <remarks>It does not go through the page's connection, as no file does (<see cref="Uploads.UploadDoor"/>); whoever is cut off sends it again.</remarks>
internal static class WorkbookUpload
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/fill/{duty}/workbook", Look).ExcludeFromDescription().Under("uploadReportWorkbook")
        .Accepts<Stream>(DistrictEndpoints.ContentType).WithMetadata(WorkbookEndpoints.WholeFile);

    private static async Task<WorkbookRead> Look(HttpContext http, string duty, Readings readings, ReportWorkbooks workbooks, WorkbookTray tray, string? unit = null)
    {
        var passage = Passages.Of(http);
        await using var scene = await readings.Open(passage.Asker.Campaign, passage, null, http.RequestAborted);
        var whose = WorkbookDownload.Whose(passage, unit) ?? throw scene.Absent("report.unknown");
        var look = await workbooks.Look(scene, whose, duty, http.Request.Body, Speaking.To(http), http.RequestAborted);
        return new(tray.Put(passage.Asker, whose, duty, look));
    }
}

/// <summary>A workbook was read.</summary>
/// <param name="Name">Under this its page asks for it.</param>
internal sealed record WorkbookRead(string Name);
