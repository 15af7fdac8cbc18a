using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Importing;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Calendars;

/// <summary>放假安排: the papers that are known, what a new one would move, and its import.</summary>
internal static class PaperEndpoints
{
    private static readonly string[] Refused =
    [
        "calendar.day-decided-twice", "calendar.day-outside-year", "calendar.not-published-yet", "calendar.paper-invalid", "calendar.paper-taken",
        "calendar.paper-too-long", "calendar.paper-unreadable", "calendar.year-missing",
    ];

    internal static void Map(RouteGroupBuilder calendar, RouteGroupBuilder campaign)
    {
        calendar.MapGet("/papers", List).AsQuestion<Page<PaperView>>("listCalendarPapers");
        calendar.MapPost("/papers/preview", Preview).AsPreview<PaperPreviewView>("previewCalendarPaper", ImportPaperBody.Example.Content).Refuses(Refused);
        calendar.MapPost("/papers", Import).AsCommand<ImportedPaperView>("importCalendarPaper", ImportPaperBody.Example).Refuses([.. Refused, "calendar.reason-needed"]);
        campaign.MapGet("/moved-steps", Moved).AsRead<Page<StepMoveView>>("listMovedSteps");
    }

    /// <summary>Every paper and layer that the server knows, by publication; imported ones with who imported them and why.</summary>
    /// <remarks>The days themselves are asked one by one, or printed as a template by <c>calendar paper ID</c>.</remarks>
    internal static async Task<Page<PaperView>> List(CalendarShelf shelf, CoordinationDatabase database, CancellationToken cancellation)
    {
        shelf.Refresh();
        await using var db = database.OpenToRead();
        var imports = await db.CalendarImports.ToDictionaryAsync(i => i.Id, cancellation);
        var papers = shelf.Table.Papers.Select(p => PaperView.Of(p, imports.GetValueOrDefault(p.Id)));
        var layers = shelf.Table.Regions.Select(l => PaperView.Of(l, imports.GetValueOrDefault(l.Id)));
        return new(true, [.. papers.Concat(layers).OrderBy(p => p.PublishedOn).ThenBy(p => p.Paper, StringComparer.Ordinal)], null);
    }

    /// <summary>What importing a paper would move: due dates, meetings and reminders, counted separately. Changes nothing.</summary>
    /// <remarks>It is the very decision of each unit, foreseen: the import does exactly this, if nothing else happens in between.</remarks>
    internal static async Task<PaperPreviewView> Preview(CalendarPaperBody body, CalendarPreview preview, CancellationToken cancellation)
    {
        var found = await preview.Of(body.Json(), cancellation);
        return found.Refusal is { } refusal ? throw new RefusedException(refusal) : PaperPreviewView.Of(found);
    }

    /// <summary>Imports a paper or layer once; every campaign in its region works by it when the answer comes.</summary>
    /// <remarks>The paper's id makes it safe to repeat: the same paper again changes nothing, another one under its id is refused.</remarks>
    internal static async Task<ImportedPaperView> Import(ImportPaperBody body, HttpContext http, CalendarImports imports, CancellationToken cancellation)
    {
        CommandKeys.Of(http, body);
        var answer = await imports.Import(body.Content.Json(), body.Reason, Passages.Signature(http), cancellation);
        return answer.Refusal is { } refusal ? throw new RefusedException(refusal) : ImportedPaperView.Of(answer);
    }

    /// <summary>Reminders that a paper moved before they were given, the latest first, each with the paper and the reason.</summary>
    /// <remarks>A unit's seat sees its own. A reminder that was given is never moved. At most 200 are listed; narrow the question for more.</remarks>
    /// <param name="unit">Only this unit's.</param>
    /// <param name="duty">Only this duty's: <c>monthly-2021-02</c>.</param>
    /// <param name="moved">Only those that this paper moved: <c>2021-1</c>.</param>
    internal static async Task<Page<StepMoveView>> Moved(
        string campaign, ReadingDoor door, CancellationToken cancellation, [IdWord] string? unit = null, [IdWord] string? duty = null, [Words(20)] string? moved = null)
    {
        await using var scene = await door.Open(campaign);
        var rows = scene.Db.StepsMoved.AsNoTracking().Where(m => m.Campaign == campaign && (scene.OnlyUnit == null || m.Unit == scene.OnlyUnit));
        rows = unit is null ? rows : rows.Where(m => m.Unit == unit);
        rows = duty is null ? rows : rows.Where(m => m.Obligation == duty);
        rows = moved is null ? rows : rows.Where(m => m.Paper == moved);
        var page = await rows.OrderByDescending(m => m.MovedAt).ThenBy(m => m.Unit).ThenBy(m => m.Obligation).ThenBy(m => m.Rung).Take(PageCursor.Most).ToListAsync(cancellation);
        return scene.All<StepMoveView>([.. page.Select(StepMoveView.Of)]);
    }
}
