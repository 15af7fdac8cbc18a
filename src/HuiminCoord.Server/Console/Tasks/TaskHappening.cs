using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>One thing that happened to a task, from the audit.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Seat">Who did it, as a seat's address; null is the clock.</param>
/// <param name="Kind">What it was; its word is <c>tasks.happened.{kind}</c>.</param>
/// <param name="Text">In the words of whoever did it; empty where there are none.</param>
/// <param name="More">What was wished for, of a block; what it is called, of a milestone; null elsewhere.</param>
/// <param name="Percent">Share done, where it was said.</param>
/// <param name="Milestone">Id of the milestone that it is about; null for the task itself.</param>
/// <param name="Files">What shows it; null = nothing was attached.</param>
/// <param name="With">The unit with which the asker disagrees on whose work it is; null = no dispute.</param>
public sealed record TaskHappening(
    string Task, long Sequence, DateTimeOffset At, string? Seat, HappeningKind Kind, string Text, string? More = null, int? Percent = null, string? Milestone = null, IReadOnlyList<FileRef>? Files = null,
    string? With = null)
{
    /// <summary>Reads a row; null for what is only between actors.</summary>
    internal static TaskHappening? Of(AuditRow row)
    {
        var plain = new TaskHappening(RoomKey.IdOf(row.GrainKey), row.Seq, row.At, Signature.Of(row.Actor).Seat, HappeningKind.Named, "");
        return StoredJson.Read<TaskEvent>(row.Body) switch
        {
            TaskEvent.Begun => plain,
            TaskEvent.Ended => plain with { Kind = HappeningKind.Ended },
            TaskEvent.ProgressReported e => plain with { Kind = HappeningKind.Progress, Text = e.Text, Percent = e.Percent, Files = e.Files },
            TaskEvent.Blocked e => plain with { Kind = HappeningKind.Blocked, Text = e.What, More = e.Proposal, With = e.With?.Value },
            TaskEvent.Solved e => plain with { Kind = HappeningKind.Solved, Text = e.How },
            TaskEvent.WentStale => plain with { Kind = HappeningKind.Stale },
            TaskEvent.MilestoneSet e => plain with { Kind = HappeningKind.Set, More = e.Title, Milestone = e.Id },
            TaskEvent.MilestoneReached e => plain with { Kind = HappeningKind.Reached, Text = e.Evidence, Milestone = e.Id },
            TaskEvent.MilestoneMissed e => plain with { Kind = HappeningKind.Missed, Milestone = e.Id },
            TaskEvent.MilestoneDropped e => plain with { Kind = HappeningKind.Dropped, Text = e.Reason, Milestone = e.Id },
            _ => null,
        };
    }
}

/// <summary>What can happen to a task.</summary>
public enum HappeningKind
{
    /// <summary>The plan named it.</summary>
    Named,

    /// <summary>The plan names it no more.</summary>
    Ended,

    /// <summary>Progress was reported.</summary>
    Progress,

    /// <summary>Coordination was asked for.</summary>
    Blocked,

    /// <summary>It was coordinated.</summary>
    Solved,

    /// <summary>It was silent for too long.</summary>
    Stale,

    /// <summary>A milestone was set.</summary>
    Set,

    /// <summary>A milestone was reached.</summary>
    Reached,

    /// <summary>A milestone's date passed.</summary>
    Missed,

    /// <summary>A milestone was given up.</summary>
    Dropped,
}
