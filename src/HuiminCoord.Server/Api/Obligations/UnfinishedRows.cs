using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Obligations;

/// <summary>What is neither accepted nor waived nor ended, over all units that the reader reaches.</summary>
internal static class UnfinishedRows
{
    /// <summary>By date, undated ones last.</summary>
    internal static Task<List<ObligationRow>> Of(ReadingScene scene, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        // Named one by one, an index leads to them; "none of those that are over" would walk over all that ever was.
        return scene.Db.Obligations.AsNoTracking()
            .Where(o => o.Campaign == campaign && Stages.Unfinished.Contains(o.Stage) && (scene.OnlyUnit == null || o.Unit == scene.OnlyUnit))
            .OrderBy(o => o.Due ?? DateOnly.MaxValue).ThenBy(o => o.Unit).ThenBy(o => o.Duty).ToListAsync(cancellation);
    }

    /// <summary>Units and duties that a supervision group checks: the office does not review them.</summary>
    internal static async Task<IReadOnlySet<(string Unit, string Duty)>> Supervised(ReadingScene scene, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var found = await scene.Db.Problems.AsNoTracking().Where(p => p.Campaign == campaign).Select(p => new { p.Unit, p.Duty }).ToListAsync(cancellation);
        return found.Select(p => (p.Unit, p.Duty)).ToHashSet();
    }
}
