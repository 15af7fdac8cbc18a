using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Audits;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Audits;

/// <summary>What the page shows as the API's CSV file, for a browser: a cookie opens no door of the API.</summary>
internal static class AuditFile
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet(AuditSearch.File, Export).ExcludeFromDescription().Under("page.auditExport");

    private static async Task<IResult> Export(HttpContext http, CoordinationDatabase database, CampaignPlans plans, CancellationToken cancellation)
    {
        var search = AuditSearch.Of(http.Request.Query);
        return AuditExport.Of(database, search.ChainAmong(await plans.All(cancellation)), search.Read(), cancellation);
    }
}
