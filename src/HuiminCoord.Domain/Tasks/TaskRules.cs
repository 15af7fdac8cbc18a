using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Tasks;

/// <summary>What a task decides.</summary>
public static class TaskRules
{
    /// <summary>How long after an interrupted call to a unit the task tries again.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    /// <summary>Decides a command.</summary>
    public static Decision<TaskEvent> Decide(TaskState state, TaskCommand command, TaskTerms terms, DateTimeOffset now)
    {
        if (command is TaskCommand.Begin begin)
        {
            return begin.PlanVersion <= state.PlanVersion
                ? Decision<TaskEvent>.Nothing
                : Decision<TaskEvent>.Keep(new TaskEvent.Begun(begin.PlanVersion, begin.IssuedAt));
        }

        if (state.PlanVersion == 0)
        {
            return new Refusal("task.not-begun", terms.Task.Title);
        }

        if (state.EndedWith > 0 && command is not TaskCommand.ConfirmTold)
        {
            return command is TaskCommand.End ? Decision<TaskEvent>.Nothing : new Refusal("task.ended", terms.Task.Title);
        }

        return command switch
        {
            TaskCommand.End c => MilestoneRules.End(state, c, now),
            TaskCommand.ReportProgress c => Report(c, terms, now),
            TaskCommand.RaiseBlock c => Raise(state, c, terms, now),
            TaskCommand.SolveBlock c => Solve(state, c, now),
            TaskCommand.SetMilestone c => MilestoneRules.Set(state, c, terms, now),
            TaskCommand.ReachMilestone c => MilestoneRules.Reach(state, c, terms, now),
            TaskCommand.DropMilestone c => MilestoneRules.Drop(state, c, terms),
            TaskCommand.ConfirmTold c => MilestoneRules.Told(state, c),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    /// <summary>Decides what to do at a wake: missed milestones, a silence that has become too long.</summary>
    public static Decision<TaskEvent> DecideWake(TaskState state, TaskTerms terms, DateTimeOffset now)
    {
        var events = MilestoneRules.Missed(state, now).ToList();
        if (StaleAt(state, terms) is { } at && at <= now)
        {
            events.Add(new TaskEvent.WentStale(now, LastHeard(state)));
        }

        return Decision<TaskEvent>.Keep(events);
    }

    /// <summary>When the task has something to do next.</summary>
    public static DateTimeOffset? NextWake(TaskState state, TaskTerms terms, DateTimeOffset now)
    {
        var candidates = MilestoneRules.Deadlines(state).ToList();
        if (StaleAt(state, terms) is { } stale)
        {
            candidates.Add(stale);
        }

        if (MilestoneRules.NextToTell(state) is not null)
        {
            candidates.Add(now + Retry);
        }

        return candidates.Count == 0 ? null : candidates.Min();
    }

    /// <summary>The state after one event.</summary>
    public static TaskState Evolve(TaskState state, TaskEvent @event) => @event switch
    {
        // An amendment is no progress: a task that was silent before it stays so.
        TaskEvent.Begun e => state with { PlanVersion = e.PlanVersion, IssuedAt = state.PlanVersion == 0 ? e.IssuedAt : state.IssuedAt },
        TaskEvent.Ended e => state with { EndedWith = e.PlanVersion },
        TaskEvent.ProgressReported e => state with { LastProgressAt = e.At, Percent = e.Percent ?? state.Percent, Stale = false },
        TaskEvent.Blocked e => state with { BlockedSince = e.At },
        TaskEvent.Solved => state with { BlockedSince = null },
        TaskEvent.WentStale => state with { Stale = true },
        _ => MilestoneRules.Evolve(state, @event),
    };

    private static Decision<TaskEvent> Report(TaskCommand.ReportProgress command, TaskTerms terms, DateTimeOffset now)
    {
        if (!terms.IsParty(command.Unit))
        {
            return new Refusal("task.not-party", command.Unit.Value, terms.Task.Title);
        }

        if (command.Percent is < 0 or > 100)
        {
            return new Refusal("task.percent-out-of-range");
        }

        return (FreeText.Refuse(command.Text, "task.evidence-needed") ?? FileRules.Refuse(command.Files)) is { } refusal
            ? refusal
            : Decision<TaskEvent>.Keep(new TaskEvent.ProgressReported(command.Unit, now, command.Text, command.Percent, FileRules.Carried(command.Files)));
    }

    private static Decision<TaskEvent> Raise(TaskState state, TaskCommand.RaiseBlock command, TaskTerms terms, DateTimeOffset now)
    {
        if (!terms.IsParty(command.Unit))
        {
            return new Refusal("task.not-party", command.Unit.Value, terms.Task.Title);
        }

        if ((FreeText.Refuse(command.What, "task.block-needs-words") ?? FreeText.RefuseLength(command.Proposal)) is { } refusal)
        {
            return refusal;
        }

        if (command.With is { } other && (other == command.Unit || terms.Plan.Unit(other) is null))
        {
            return new Refusal("task.dispute-with-whom", other.Value);
        }

        return state.BlockedSince is not null
            ? Decision<TaskEvent>.Nothing
            : Decision<TaskEvent>.Keep(new TaskEvent.Blocked(command.Unit, now, command.What, command.Proposal, command.With));
    }

    private static Decision<TaskEvent> Solve(TaskState state, TaskCommand.SolveBlock command, DateTimeOffset now)
    {
        if (FreeText.Refuse(command.How, "task.solution-needs-words") is { } refusal)
        {
            return refusal;
        }

        return state.BlockedSince is null
            ? Decision<TaskEvent>.Nothing
            : Decision<TaskEvent>.Keep(new TaskEvent.Solved(now, command.How));
    }

    private static DateTimeOffset LastHeard(TaskState state) => state.LastProgressAt ?? state.IssuedAt;

    /// <summary>Start of the first day on which the silence is too long; null when it was said, or after the campaign.</summary>
    private static DateTimeOffset? StaleAt(TaskState state, TaskTerms terms)
    {
        if (state.PlanVersion == 0 || state.EndedWith > 0 || state.Stale || state.Percent == 100)
        {
            return null;
        }

        var day = ChinaTime.DateOf(LastHeard(state)).AddDays(terms.Plan.Settings.StaleTaskDays + 1);
        return day > terms.Plan.Window.To ? null : ChinaTime.StartOf(day);
    }
}
