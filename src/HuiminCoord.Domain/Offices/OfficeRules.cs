using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using System.Globalization;

namespace HuiminCoord.Domain.Offices;

/// <summary>What the office's actor decides: one message for all units instead of eleven.</summary>
public static class OfficeRules
{
    /// <summary>The units' rungs of the same minute are in the registers by then.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    /// <summary>The second summary of a due day.</summary>
    private static readonly TimeOnly Afternoon = new(16, 0);

    /// <summary>How long after the campaign's last day overdue reports can still come up.</summary>
    private const int AftermathDays = 90;

    /// <summary>Decides a command.</summary>
    public static Decision<OfficeEvent> Decide(OfficeState state, OfficeCommand command) => command switch
    {
        OfficeCommand.Begin c when c.PlanVersion <= state.PlanVersion => Decision<OfficeEvent>.Nothing,
        OfficeCommand.Begin c => Decision<OfficeEvent>.Keep(new OfficeEvent.Begun(c.PlanVersion, c.IssuedAt)),
        OfficeCommand.AdoptCalendar c when state.PlanVersion == 0 || c.Revision <= state.CalendarRevision => Decision<OfficeEvent>.Nothing,
        OfficeCommand.AdoptCalendar c => Decision<OfficeEvent>.Keep(new OfficeEvent.CalendarAdopted(c.Revision, c.Paper)),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>Decides what to write at a wake.</summary>
    public static Decision<OfficeEvent> DecideWake(OfficeState state, Plan plan, OfficeFacts facts, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (state.PlanVersion == 0 || !SendingTimes.Covers(now, plan.Settings, calendar))
        {
            return Decision<OfficeEvent>.Nothing;
        }

        var own = OwnSteps(state, plan, calendar, now).Where(s => !OwnDutySteps.IsDone(s, facts.Done));
        var office = facts.Pending.Where(p => p.Recipient == Recipients.Office).Select(p => new OfficeStep(p.Actor, p.Subject, p.Rung, p.PlannedAt, null)).Concat(own).ToList();
        var convenor = facts.Pending.Where(p => p.Recipient == Recipients.Convenor).Select(p => new OfficeStep(p.Actor, p.Subject, p.Rung, p.PlannedAt, null)).ToList();
        var messages = new List<OfficeEvent>();
        foreach (var (recipient, steps) in new[] { (Recipients.Office, office), (Recipients.Convenor, convenor) })
        {
            if (steps.Count > 0)
            {
                var subjects = steps.Select(s => s.Subject).ToHashSet();
                var counts = facts.Counts.Where(c => subjects.Contains(c.Duty.Value)).ToList();
                messages.Add(new OfficeEvent.Composed(now, SlotOf(now), recipient, steps, counts, facts.WithoutLiaison));
            }
        }

        return Decision<OfficeEvent>.Keep(messages);
    }

    /// <summary>Duties whose summary is due at this wake: the registers are asked for their counts.</summary>
    public static IReadOnlyList<DutyId> DutiesToCount(OfficeState state, Plan plan, WorkingCalendar calendar, DateTimeOffset now) =>
        [.. OwnSteps(state, plan, calendar, now).Select(s => new DutyId(s.Subject)).Distinct()];

    /// <summary>True where something that the office owes itself comes up at this wake: the registers are asked what it has done.</summary>
    public static bool AsksForDone(OfficeState state, Plan plan, WorkingCalendar calendar, DateTimeOffset now) =>
        OwnSteps(state, plan, calendar, now).Any(s => OwnDutySteps.KindOf(s.Rung) is not null);

    /// <summary>When the office has something to do next.</summary>
    public static DateTimeOffset? NextWake(OfficeState state, Plan plan, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (state.PlanVersion == 0 || ChinaTime.DateOf(now) > plan.Window.To.AddDays(AftermathDays))
        {
            return null;
        }

        var settled = now - Settling;
        var morning = SendingTimes.NextDigest(settled, plan.Settings, calendar);
        var afternoon = Planned(plan, state.IssuedAt, calendar).Where(s => s.PlannedAt > settled && !OfficeGiven.Contains(state.Given, s)).Select(s => s.PlannedAt).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        return (morning < afternoon ? morning : afternoon) + Settling;
    }

    /// <summary>The state after one event.</summary>
    public static OfficeState Evolve(OfficeState state, OfficeEvent @event) => @event switch
    {
        OfficeEvent.Begun e when state.PlanVersion == 0 => state with { PlanVersion = e.PlanVersion, IssuedAt = e.IssuedAt, GivenThrough = e.IssuedAt },
        // An amended plan does not make what is still to be said unsaid.
        OfficeEvent.Begun e => state with { PlanVersion = e.PlanVersion },
        OfficeEvent.Composed { Recipient: Recipients.Office } e => state with { GivenThrough = e.At, Given = OfficeGiven.After(state.Given, e) },
        OfficeEvent.CalendarAdopted e => state with { CalendarRevision = e.Revision },
        _ => state,
    };

    // The message stands for the minute whose steps it tells, not for the minute it waited.
    private static string SlotOf(DateTimeOffset now) => SendingTimes.Slot(now - Settling);

    private static IReadOnlyList<OfficeStep> OwnSteps(OfficeState state, Plan plan, WorkingCalendar calendar, DateTimeOffset now)
    {
        var due = Planned(plan, state.IssuedAt, calendar).Where(s => s.PlannedAt > state.GivenThrough && s.PlannedAt <= now && !OfficeGiven.Contains(state.Given, s)).ToList();
        var latest = due.GroupBy(Track).ToDictionary(g => g.Key, g => g.MaxBy(s => s.PlannedAt)!.Rung);
        return [.. due.Select(s => s.Rung == latest[Track(s)] ? s : s with { SupersededBy = latest[Track(s)] })];
    }

    /// <summary>What a later step says instead of an earlier one: that units have to act is one thing, and what the office owes itself is others.</summary>
    private static (string Subject, OfficeDutyKind? Own) Track(OfficeStep step) => (step.Subject, OwnDutySteps.KindOf(step.Rung));

    /// <summary>The office gets 09:00 and 16:00 on the day on which units have to act, and 09:00 on its own days.</summary>
    private static IEnumerable<OfficeStep> Planned(Plan plan, DateTimeOffset issuedAt, WorkingCalendar calendar)
    {
        var issued = ChinaTime.DateOf(issuedAt);
        // An amendment may give a duty a new day after its summaries were given: those of the new day are other steps.
        var version = plan.Version == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $".{plan.Version}");
        foreach (var occurrence in plan.Duties.SelectMany(Occurrence.Of))
        {
            if (occurrence.Due is { } due && due >= issued)
            {
                var day = calendar.DoBy(due);
                yield return new(OfficeGiven.Actor, occurrence.Id.Value, $"office-morning{version}", ChinaTime.At(day, plan.Settings.DigestAt), null);
                yield return new(OfficeGiven.Actor, occurrence.Id.Value, $"office-afternoon{version}", ChinaTime.At(day, Afternoon), null);
            }
        }

        foreach (var step in OwnDutySteps.Of(plan, calendar, issued, version))
        {
            yield return step;
        }
    }
}
