using HuiminCoord.Domain.Campaigns;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Tasks;

/// <summary>Tasks with their lights, as the API answers them and as pages show them.</summary>
internal static class TaskReader
{
    /// <summary>The tasks that the reader reaches, in the order of the plan.</summary>
    internal static async Task<IReadOnlyList<TaskView>> Reached(ReadingScene scene, CancellationToken cancellation)
    {
        var (campaign, plan) = (scene.Campaign.Id, scene.Campaign.Plan);
        var rows = await scene.Db.Tasks.AsNoTracking().Where(t => t.Campaign == campaign).ToDictionaryAsync(t => t.Task, cancellation);
        var issues = await Issues(scene, cancellation);
        return [.. plan.Tasks.Where(t => scene.Passage.Reach.HasFlag(TaskTies.Of(scene.Passage.Asker.Standing, plan, t)))
            .Select(t => rows.TryGetValue(t.Id.Value, out var row) ? TaskView.Of(row, scene.Campaign, Named(scene.Campaign, t.Id, issues)) : null).OfType<TaskView>()];
    }

    /// <summary>One task; null when the plan does not name it. Whether the reader reaches it is settled by then.</summary>
    internal static async Task<TaskView?> Find(ReadingScene scene, string task, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        return await scene.Db.Tasks.AsNoTracking().FirstOrDefaultAsync(t => t.Campaign == campaign && t.Task == task, cancellation) is { } row
            ? TaskView.Of(row, scene.Campaign, Named(scene.Campaign, new TaskId(task), await Issues(scene, cancellation)))
            : null;
    }

    /// <summary>When each version was issued: live, that is later than the date on the paper.</summary>
    private static async Task<IReadOnlyDictionary<int, DateOnly>> Issues(ReadingScene scene, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var told = await scene.Db.Audit.AsNoTracking()
            .Where(a => a.GrainType == Rooms.Campaign && a.GrainKey == campaign && a.EventType == "campaign.issued")
            .Select(a => a.Body).ToListAsync(cancellation);
        return told.Select(StoredJson.Read<CampaignEvent>).OfType<CampaignEvent.Issued>().ToDictionary(e => e.PlanVersion, e => ChinaTime.DateOf(e.At));
    }

    private static DateOnly Named(CampaignScene scene, TaskId task, IReadOnlyDictionary<int, DateOnly> issues)
    {
        var first = scene.Versions.First(v => v.Task(task) is not null).Version;
        return issues.TryGetValue(first, out var day) ? day : scene.Plan.Document.IssuedOn;
    }
}
