using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Files;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Obligations;

/// <summary>What units owe: the list, and one with its history of reminders.</summary>
internal static class ReadObligations
{
    private static readonly string[] KnownStages = [Stages.Open, Stages.Submitted, Stages.Returned, Stages.Accepted, Stages.Waived, Stages.Ended];
    private static readonly DateOnly Undated = DateOnly.MaxValue;

    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/obligations", List).AsRead<Page<ObligationView>>("listObligations")
            .Refuses("page.malformed");
        campaign.MapGet("/units/{unit}/obligations/{duty}", One).AsRead<Reading<ObligationDetail>>("getObligation");
    }

    /// <summary>Lists obligations by date, undated ones last.</summary>
    /// <remarks>A unit's seat sees its own. Pages follow keys: rows that come in meanwhile move nothing.</remarks>
    /// <param name="unit">Only this unit's.</param>
    /// <param name="duty">Only this duty's: <c>monthly-2020-09</c>.</param>
    /// <param name="stage">Only in this stage: open, submitted, returned, accepted, waived.</param>
    /// <param name="overdue">True: only 逾期未报.</param>
    /// <param name="limit">Rows per page, 1 to 200; 50 unless told.</param>
    /// <param name="next">The following page, from the answer before.</param>
    internal static async Task<Page<ObligationView>> List(
        string campaign, ReadingDoor door, CancellationToken cancellation,
        [IdWord] string? unit = null, [IdWord] string? duty = null, [Words(20)] string? stage = null, bool? overdue = null,
        [Within(1, PageCursor.Most)] int limit = PageCursor.Usual, [Words(600)] string? next = null)
    {
        await using var scene = await door.Open(campaign);
        if (stage is not null && !KnownStages.Contains(stage))
        {
            throw new RefusedException(new Refusal("request.malformed", "stage"));
        }

        var rows = scene.Db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && (scene.OnlyUnit == null || o.Unit == scene.OnlyUnit));
        rows = unit is null ? rows : rows.Where(o => o.Unit == unit);
        rows = duty is null ? rows : rows.Where(o => o.Duty == duty);
        rows = stage is null ? rows : rows.Where(o => o.Stage == stage);
        rows = overdue is null ? rows : Overdue(rows, scene.Campaign.Today, overdue.Value);
        var page = await After(rows, PageCursor.Read<ObligationKey>(next))
            .OrderBy(o => o.Due ?? Undated).ThenBy(o => o.Unit).ThenBy(o => o.Duty).Take(limit + 1).ToListAsync(cancellation);
        return PageCursor.Cut(scene, page, limit, o => ObligationView.Of(o, scene.Campaign), o => new ObligationKey(o.Due ?? Undated, o.Unit, o.Duty));
    }

    /// <summary>One obligation with its reminders and its files.</summary>
    /// <remarks>Each reminder is shown for each recipient, with what became of it.</remarks>
    internal static async Task<Reading<ObligationDetail>> One(string campaign, string unit, string duty, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        ActorDoor.RequireUnit(scene.Campaign, unit);
        var row = await scene.Db.Obligations.FindAsync([campaign, unit, duty], cancellation)
            ?? throw scene.Absent("obligation.unknown", duty, scene.Campaign.Plan.Unit(new(unit))!.Name);
        var steps = await scene.Db.Steps.AsNoTracking()
            .Where(s => s.Campaign == campaign && s.Unit == unit && s.Obligation == duty)
            .OrderBy(s => s.PlannedAt).ThenBy(s => s.Rung).ThenBy(s => s.Recipient)
            .ToListAsync(cancellation);
        var files = await AttachmentView.Of(scene.Db, campaign, Rooms.Unit, unit, duty, cancellation);
        return scene.One(new ObligationDetail(ObligationView.Of(row, scene.Campaign), [.. steps.Select(StepView.Of)], files));
    }

    private static IQueryable<ObligationRow> Overdue(IQueryable<ObligationRow> rows, DateOnly today, bool wanted) => wanted
        ? rows.Where(o => !o.Reported && !o.EnteredLate && o.Due < today)
        : rows.Where(o => o.Reported || o.EnteredLate || o.Due == null || o.Due >= today);

    private static IQueryable<ObligationRow> After(IQueryable<ObligationRow> rows, ObligationKey? key) => key is null ? rows : rows.Where(o =>
        (o.Due ?? Undated) > key.Due
        || ((o.Due ?? Undated) == key.Due && (string.Compare(o.Unit, key.Unit) > 0 || (o.Unit == key.Unit && string.Compare(o.Duty, key.Duty) > 0))));

    private sealed record ObligationKey(DateOnly Due, string Unit, string Duty);
}
