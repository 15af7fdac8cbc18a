using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Tasks;

/// <summary>How a task's events become its row, and what of them waits for the office.</summary>
public sealed class TaskRegister(PlanShelf plans) : IRegister
{
    /// <inheritdoc/>
    public string GrainType => Rooms.Task;

    /// <inheritdoc/>
    public async Task Apply(RelayedEvent e, RelayBatch batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(batch);
        var task = RoomKey.IdOf(e.GrainKey);
        var row = await batch.Db.Tasks.FindAsync([e.Campaign, task], ct);
        var @event = e.Read<TaskEvent>();
        if (@event is TaskEvent.Begun begun)
        {
            await Begin(begun, e, batch, task, row);
            return;
        }

        if (@event is TaskEvent.ProgressReported progress)
        {
            AttachmentBook.Add(e, batch, progress.Unit.Value, null, progress.Files);
        }

        var shown = Change(row!, @event);
        if (shown is not null)
        {
            var rung = string.Create(CultureInfo.InvariantCulture, $"{shown}-{e.Sequence}");
            batch.Step(new StepDraft(e.Campaign, "", task, rung, Recipients.Office, e.At, e.At, StepOutcome.Pending, null, null, null));
        }
    }

    private async Task Begin(TaskEvent.Begun begun, RelayedEvent e, RelayBatch batch, string task, TaskRow? row)
    {
        var plan = await plans.Get(e.Campaign, begun.PlanVersion);
        var planned = plan.Task(new TaskId(task))!;
        if (row is not null)
        {
            row.Payload = StoredJson.Write(StoredJson.Read<TaskDetail>(row.Payload) with { Title = planned.Title });
            row.Domain = planned.Domain;
            return;
        }

        batch.Db.Tasks.Add(new TaskRow
        {
            Campaign = e.Campaign,
            Task = task,
            Domain = planned.Domain,
            LeadUnit = plan.Domain(planned.Domain)!.Lead.Value,
            Stage = TaskStages.OnTrack,
            Payload = StoredJson.Write(new TaskDetail(planned.Title, [])),
        });
    }

    /// <summary>Changes the row; the answer names what the office has to see, or is null.</summary>
    private static string? Change(TaskRow row, TaskEvent @event)
    {
        switch (@event)
        {
            case TaskEvent.ProgressReported x:
                (row.LastProgressAt, row.Percent) = (x.At, x.Percent ?? row.Percent);
                row.Stage = row.BlockedSince is null ? TaskStages.OnTrack : row.Stage;
                return null;
            case TaskEvent.Blocked x:
                (row.BlockedSince, row.Stage) = (x.At, TaskStages.Blocked);
                return "blocked";
            case TaskEvent.Solved:
                (row.BlockedSince, row.Stage) = (null, TaskStages.OnTrack);
                return null;
            case TaskEvent.WentStale:
                row.Stage = row.BlockedSince is null ? TaskStages.Stale : row.Stage;
                return "stale";
            case TaskEvent.Ended:
                row.Stage = TaskStages.Ended;
                return null;
            case TaskEvent.UnitTold { Now: MilestoneStage.NotTaken }:
                return "not-taken";
            default:
                var detail = StoredJson.Read<TaskDetail>(row.Payload);
                row.Payload = StoredJson.Write(detail with { Milestones = [.. Milestones(detail.Milestones, @event)] });
                return @event is TaskEvent.MilestoneMissed ? "missed" : null;
        }
    }

    private static IEnumerable<MilestoneDetail> Milestones(IReadOnlyList<MilestoneDetail> known, TaskEvent @event) => @event switch
    {
        TaskEvent.MilestoneSet x => known.Append(new(x.Id, x.Title, x.Due, "planned")),
        TaskEvent.MilestoneReached x => Staged(known, x.Id, "reached"),
        TaskEvent.MilestoneMissed x => Staged(known, x.Id, "missed"),
        TaskEvent.MilestoneDropped x => known.Where(m => m.Id != x.Id),
        _ => known,
    };

    private static IEnumerable<MilestoneDetail> Staged(IReadOnlyList<MilestoneDetail> known, string id, string stage) =>
        known.Select(m => m.Id == id ? m with { Stage = stage } : m);
}

/// <summary>Stages of a task as the register shows them.</summary>
public static class TaskStages
{
    /// <summary>正常推进.</summary>
    public const string OnTrack = "on-track";

    /// <summary>需协调解决.</summary>
    public const string Blocked = "blocked";

    /// <summary>超期未更新.</summary>
    public const string Stale = "stale";

    /// <summary>Not in the plan any more.</summary>
    public const string Ended = "ended";
}

/// <summary>What a task's row shows beside its columns.</summary>
public sealed record TaskDetail(string Title, IReadOnlyList<MilestoneDetail> Milestones);

/// <summary>A milestone as shown.</summary>
/// <param name="Stage">planned, reached or missed.</param>
public sealed record MilestoneDetail(string Id, string Title, DateOnly Due, string Stage);
