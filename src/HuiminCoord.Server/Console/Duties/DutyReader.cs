using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Server.Drafts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Duties;

/// <summary>Reads what a unit owes.</summary>
internal static class DutyReader
{
    /// <summary>Over lists of the past are cut here; the rest is found by searching.</summary>
    private const int MostOver = 200;

    /// <summary>What is open, by date.</summary>
    /// <param name="scene">The campaign, opened for the reader.</param>
    /// <param name="drafts">Tells which duties somebody has begun to write.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static async Task<IReadOnlyList<DutyLine>> Open(ReadingScene scene, DraftBook drafts, string unit, CancellationToken cancellation)
    {
        var begun = await drafts.Begun(scene.Campaign.Id, [unit], cancellation);
        var rows = await Rows(scene, unit).Where(o => !Stages.Over.Contains(o.Stage)).ToListAsync(cancellation);
        return DutyLine.InOrder(rows.Select(r => DutyLine.Of(r, scene.Campaign, begun.Contains((r.Unit, r.Duty)))));
    }

    /// <summary>What is over, the latest first.</summary>
    internal static async Task<IReadOnlyList<DutyLine>> Over(ReadingScene scene, string unit, CancellationToken cancellation)
    {
        var rows = await Rows(scene, unit).Where(o => Stages.Over.Contains(o.Stage)).OrderByDescending(o => o.Due).Take(MostOver).ToListAsync(cancellation);
        return [.. rows.Select(r => DutyLine.Of(r, scene.Campaign, false))];
    }

    /// <summary>How many are over.</summary>
    internal static Task<int> CountOver(ReadingScene scene, string unit, CancellationToken cancellation) =>
        Rows(scene, unit).CountAsync(o => Stages.Over.Contains(o.Stage), cancellation);

    private static IQueryable<ObligationRow> Rows(ReadingScene scene, string unit)
    {
        var campaign = scene.Campaign.Id;
        return scene.Db.Obligations.AsNoTracking().Where(o => o.Campaign == campaign && o.Unit == unit && (scene.OnlyUnit == null || scene.OnlyUnit == unit));
    }
}
