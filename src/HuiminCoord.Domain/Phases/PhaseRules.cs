using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Files;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Phases;

/// <summary>What a phase decides. Its process is a function from state to next action.</summary>
public static class PhaseRules
{
    /// <summary>Working days before the end of the window on which the office is told of the gate.</summary>
    private const int AnnounceAhead = 5;

    /// <summary>Decides a command.</summary>
    public static Decision<PhaseEvent> Decide(PhaseState state, PhaseCommand command, PhasePlan phase, DateTimeOffset now)
    {
        if (command is PhaseCommand.Begin begin)
        {
            return begin.PlanVersion <= state.PlanVersion
                ? Decision<PhaseEvent>.Nothing
                : Decision<PhaseEvent>.Keep([new PhaseEvent.Begun(begin.PlanVersion, begin.IssuedAt), .. AtIssue(state, phase, begin.IssuedAt)]);
        }

        if (state.PlanVersion == 0)
        {
            return new Refusal("phase.not-begun", phase.Title);
        }

        if (command is PhaseCommand.AdoptCalendar adopt)
        {
            return Adopt(state, adopt);
        }

        if (state.Stage is PhaseStage.Passed or PhaseStage.Waived)
        {
            return Repeats(state, command) ? Decision<PhaseEvent>.Nothing : new Refusal("phase.already-left", phase.Title);
        }

        return command switch
        {
            PhaseCommand.RecordGoal c => Record(state, c, phase),
            PhaseCommand.PassGate c => Pass(state, c, phase, now),
            PhaseCommand.WaiveGate c => Waive(state, c, phase, now),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    /// <summary>A phase that was left waits for nothing.</summary>
    private static Decision<PhaseEvent> Adopt(PhaseState state, PhaseCommand.AdoptCalendar command) =>
        state.Stage is PhaseStage.Passed or PhaseStage.Waived || command.Revision <= state.CalendarRevision
            ? Decision<PhaseEvent>.Nothing
            : Decision<PhaseEvent>.Keep(new PhaseEvent.CalendarAdopted(command.Revision, command.Paper));

    /// <summary>Decides what to do at a wake.</summary>
    public static Decision<PhaseEvent> DecideWake(PhaseState state, PhasePlan phase, WorkingCalendar calendar, DateTimeOffset now)
    {
        var events = new List<PhaseEvent>();
        while (Step(Next(state, phase, calendar, now), state, phase, now) is { } step)
        {
            events.Add(step);
            state = Evolve(state, step);
        }

        return Decision<PhaseEvent>.Keep(events);
    }

    /// <summary>State → next action.</summary>
    public static PhaseAction Next(PhaseState state, PhasePlan phase, WorkingCalendar calendar, DateTimeOffset now)
    {
        var (begins, ends) = (ChinaTime.StartOf(phase.Window.From), ChinaTime.EndOf(phase.Window.To));
        var announce = ChinaTime.StartOf(AnnouncedOn(phase.Window.To, calendar));
        return state switch
        {
            { PlanVersion: 0 } => new PhaseAction.Wait(null),
            { Stage: PhaseStage.Waiting } => now >= begins ? new PhaseAction.Open() : new PhaseAction.Wait(begins),
            { Stage: PhaseStage.Running } when now >= ends => new PhaseAction.ComeToGate(),
            { Stage: PhaseStage.Running, GateAnnounced: false } => now >= announce ? new PhaseAction.AnnounceGate() : new PhaseAction.Wait(announce),
            { Stage: PhaseStage.Running } => new PhaseAction.Wait(ends),
            _ => new PhaseAction.Wait(null),
        };
    }

    /// <summary>True from the day on which the office is told that the phase ends soon; also after its end.</summary>
    /// <param name="closesOn">The phase's last day.</param>
    public static bool IsNear(DateOnly closesOn, WorkingCalendar calendar, DateOnly today) => today >= AnnouncedOn(closesOn, calendar);

    /// <summary>When the phase has something to do next.</summary>
    public static DateTimeOffset? NextWake(PhaseState state, PhasePlan phase, WorkingCalendar calendar, DateTimeOffset now) =>
        Next(state, phase, calendar, now) switch
        {
            PhaseAction.Wait { Until: { } until } when calendar.NextRevision is { } revision && revision < until => revision,
            PhaseAction.Wait wait => wait.Until,
            _ => now,
        };

    /// <summary>The state after one event.</summary>
    public static PhaseState Evolve(PhaseState state, PhaseEvent @event) => @event switch
    {
        PhaseEvent.Begun e => state with { PlanVersion = e.PlanVersion, IssuedAt = e.IssuedAt },
        PhaseEvent.Opened => state with { Stage = PhaseStage.Running },
        PhaseEvent.GateAnnounced => state with { GateAnnounced = true },
        PhaseEvent.GateCame => state with { Stage = PhaseStage.AtGate },
        PhaseEvent.GoalMet e => state with { GoalsMet = state.GoalsMet.Add(e.Goal) },
        PhaseEvent.GatePassed => state with { Stage = PhaseStage.Passed },
        PhaseEvent.GateWaived => state with { Stage = PhaseStage.Waived },
        PhaseEvent.CalendarAdopted e => state with { CalendarRevision = e.Revision },
        _ => state,
    };

    /// <summary>True when what is asked of a phase that was left already holds.</summary>
    private static bool Repeats(PhaseState state, PhaseCommand command) => command switch
    {
        PhaseCommand.RecordGoal c => state.GoalsMet.Contains(c.Goal) && FileRules.Carried(c.Files) is null,
        PhaseCommand.PassGate => state.Stage == PhaseStage.Passed,
        _ => state.Stage == PhaseStage.Waived,
    };

    // An amended plan finds the phase on its way: what it went through is not undone.
    private static IEnumerable<PhaseEvent> AtIssue(PhaseState state, PhasePlan phase, DateTimeOffset issuedAt)
    {
        if (state.Stage != PhaseStage.Waiting || issuedAt < ChinaTime.StartOf(phase.Window.From))
        {
            yield break;
        }

        yield return new PhaseEvent.Opened();
        if (issuedAt >= ChinaTime.EndOf(phase.Window.To))
        {
            yield return new PhaseEvent.GateCame(issuedAt, EnteredLate: true, Missing(state, phase));
        }
    }

    private static PhaseEvent? Step(PhaseAction action, PhaseState state, PhasePlan phase, DateTimeOffset now) => action switch
    {
        PhaseAction.Open => new PhaseEvent.Opened(),
        PhaseAction.AnnounceGate => new PhaseEvent.GateAnnounced(now, Missing(state, phase)),
        PhaseAction.ComeToGate => new PhaseEvent.GateCame(now, EnteredLate: false, Missing(state, phase)),
        _ => null,
    };

    private static Decision<PhaseEvent> Record(PhaseState state, PhaseCommand.RecordGoal command, PhasePlan phase)
    {
        if (phase.Goals.All(g => g.Id != command.Goal))
        {
            return new Refusal("phase.goal-unknown", command.Goal, phase.Title);
        }

        if ((FreeText.Refuse(command.Evidence, "phase.evidence-needed") ?? FileRules.Refuse(command.Files)) is { } refusal)
        {
            return refusal;
        }

        return !state.GoalsMet.Contains(command.Goal) ? Decision<PhaseEvent>.Keep(new PhaseEvent.GoalMet(command.Goal, command.Evidence, FileRules.Carried(command.Files)))
            : command.Files is { Count: > 0 } ? new Refusal("file.too-late", phase.Title)
            : Decision<PhaseEvent>.Nothing;
    }

    private static Decision<PhaseEvent> Pass(PhaseState state, PhaseCommand.PassGate command, PhasePlan phase, DateTimeOffset now)
    {
        if (state.Stage == PhaseStage.Waiting)
        {
            return new Refusal("phase.not-open-yet", phase.Title, $"{phase.Window.From:yyyy-MM-dd}");
        }

        var missing = Missing(state, phase);
        if (missing.Count > 0)
        {
            return new Refusal("phase.goals-missing", phase.Title, string.Join(", ", missing));
        }

        return command.OpenReports.Count > 0
            ? new Refusal("phase.reports-open", phase.Title, $"{command.OpenReports.Count}")
            : Decision<PhaseEvent>.Keep(new PhaseEvent.GatePassed(now));
    }

    private static Decision<PhaseEvent> Waive(PhaseState state, PhaseCommand.WaiveGate command, PhasePlan phase, DateTimeOffset now)
    {
        if (state.Stage == PhaseStage.Waiting)
        {
            return new Refusal("phase.not-open-yet", phase.Title, $"{phase.Window.From:yyyy-MM-dd}");
        }

        if (string.IsNullOrWhiteSpace(command.SignedBy))
        {
            return new Refusal("phase.signature-needed", phase.Title);
        }

        return (FreeText.Refuse(command.Reason, "reason.needed") ?? FreeText.RefuseLength(command.SignedBy)) is { } refusal
            ? refusal
            : Decision<PhaseEvent>.Keep(new PhaseEvent.GateWaived(now, command.Reason, command.SignedBy));
    }

    private static IReadOnlyList<string> Missing(PhaseState state, PhasePlan phase) =>
        [.. phase.Goals.Select(g => g.Id).Where(g => !state.GoalsMet.Contains(g))];

    private static DateOnly AnnouncedOn(DateOnly closesOn, WorkingCalendar calendar) => calendar.AddWorkingDays(calendar.DoBy(closesOn), -AnnounceAhead);
}
