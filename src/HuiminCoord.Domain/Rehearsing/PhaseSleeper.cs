using HuiminCoord.Domain.Phases;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>A phase in a look ahead.</summary>
/// <param name="OpenReports">What the registers say is open in its window: it keeps the gate shut.</param>
public sealed record PhaseSleeper(string Id, PhaseState State, PhasePlan Phase, WorkingCalendars Calendars, IReadOnlyList<string> OpenReports, DateTimeOffset? WakeAt) : Sleeper(Id, WakeAt)
{
    /// <inheritdoc/>
    internal override Played Wake(DateTimeOffset now)
    {
        var calendar = Calendars.AsKnownAt(now);
        var events = Events(PhaseRules.DecideWake(State, Phase, calendar, now));
        var after = events.Aggregate(State, PhaseRules.Evolve);
        return new(this with { State = after, WakeAt = PhaseRules.NextWake(after, Phase, calendar, now) }, [.. events.Select(e => UpcomingPart.Of(Kind(e), Id))]);
    }

    /// <inheritdoc/>
    internal override Played Ask(PlayedAction action, DateTimeOffset now)
    {
        PhaseCommand command = action is PlayedAction.GoalOf goal ? new PhaseCommand.RecordGoal(goal.Goal, goal.Evidence) : new PhaseCommand.PassGate(OpenReports);
        var events = Events(PhaseRules.Decide(State, command, Phase, now));
        return new(this with { State = events.Aggregate(State, PhaseRules.Evolve) }, [.. events.Select(e => UpcomingPart.Of(Kind(e), Id))]);
    }

    private static Happening Kind(PhaseEvent @event) => @event switch
    {
        PhaseEvent.Opened => Happening.PhaseOpened,
        PhaseEvent.GateAnnounced => Happening.GateNear,
        PhaseEvent.GateCame => Happening.GateReached,
        PhaseEvent.GoalMet => Happening.GoalMet,
        PhaseEvent.GatePassed => Happening.GatePassed,
        _ => Happening.Other,
    };
}
