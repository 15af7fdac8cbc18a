using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Console.Audits;
using HuiminCoord.Server.Console.District;
using HuiminCoord.Server.Console.Entry;
using HuiminCoord.Server.Console.Files;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Meetings;
using HuiminCoord.Server.Console.Phases;
using HuiminCoord.Server.Console.Roster;
using HuiminCoord.Server.Console.Sheets;
using HuiminCoord.Server.Console.Uploads;
using HuiminCoord.Server.Console.Visits;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Console;

/// <summary>Opens the pages.</summary>
public static class ConsoleEndpoints
{
    /// <summary>All pages, and what they load. Call it after the API's doors: the gate stands in front of both.</summary>
    public static void MapConsole(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseAntiforgery();
        app.UseMiddleware<StaleForms>();
        PageAssets.Map(app);
        ContactTemplate.Map(app);
        FileDownload.Map(app);
        UploadDoor.Map(app);
        TaskExport.Map(app);
        MeetingFiles.Map(app);
        SupervisionFiles.Map(app);
        DistrictFiles.Map(app);
        WorkbookDownload.Map(app);
        WorkbookUpload.Map(app);
        ExternalDoor.Map(app);
        AuditFile.Map(app);
        IEndpointConventionBuilder pages = app.MapGroup("");
        pages.Add(Bound);
        ((RouteGroupBuilder)pages).MapRazorComponents<App>().AddInteractiveServerRenderMode(live => live.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>A form is as large as a command, unless its page says otherwise. Live pages connect behind the gate; what else the framework brings along opens to nobody.</summary>
    private static void Bound(EndpointBuilder page)
    {
        if (!page.Metadata.OfType<AccessMark>().Any())
        {
            var connects = page is RouteEndpointBuilder { RoutePattern.RawText: { } path } && path.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal);
            page.Metadata.Add(new AccessMark(connects ? CircuitPass.Operation : "framework"));
        }

        if (!page.Metadata.OfType<IRequestSizeLimitMetadata>().Any())
        {
            page.Metadata.Add(new RequestSizeLimitAttribute(CommandLimits.BodyBytes));
        }
    }
}
