using HuiminCoord.Domain.Supervision;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Supervision;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Supervision;

/// <summary>Groups and problems as a seat may see them: a unit sees the problems that it has to mend, and no group's papers.</summary>
internal static class SupervisionFinder
{
    /// <summary>All groups, in the order of their numbers.</summary>
    internal static async Task<IReadOnlyList<SupervisionView>> Groups(ReadingScene scene, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var rows = await scene.Db.Supervisions.AsNoTracking().Where(s => s.Campaign == campaign).ToListAsync(cancellation);
        return [.. rows.OrderBy(r => r.Team.Length).ThenBy(r => r.Team, StringComparer.Ordinal).Select(r => SupervisionView.Of(r.Team, StoredJson.Read<SupervisionState>(r.Payload), scene.Campaign.Today))];
    }

    /// <summary>One group with all that it has; null when there is none.</summary>
    internal static async Task<SupervisionView?> Find(ReadingScene scene, string group, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        if (await scene.Db.Supervisions.AsNoTracking().FirstOrDefaultAsync(s => s.Campaign == campaign && s.Team == group, cancellation) is not { } row)
        {
            return null;
        }

        var state = StoredJson.Read<SupervisionState>(row.Payload);
        IReadOnlyList<ProblemView> found = [.. (await Problems(scene, cancellation)).Where(p => p.Group == group)];
        return SupervisionView.Of(group, state, scene.Campaign.Today) with
        {
            // A batch of the relay may lie between the two readings: what is counted is what is listed.
            Problems = found.Count,
            Open = found.Count(p => p.Light != ProblemLight.StruckOff),
            Checklist = Checklist.Of(state.Mandate!, state.OwnLines, scene.Campaign.Plan),
            Visited = [.. state.Visits.OrderBy(v => v.Day).Select(v => VisitView.Of(v, scene.Campaign.Today))],
            Found = found,
        };
    }

    /// <summary>The problems that the reader reaches.</summary>
    internal static async Task<IReadOnlyList<ProblemView>> Problems(ReadingScene scene, CancellationToken cancellation) =>
        [.. (await ProblemReader.All(scene.Db, scene.Campaign.Id, cancellation)).Where(p => scene.OnlyUnit is not { } unit || p.Problem.Unit.Value == unit)
            .Select(p => ProblemView.Of(p, scene.Campaign.Today))];
}
