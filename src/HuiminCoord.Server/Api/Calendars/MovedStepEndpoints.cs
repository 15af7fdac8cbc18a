using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Calendars;

/// <summary>Reminders that holiday papers moved.</summary>
internal static class MovedStepEndpoints
{
    internal static void Map(RouteGroupBuilder campaign) => campaign.MapGet("/moved-steps", List).AsRead<Page<StepMoveView>>("listMovedSteps")
        .Refuses("page.malformed");

    /// <summary>Reminders that a paper moved before they were given, the latest first, each with the paper and the reason.</summary>
    /// <remarks>A unit's seat sees its own. A reminder that was given is never moved. Pages follow keys: what is moved meanwhile moves nothing.</remarks>
    /// <param name="unit">Only this unit's.</param>
    /// <param name="duty">Only this duty's: <c>monthly-2021-02</c>.</param>
    /// <param name="moved">Only those that this paper moved: <c>2021-1</c>.</param>
    /// <param name="limit">Rows per page, 1 to 200; 50 unless told.</param>
    /// <param name="next">The following page, from the answer before.</param>
    internal static async Task<Page<StepMoveView>> List(
        string campaign, ReadingDoor door, CancellationToken cancellation, [IdWord] string? unit = null, [IdWord] string? duty = null, [Words(20)] string? moved = null,
        [Within(1, PageCursor.Most)] int limit = PageCursor.Usual, [Words(600)] string? next = null)
    {
        await using var scene = await door.Open(campaign);
        var rows = scene.Db.StepsMoved.AsNoTracking().Where(m => m.Campaign == campaign && (scene.OnlyUnit == null || m.Unit == scene.OnlyUnit));
        rows = unit is null ? rows : rows.Where(m => m.Unit == unit);
        rows = duty is null ? rows : rows.Where(m => m.Obligation == duty);
        rows = moved is null ? rows : rows.Where(m => m.Paper == moved);
        var page = await After(rows, PageCursor.Read<MoveKey>(next))
            .OrderByDescending(m => m.MovedAt).ThenBy(m => m.Unit).ThenBy(m => m.Obligation).ThenBy(m => m.Rung).ThenBy(m => m.GrainSeq)
            .Take(limit + 1).ToListAsync(cancellation);
        return PageCursor.Cut(scene, page, limit, StepMoveView.Of, m => new MoveKey(m.MovedAt, m.Unit, m.Obligation, m.Rung, m.GrainSeq));
    }

    private static IQueryable<StepMovedRow> After(IQueryable<StepMovedRow> rows, MoveKey? key) => key is null ? rows : rows.Where(m =>
        m.MovedAt < key.At
        || (m.MovedAt == key.At && (string.Compare(m.Unit, key.Unit) > 0
            || (m.Unit == key.Unit && (string.Compare(m.Obligation, key.Duty) > 0
                || (m.Obligation == key.Duty && (string.Compare(m.Rung, key.Rung) > 0 || (m.Rung == key.Rung && m.GrainSeq > key.Seq))))))));

    private sealed record MoveKey(DateTimeOffset At, string Unit, string Duty, string Rung, long Seq);
}
