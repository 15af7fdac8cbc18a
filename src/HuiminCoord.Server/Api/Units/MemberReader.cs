using HuiminCoord.Grains.Units;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Units;

/// <summary>Reads what units have asked the joint meeting about their members, for the API and for pages alike.</summary>
internal static class MemberReader
{
    /// <summary>Of one unit.</summary>
    internal static async Task<MemberView> One(ReadingScene scene, string unit, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var row = await scene.Db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Campaign == campaign && u.Unit == unit, cancellation);
        return MemberView.Of(unit, scene.Campaign.Plan.Units.First(u => u.Id.Value == unit).Name, row is null ? null : MemberBook.Of(row));
    }

    /// <summary>Everything that waits, in plan order.</summary>
    internal static async Task<IReadOnlyList<MemberView>> Pending(ReadingScene scene, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var rows = await scene.Db.Units.AsNoTracking().Where(u => u.Campaign == campaign && u.Active && u.Payload != "{}").OrderBy(u => u.SortOrder).ToListAsync(cancellation);
        return [.. rows.Select(u => MemberView.Of(u.Unit, u.Name, MemberBook.Of(u))).Where(v => v.Pending is not null)];
    }
}
