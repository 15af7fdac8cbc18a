using System.Text.Json.Nodes;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Audits;

/// <summary>One thing that happened.</summary>
/// <param name="Grain">The actor: <c>unit/huimin-2020/jiaoyu</c>.</param>
/// <param name="Sequence">Its number within the actor.</param>
/// <param name="Actor">From which seat it was asked; null is the clock.</param>
/// <param name="Account">Login name of whoever sat there; null where nobody was signed in.</param>
/// <param name="Event">Stable name of what happened: <c>unit.submitted</c>.</param>
/// <param name="Body">The event, without telephone numbers: those belong to the roster.</param>
internal sealed record AuditView(DateTimeOffset At, string Grain, long Sequence, string? Actor, string? Account, string Event, JsonNode? Body)
{
    internal static AuditView Of(AuditRow row)
    {
        var body = JsonNode.Parse(row.Body);
        (body as JsonObject)?.Remove("phone");
        var by = Signature.Of(row.Actor);
        return new(row.At, $"{row.GrainType}/{row.GrainKey}", row.Seq, by.Seat, by.Login, row.EventType, body);
    }
}

/// <summary>Everything that ever happened in a campaign, once, with who did it.</summary>
internal static class AuditEndpoints
{
    /// <summary>How the clock is written as an asker.</summary>
    private const string Clock = "clock";

    internal static void Map(RouteGroupBuilder campaign) => campaign.MapGet("/audit", List).AsRead<Page<AuditView>>("listAudit")
        .Refuses("page.malformed");

    /// <summary>What happened, the latest first.</summary>
    /// <remarks>Pages follow keys: what happens meanwhile moves nothing.</remarks>
    /// <param name="actor">Only what this seat asked for: jiaoyu/liaison, office; clock for what nobody asked for.</param>
    /// <param name="limit">Rows per page, 1 to 200; 50 unless told.</param>
    /// <param name="next">The following page, from the answer before.</param>
    internal static async Task<Page<AuditView>> List(
        string campaign, ReadingDoor door, CancellationToken cancellation,
        [Words(90)] string? actor = null, [Within(1, PageCursor.Most)] int limit = PageCursor.Usual, [Words(600)] string? next = null)
    {
        await using var scene = await door.Open(campaign);
        var rows = scene.Db.Audit.AsNoTracking().Where(a => a.Campaign == campaign);
        rows = actor is null ? rows : actor == Clock ? rows.Where(a => a.Actor == null) : rows.Where(a => a.Actor == actor || a.Actor!.StartsWith(actor + Asker.Sign));
        var page = await Before(rows, PageCursor.Read<AuditKey>(next))
            .OrderByDescending(a => a.At).ThenByDescending(a => a.GrainType).ThenByDescending(a => a.GrainKey).ThenByDescending(a => a.Seq)
            .Take(limit + 1).ToListAsync(cancellation);
        return PageCursor.Cut(scene, page, limit, AuditView.Of, a => new AuditKey(a.At, a.GrainType, a.GrainKey, a.Seq));
    }

    private static IQueryable<AuditRow> Before(IQueryable<AuditRow> rows, AuditKey? key) => key is null ? rows : rows.Where(a =>
        a.At < key.At
        || (a.At == key.At && (string.Compare(a.GrainType, key.Type) < 0
            || (a.GrainType == key.Type && (string.Compare(a.GrainKey, key.Key) < 0 || (a.GrainKey == key.Key && a.Seq < key.Seq))))));

    private sealed record AuditKey(DateTimeOffset At, string Type, string Key, long Seq);
}
