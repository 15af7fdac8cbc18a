using HuiminCoord.Server.Api.Consolidation;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Meetings;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Reporting;
using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Api.Reports;

/// <summary>A report as a workbook, both ways, and as the paper that is sealed.</summary>
internal static class WorkbookEndpoints
{
    /// <summary>A little more than is taken: our own answer says what the limit is.</summary>
    internal static readonly RequestSizeLimitAttribute WholeFile = new((20 * 1024 * 1024) + (256 * 1024));

    internal static void Map(RouteGroupBuilder report)
    {
        report.MapGet("/workbook", Download).AsDownload("getReportWorkbook", DistrictEndpoints.ContentType).WithMetadata(new ReadMark()).Refuses("report.unknown");
        report.MapGet("/paper", Paper).AsDownload("getReportPaper", PaperDoors.ContentType).WithMetadata(new ReadMark()).Refuses("report.unknown");
        report.MapPost("/workbook", Upload).AsUpload<WorkbookTaken>("uploadReportWorkbook", DistrictEndpoints.ContentType).WithMetadata(WholeFile).Refuses(
            "report.unknown", "report.waits", "workbook.bad-names", "workbook.damaged", "workbook.encrypted", "workbook.entities", "workbook.inflates", "workbook.macros", "workbook.no-table", "workbook.not-xlsx",
            "workbook.other-campaign", "workbook.other-period", "workbook.other-unit", "workbook.too-large", "workbook.too-many-cells", "workbook.too-many-parts", "workbook.two-tables", "workbook.xls");
    }

    /// <summary>The report as a workbook (XLSX), with what stands in it now.</summary>
    /// <remarks>The unit's own rows, with those of last time and the cumulative ones beside; only what is to be filled in can be typed into.</remarks>
    internal static async Task<IResult> Download(string campaign, string unit, string duty, ReadingDoor door, ReportWorkbooks workbooks, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return TypedResults.File(await workbooks.Make(scene, unit, duty, cancellation), DistrictEndpoints.ContentType, $"{unit}-{duty}.xlsx");
    }

    /// <summary>The report as a paper (DOCX) for the unit's seal: summary and table, with what stands in it now.</summary>
    /// <remarks>Until it is handed in it is a draft for approval without a date; whoever fills in and approves signs by hand.</remarks>
    internal static async Task<IResult> Paper(string campaign, string unit, string duty, ReadingDoor door, ReportPapers papers, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return TypedResults.File(await papers.Make(scene, unit, duty, cancellation), PaperDoors.ContentType, $"{unit}-{duty}.docx");
    }

    /// <summary>Takes a workbook that was filled in elsewhere.</summary>
    /// <remarks>
    /// Every problem is answered by its cell, all at once, with its sentence. Nothing is stored unless all is well, or it is kept as a draft. What somebody has typed since the workbook was
    /// made stands, and is among the conflicts. At most 20 MB; a file of another unit or period, with macros, or of the old format is refused.
    /// </remarks>
    /// <param name="keep">True keeps what can be read although something is wrong.</param>
    internal static async Task<WorkbookTaken> Upload(string campaign, string unit, string duty, HttpRequest request, ReadingDoor door, ReportWorkbooks workbooks, CancellationToken cancellation, bool keep = false)
    {
        await using var scene = await door.Open(campaign);
        return await workbooks.Take(scene, unit, duty, request.Body, keep, Speaking.To(request.HttpContext), cancellation);
    }
}
