using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Tasks;

/// <summary>Milestones of a task, and what the lead unit's actor has to be told of them.</summary>
public static class MilestoneRules
{
    private const int MostMilestones = 20;
    private const int LongestId = 16;

    /// <summary>The first milestone that the lead unit's actor has not been told of, or null: state → next action.</summary>
    public static Milestone? NextToTell(TaskState state) =>
        state.Milestones.Find(m => m.Stage is MilestoneStage.Entered or MilestoneStage.Reached or MilestoneStage.Dropped);

    internal static Decision<TaskEvent> Set(TaskState state, TaskCommand.SetMilestone command, TaskTerms terms, DateTimeOffset now)
    {
        if (RefuseLead(command.Unit, terms) is { } refusal)
        {
            return refusal;
        }

        // The obligation is named after both: a long task id leaves less room.
        if (!IdText.IsValid(command.Id) || command.Id.Length > LongestId || !IdText.IsValid($"{terms.Task.Id}-{command.Id}"))
        {
            return new Refusal("id.malformed", command.Id);
        }

        if (string.IsNullOrWhiteSpace(command.Title) || command.Title.Length > 60)
        {
            return new Refusal("milestone.title-needed", "60");
        }

        if (Find(state, command.Id) is { } earlier)
        {
            return Again(earlier, command);
        }

        if (command.Due < ChinaTime.DateOf(now) || command.Due > terms.Plan.Window.To)
        {
            return new Refusal("milestone.due-out-of-range", $"{command.Due:yyyy-MM-dd}", $"{terms.Plan.Window.To:yyyy-MM-dd}");
        }

        return state.Milestones.Count >= MostMilestones
            ? new Refusal("milestone.too-many", $"{MostMilestones}")
            : Decision<TaskEvent>.Keep(new TaskEvent.MilestoneSet(command.Id, command.Title, command.Due));
    }

    /// <summary>A milestone that is being given up is not there any more: entering it again is not a repetition.</summary>
    private static Decision<TaskEvent> Again(Milestone earlier, TaskCommand.SetMilestone command) =>
        earlier.Stage is MilestoneStage.Dropped or MilestoneStage.GivenUp ? new Refusal("milestone.dropped", command.Id)
        : earlier.Title == command.Title && earlier.Due == command.Due ? Decision<TaskEvent>.Nothing
        : new Refusal("milestone.id-taken", command.Id);

    internal static Decision<TaskEvent> Reach(TaskState state, TaskCommand.ReachMilestone command, TaskTerms terms, DateTimeOffset now)
    {
        if ((RefuseLead(command.Unit, terms) ?? FreeText.Refuse(command.Evidence, "task.evidence-needed")) is { } refusal)
        {
            return refusal;
        }

        return Find(state, command.Id)?.Stage switch
        {
            null => new Refusal("milestone.unknown", command.Id),
            MilestoneStage.Dropped or MilestoneStage.GivenUp => new Refusal("milestone.dropped", command.Id),
            MilestoneStage.Reached or MilestoneStage.Done => Decision<TaskEvent>.Nothing,
            _ => Decision<TaskEvent>.Keep(new TaskEvent.MilestoneReached(command.Id, now, command.Evidence)),
        };
    }

    internal static Decision<TaskEvent> Drop(TaskState state, TaskCommand.DropMilestone command, TaskTerms terms)
    {
        if ((RefuseLead(command.Unit, terms) ?? FreeText.Refuse(command.Reason, "reason.needed")) is { } refusal)
        {
            return refusal;
        }

        return Find(state, command.Id)?.Stage switch
        {
            null => new Refusal("milestone.unknown", command.Id),
            MilestoneStage.Reached or MilestoneStage.Done => new Refusal("milestone.already-reached", command.Id),
            MilestoneStage.Dropped or MilestoneStage.GivenUp => Decision<TaskEvent>.Nothing,
            _ => Decision<TaskEvent>.Keep(new TaskEvent.MilestoneDropped(command.Id, command.Reason)),
        };
    }

    internal static Decision<TaskEvent> Told(TaskState state, TaskCommand.ConfirmTold command)
    {
        if (Find(state, command.Id) is not { } milestone || milestone.Stage != command.Was)
        {
            return Decision<TaskEvent>.Nothing;
        }

        MilestoneStage? now = command.Was switch
        {
            MilestoneStage.Entered => command.Refusal is null ? MilestoneStage.Owed : MilestoneStage.NotTaken,
            MilestoneStage.Reached => MilestoneStage.Done,
            MilestoneStage.Dropped => MilestoneStage.GivenUp,
            _ => null,
        };
        return now is { } stage
            ? Decision<TaskEvent>.Keep(new TaskEvent.UnitTold(command.Id, stage, command.Refusal))
            : Decision<TaskEvent>.Nothing;
    }

    /// <summary>The task ends: what its lead unit still owes for it is given up.</summary>
    internal static Decision<TaskEvent> End(TaskState state, TaskCommand.End command, DateTimeOffset now) => Decision<TaskEvent>.Keep([
        new TaskEvent.Ended(command.PlanVersion, now),
        .. state.Milestones
            .Where(m => m.Stage is MilestoneStage.Entered or MilestoneStage.Owed or MilestoneStage.NotTaken or MilestoneStage.Missed)
            .Select(m => new TaskEvent.MilestoneDropped(m.Id, $"plan-{command.PlanVersion}"))]);

    internal static IEnumerable<TaskEvent> Missed(TaskState state, DateTimeOffset now) =>
        Waiting(state).Where(m => ChinaTime.EndOf(m.Due) <= now).Select(m => new TaskEvent.MilestoneMissed(m.Id, now));

    internal static IEnumerable<DateTimeOffset> Deadlines(TaskState state) => Waiting(state).Select(m => ChinaTime.EndOf(m.Due));

    internal static TaskState Evolve(TaskState state, TaskEvent @event) => @event switch
    {
        TaskEvent.MilestoneSet e => state with { Milestones = state.Milestones.Add(new(e.Id, e.Title, e.Due, MilestoneStage.Entered)) },
        TaskEvent.MilestoneReached e => Staged(state, e.Id, MilestoneStage.Reached),
        TaskEvent.MilestoneMissed e => Staged(state, e.Id, MilestoneStage.Missed),
        TaskEvent.UnitTold e => Staged(state, e.Id, e.Now),
        TaskEvent.MilestoneDropped e => Staged(state, e.Id, MilestoneStage.Dropped),
        _ => state,
    };

    private static IEnumerable<Milestone> Waiting(TaskState state) =>
        state.Milestones.Where(m => m.Stage is MilestoneStage.Owed or MilestoneStage.NotTaken);

    private static Milestone? Find(TaskState state, string id) => state.Milestones.Find(m => m.Id == id);

    private static TaskState Staged(TaskState state, string id, MilestoneStage stage)
    {
        var index = state.Milestones.FindIndex(m => m.Id == id);
        return state with { Milestones = state.Milestones.SetItem(index, state.Milestones[index] with { Stage = stage }) };
    }

    private static Refusal? RefuseLead(UnitId unit, TaskTerms terms) =>
        unit == terms.Lead ? null : new Refusal("task.not-lead", unit.Value, terms.Task.Title);
}
