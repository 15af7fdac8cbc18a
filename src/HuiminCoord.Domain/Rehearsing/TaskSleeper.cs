using HuiminCoord.Domain.Tasks;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>A task in a look ahead.</summary>
public sealed record TaskSleeper(string Id, TaskState State, TaskTerms Terms, DateTimeOffset? WakeAt) : Sleeper(Id, WakeAt)
{
    /// <inheritdoc/>
    internal override Played Wake(DateTimeOffset now)
    {
        var events = Events(TaskRules.DecideWake(State, Terms, now));
        var after = events.Aggregate(State, TaskRules.Evolve);
        var told = events.Select(e => UpcomingPart.Of(e is TaskEvent.WentStale ? Happening.Stale : e is TaskEvent.MilestoneMissed ? Happening.MilestoneMissed : Happening.Other, Id));
        return new(this with { State = after, WakeAt = TaskRules.NextWake(after, Terms, now) }, [.. told]);
    }

    /// <inheritdoc/>
    internal override Played Ask(PlayedAction action, DateTimeOffset now)
    {
        var command = ((PlayedAction.ToTask)action).Command;
        var events = Events(TaskRules.Decide(State, command, Terms, now));
        var what = command switch
        {
            TaskCommand.ReportProgress => Happening.ProgressReported,
            TaskCommand.RaiseBlock => Happening.Blocked,
            TaskCommand.SolveBlock => Happening.Solved,
            _ => Happening.Other,
        };
        return new(this with { State = events.Aggregate(State, TaskRules.Evolve) }, events.Count == 0 ? [] : [UpcomingPart.Of(what, Id)]);
    }
}
