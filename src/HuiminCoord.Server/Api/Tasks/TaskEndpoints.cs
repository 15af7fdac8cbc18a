using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.OpenApi;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Api.Tasks;

/// <summary>The campaign's tasks: progress, blocks, milestones.</summary>
internal static class TaskEndpoints
{
    internal static void Map(RouteGroupBuilder campaign)
    {
        campaign.MapGet("/tasks", List).AsRead<Page<TaskView>>("listTasks");
        campaign.MapGet("/tasks/{task}", One).AsRead<Reading<TaskView>>("getTask");
        var task = campaign.MapGroup("/tasks/{task}");
        task.MapPost("/progress", Report).AsCommand("reportProgress", new ProgressBody("scjg", "已检查农贸市场6家，问题均已整改，佐证存台账。", 30))
            .Refuses("file.name-malformed", "file.too-many", "file.type-refused", "file.unknown", "task.evidence-needed", "task.not-party", "task.percent-out-of-range", "text.too-long");
        task.MapPost("/block", Block).AsCommand("raiseBlock", new BlockBody("scjg", "跨部门职责需要明确", "请联席办协调"))
            .Refuses("task.block-needs-words", "task.dispute-with-whom", "task.not-party", "text.too-long");
        task.MapPost("/solve", Solve).AsCommand("solveBlock", new SolveBody("已协调明确分工"))
            .Refuses("task.solution-needs-words", "text.too-long");
        task.MapPost("/milestones", SetMilestone).AsCommand("setMilestone", new MilestoneBody("scjg", "first-round", "完成第一轮全覆盖检查", new DateOnly(2020, 12, 31)))
            .Refuses("id.malformed", "milestone.due-out-of-range", "milestone.dropped", "milestone.id-taken", "milestone.title-needed", "milestone.too-many", "task.not-lead");
        task.MapPost("/milestones/{milestone}/reach", Reach).AsCommand("reachMilestone", new ReachBody("scjg", "检查记录和整改清单已归档"))
            .Refuses("milestone.dropped", "task.evidence-needed", "task.not-lead", "text.too-long");
        task.MapPost("/milestones/{milestone}/drop", Drop).AsCommand("dropMilestone", new DropBody("scjg", "与其他节点合并"))
            .Refuses("milestone.already-reached", "reason.needed", "task.not-lead", "text.too-long");
    }

    /// <summary>Lists the tasks in the order of the plan.</summary>
    /// <remarks>A unit's seat sees those that it leads or supports. With the stage, the last progress and the milestones of each. What is 进展缓慢 or 超期未更新 follows the plan's settings.</remarks>
    /// <param name="domain">Only this domain: chi, chuan, zhu, xing, wangluo.</param>
    /// <param name="stage">Only in this stage: on-track, slow, stale, blocked.</param>
    internal static async Task<Page<TaskView>> List(
        string campaign, ReadingDoor door, CancellationToken cancellation, [IdWord] string? domain = null, [IdWord] string? stage = null)
    {
        await using var scene = await door.Open(campaign);
        var tasks = await TaskReader.Reached(scene, cancellation);
        return scene.All<TaskView>([.. tasks.Where(t => (domain is null || t.Domain == domain) && (stage is null || t.Stage == stage))]);
    }

    /// <summary>One task with its milestones.</summary>
    /// <remarks>The same as in the list, with the evidence files.</remarks>
    internal static async Task<Reading<TaskView>> One(string campaign, string task, ReadingDoor door, CancellationToken cancellation)
    {
        await using var scene = await door.Open(campaign);
        var view = await TaskReader.Find(scene, task, cancellation) ?? throw scene.Absent("task.unknown", task);
        return scene.One(view with { Files = await AttachmentView.Of(scene.Db, campaign, Rooms.Task, task, null, cancellation) });
    }

    /// <summary>Reports progress with evidence in words, and with files.</summary>
    /// <remarks>The unit that is named must be the asker's own, and must lead or support the task. A report ends 超期未更新. Files have been uploaded by the same unit before.</remarks>
    internal static async Task<IResult> Report(string campaign, string task, ProgressBody body, CommandDoor door, UploadBook uploads)
    {
        var unit = door.Own(body.Unit);
        var files = await uploads.Named(campaign, body.Files, door.Asker, door.Gone);
        return await door.ToTask(campaign, task, new TaskCommand.ReportProgress(unit, body.Text, body.Percent, files), body);
    }

    /// <summary>Asks the office for coordination.</summary>
    /// <remarks>The unit that is named must be the asker's own. The office sees the task as 需协调解决 until it is solved. A dispute about whose work it is names the other unit: both are asked to speak at the next meeting.</remarks>
    internal static Task<IResult> Block(string campaign, string task, BlockBody body, CommandDoor door) =>
        door.ToTask(campaign, task, new TaskCommand.RaiseBlock(door.Own(body.Unit), body.What, body.Proposal ?? "", body.With is { } with ? new UnitId(with) : null), body);

    /// <summary>Says how the block was solved.</summary>
    /// <remarks>A task that is not blocked stays as it is.</remarks>
    internal static Task<IResult> Solve(string campaign, string task, SolveBody body, CommandDoor door) =>
        door.ToTask(campaign, task, new TaskCommand.SolveBlock(body.How), body);

    /// <summary>Enters a milestone, which the lead unit owes from then on.</summary>
    /// <remarks>The unit that is named must be the asker's own. The unit owes it as the duty {task}-{milestone}, with reminders.</remarks>
    internal static Task<IResult> SetMilestone(string campaign, string task, MilestoneBody body, CommandDoor door) =>
        door.ToTask(campaign, task, new TaskCommand.SetMilestone(door.Own(body.Unit), body.Id, body.Title, body.Due), body);

    /// <summary>Says that a milestone was reached.</summary>
    /// <remarks>The unit that is named must be the asker's own. It hands the unit's duty in; the office reviews it as any other.</remarks>
    internal static Task<IResult> Reach(string campaign, string task, string milestone, ReachBody body, CommandDoor door) =>
        door.ToTask(campaign, task, new TaskCommand.ReachMilestone(door.Own(body.Unit), milestone, body.Evidence), body);

    /// <summary>Gives a milestone up, with a reason.</summary>
    /// <remarks>The unit that is named must be the asker's own. The unit's duty is waived; its id is never used again.</remarks>
    internal static Task<IResult> Drop(string campaign, string task, string milestone, DropBody body, CommandDoor door) =>
        door.ToTask(campaign, task, new TaskCommand.DropMilestone(door.Own(body.Unit), milestone, body.Reason), body);
}
