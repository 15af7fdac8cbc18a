using HuiminCoord.Domain.Plans;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Board;

/// <summary>The obligations that boards are made of, as far as the reader reaches.</summary>
internal static class BoardRows
{
    /// <summary>Of these duties, over all units.</summary>
    internal static Task<List<ObligationRow>> Of(ReadingScene scene, IReadOnlyCollection<string> duties, CancellationToken cancellation) =>
        Reached(scene).Where(o => duties.Contains(o.Duty)).ToListAsync(cancellation);

    /// <summary>Due within these days, entered-late ones left out, by date.</summary>
    /// <remarks>Planned duties belong to the month of their planned date, also where one unit's was extended; others to their own date's.</remarks>
    internal static async Task<List<ObligationRow>> Due(ReadingScene scene, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var planned = scene.Campaign.Plan.Duties.SelectMany(Occurrence.Of).ToList();
        var all = planned.Select(o => o.Id.Value).ToList();
        var then = planned.Where(o => o.Due >= first && o.Due <= last).Select(o => o.Id.Value).ToList();
        // Two questions: each has an index of its own.
        var rows = await Of(scene, then, cancellation);
        rows.AddRange(await Reached(scene).Where(o => !all.Contains(o.Duty) && o.Due >= first && o.Due <= last).ToListAsync(cancellation));
        return [.. rows.Where(o => !o.EnteredLate).OrderBy(o => o.Due).ThenBy(o => o.Duty, StringComparer.Ordinal)];
    }

    private static IQueryable<ObligationRow> Reached(ReadingScene scene)
    {
        var campaign = scene.Campaign.Id;
        return scene.Db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && (scene.OnlyUnit == null || o.Unit == scene.OnlyUnit));
    }
}
