using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>What happened to tasks, read from the audit: newest first.</summary>
internal static class TaskHistory
{
    /// <summary>Most happenings of one task that are shown; a lead unit reports a few times a month.</summary>
    internal const int Most = 500;

    private static readonly string[] Telling = ["task.progress-reported", "task.blocked", "task.solved", "task.milestone-set", "task.milestone-reached"];

    /// <summary>Of one task.</summary>
    internal static async Task<IReadOnlyList<TaskHappening>> Of(ReadingScene scene, string task, CancellationToken cancellation)
    {
        var key = $"{scene.Campaign.Id}/{task}";
        var rows = await scene.Db.Audit.AsNoTracking().Where(a => a.GrainType == Rooms.Task && a.GrainKey == key).OrderByDescending(a => a.Seq).Take(Most).ToListAsync(cancellation);
        return Shown(rows);
    }

    /// <summary>What people did for all tasks since an instant.</summary>
    /// <param name="scene">The campaign; whoever calls reaches all of its tasks.</param>
    /// <param name="since">Bounds the look: a campaign of which nobody has spoken for long is not read through.</param>
    /// <param name="most">At most so many.</param>
    internal static async Task<IReadOnlyList<TaskHappening>> Recent(ReadingScene scene, DateTimeOffset since, int most, CancellationToken cancellation)
    {
        var campaign = scene.Campaign.Id;
        var rows = await scene.Db.Audit.AsNoTracking()
            .Where(a => a.Campaign == campaign && a.At >= since && a.GrainType == Rooms.Task && Telling.Contains(a.EventType))
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Position).Take(most).ToListAsync(cancellation);
        return Shown(rows);
    }

    private static List<TaskHappening> Shown(IEnumerable<AuditRow> rows) => [.. rows.Select(TaskHappening.Of).OfType<TaskHappening>()];
}
