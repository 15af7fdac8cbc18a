using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;

namespace HuiminCoord.Server.Api.Audits;

/// <summary>What happened to the server itself and belongs to no campaign: accounts and the like. Times are real.</summary>
internal static class ServerAuditEndpoints
{
    internal static void Map(RouteGroupBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit");
        audit.MapGet("", List).AsQuestion<Page<AuditView>>("listServerAudit").Refuses("page.malformed", "date.malformed", "date.out-of-range");
        audit.MapGet("/export", Export).AsExport("exportServerAudit").Refuses("date.malformed", "date.out-of-range");
        audit.MapGet("/verification", Verification).AsQuestion<Reading<AuditStateView>>("getServerAuditVerification");
    }

    /// <summary>What happened to the server, the latest first.</summary>
    /// <remarks>What belongs to no campaign. Pages follow keys: what happens meanwhile moves nothing.</remarks>
    /// <param name="actor">Only what this asker asked for; clock for what nobody asked for, @lianluo.jiaoyu for what an account asked for from any seat.</param>
    /// <param name="event">Only this event, or all with this word before the dot.</param>
    /// <param name="grain">Only what is about this: account/server/office-1.</param>
    /// <param name="from">Only from this day on, Asia/Shanghai.</param>
    /// <param name="until">Only until the end of this day.</param>
    /// <param name="limit">Rows per page, 1 to 200; 50 unless told.</param>
    /// <param name="next">The following page, from the answer before.</param>
    internal static async Task<Page<AuditView>> List(
        CoordinationDatabase database, CancellationToken cancellation, [Words(90)] string? actor = null, [Words(90)] string? @event = null,
        [Words(200)] string? grain = null, DateOnly? from = null, DateOnly? until = null,
        [Within(1, PageCursor.Most)] int limit = PageCursor.Usual, [Words(600)] string? next = null)
    {
        await using var db = database.OpenToRead();
        return await AuditPages.Read(db, AuditLog.Server, new(actor, @event, grain, null, from, until), limit, next, upToDate: true, cancellation);
    }

    /// <summary>What happened to the server as a CSV file.</summary>
    /// <remarks>As the export of a campaign.</remarks>
    /// <param name="actor">As in the list.</param>
    /// <param name="event">As in the list.</param>
    /// <param name="grain">As in the list.</param>
    /// <param name="from">As in the list.</param>
    /// <param name="until">As in the list.</param>
    internal static IResult Export(
        CoordinationDatabase database, CancellationToken cancellation, [Words(90)] string? actor = null, [Words(90)] string? @event = null,
        [Words(200)] string? grain = null, DateOnly? from = null, DateOnly? until = null) =>
        AuditExport.Of(database, AuditLog.Server, new(actor, @event, grain, null, from, until), cancellation);

    /// <summary>How far this audit is sealed against changes.</summary>
    /// <remarks>As for a campaign; it has a chain and checkpoints of its own.</remarks>
    internal static async Task<Reading<AuditStateView>> Verification(CoordinationDatabase database, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return new(true, await AuditPages.State(db, AuditLog.Server, cancellation));
    }
}
