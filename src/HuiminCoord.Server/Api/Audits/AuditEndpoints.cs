using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;

namespace HuiminCoord.Server.Api.Audits;

/// <summary>Everything that ever happened in a campaign, once, with who did it.</summary>
internal static class AuditEndpoints
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/audit", List).AsRead<Page<AuditView>>("listAudit").Refuses("page.malformed", "date.malformed", "date.out-of-range");
        campaign.MapGet("/audit/export", Export).AsExport("exportAudit").WithMetadata(new ReadMark()).Refuses("date.malformed", "date.out-of-range");
        campaign.MapGet("/audit/verification", Verification).AsRead<Reading<AuditStateView>>("getAuditVerification");
    }

    /// <summary>What happened, the latest first.</summary>
    /// <remarks>Pages follow keys: what happens meanwhile moves nothing. Filters narrow the list together.</remarks>
    /// <param name="actor">Only what this seat asked for: jiaoyu/liaison, office; jiaoyu for all seats of a unit, clock for what nobody asked for, @lianluo.jiaoyu for what an account asked for from any seat.</param>
    /// <param name="event">Only this event: unit.submitted; unit for all of that room.</param>
    /// <param name="unit">Only what happened to this unit: its id.</param>
    /// <param name="grain">Only this actor: task/huimin-2020/chi-1.</param>
    /// <param name="from">Only from this day on, Asia/Shanghai.</param>
    /// <param name="until">Only until the end of this day.</param>
    /// <param name="limit">Rows per page, 1 to 200; 50 unless told.</param>
    /// <param name="next">The following page, from the answer before.</param>
    internal static async Task<Page<AuditView>> List(
        string campaign, ReadingDoor door, CancellationToken cancellation, [Words(90)] string? actor = null, [Words(90)] string? @event = null,
        [IdWord] string? unit = null, [Words(200)] string? grain = null, DateOnly? from = null, DateOnly? until = null,
        [Within(1, PageCursor.Most)] int limit = PageCursor.Usual, [Words(600)] string? next = null)
    {
        await using var scene = await door.Open(campaign);
        return await AuditPages.Read(scene.Db, campaign, new(actor, @event, grain, unit, from, until), limit, next, scene.UpToDate, cancellation);
    }

    /// <summary>What happened as a CSV file, in the order in which it was told.</summary>
    /// <remarks>
    /// UTF-8 with a byte order mark; position, at, grain, sequence, actor, account, event, body. A cell that a spreadsheet would take for a formula begins
    /// with an apostrophe. What happens after the request is not in it.
    /// </remarks>
    /// <param name="actor">As in the list.</param>
    /// <param name="event">As in the list.</param>
    /// <param name="unit">As in the list.</param>
    /// <param name="grain">As in the list.</param>
    /// <param name="from">As in the list.</param>
    /// <param name="until">As in the list.</param>
    internal static async Task<IResult> Export(
        string campaign, ReadingDoor door, CoordinationDatabase database, CancellationToken cancellation, [Words(90)] string? actor = null,
        [Words(90)] string? @event = null, [IdWord] string? unit = null, [Words(200)] string? grain = null, DateOnly? from = null, DateOnly? until = null)
    {
        await using var scene = await door.Open(campaign);
        return AuditExport.Of(database, campaign, new(actor, @event, grain, unit, from, until), cancellation);
    }

    /// <summary>How far the audit is sealed against changes, and the last signed checkpoint.</summary>
    /// <remarks>The server itself is no witness: `audit verify` on the machine, with the second keeper's checkpoints, finds every change.</remarks>
    internal static async Task<Reading<AuditStateView>> Verification(string campaign, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        return scene.One(await AuditPages.State(scene.Db, campaign, cancellation));
    }
}
