using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;
using Orleans;

namespace HuiminCoord.Domain.Units;

/// <summary>A reminder that was planned and not given, and that a paper or an amendment moves.</summary>
/// <param name="Rung">Step id within the obligation.</param>
/// <param name="From">Where it was planned; null = it was not planned before.</param>
/// <param name="To">Where it is planned now; null = it is not planned any more.</param>
[Alias("moved-step")]
public sealed record MovedStep(DutyId Duty, string Rung, DateTimeOffset? From, DateTimeOffset? To);

/// <summary>What newly known papers do to one obligation.</summary>
/// <param name="Steps">Its reminders that move; given ones never do.</param>
public sealed record DutyShift(
    OpenDuty Duty, DateOnly DoByBefore, DateOnly DoByAfter, bool ProvisionalBefore, bool ProvisionalAfter, IReadOnlyList<MovedStep> Steps)
{
    /// <summary>True when the day on which it can be done (办理日) is another one.</summary>
    public bool DoByMoves => DoByBefore != DoByAfter;

    /// <summary>True when its date was provisional and is no longer.</summary>
    public bool BecomesFirm => ProvisionalBefore && !ProvisionalAfter;

    /// <summary>True when a date that registers show changes.</summary>
    public bool DatesChange => DoByMoves || ProvisionalBefore != ProvisionalAfter;
}

/// <summary>
/// What a unit's dates lose and win by papers that became known since they were computed. The rule that applies a paper and
/// the preview that only shows it both ask here, so that one cannot promise what the other does not do.
/// </summary>
public static class CalendarShifts
{
    /// <summary>The calendar that the unit's dates rest on.</summary>
    public static WorkingCalendar KnownTo(UnitState state, WorkingCalendars calendars) =>
        calendars.AsKnownAt(state.DatesKnownAt ?? ChinaTime.StartOf(state.DatesKnownOn));

    /// <summary>The instant to keep with dates computed at <paramref name="now"/>; null when the day says it as well.</summary>
    public static DateTimeOffset? InstantToKeep(WorkingCalendars calendars, DateTimeOffset now) =>
        calendars.AsKnownAt(ChinaTime.StartOf(ChinaTime.DateOf(now))).SameKnowledgeAs(calendars.AsKnownAt(now)) ? null : now;

    /// <summary>Open obligations with a date or a reminder that changes, in the order of opening.</summary>
    /// <param name="state">A unit that has begun.</param>
    /// <param name="terms">With the calendars as they are after the import.</param>
    /// <param name="now">The instant of knowledge.</param>
    public static IReadOnlyList<DutyShift> OfOpen(UnitState state, UnitTerms terms, DateTimeOffset now) => Of(terms.Open(state), state, terms, now);

    /// <summary>Obligations of the plan that have not opened yet: nobody was told a date of them.</summary>
    public static IReadOnlyList<DutyShift> OfComing(UnitState state, UnitTerms terms, DateTimeOffset now) =>
        Of(terms.Duties.Where(d => d.OpensOn > state.OpenedThrough).Select(d => new OpenDuty(new Obligation(d.Id), d, state.IssuedAt)), state, terms, now);

    private static IReadOnlyList<DutyShift> Of(IEnumerable<OpenDuty> duties, UnitState state, UnitTerms terms, DateTimeOffset now)
    {
        var (before, after) = (KnownTo(state, terms.Calendars), terms.Calendars.AsKnownAt(now));
        return before.SameKnowledgeAs(after)
            ? []
            : [.. duties.Where(d => d.Due is not null && !d.EnteredLate).Select(d => Shift(d, before, after, terms)).Where(s => s.DatesChange || s.Steps.Count > 0)];
    }

    private static DutyShift Shift(OpenDuty duty, WorkingCalendar before, WorkingCalendar after, UnitTerms terms)
    {
        var due = duty.Due!.Value;
        return new(duty, before.DoBy(due), after.DoBy(due), before.IsProvisional(due), after.IsProvisional(due), Moved(duty, before, after, terms));
    }

    private static IReadOnlyList<MovedStep> Moved(OpenDuty duty, WorkingCalendar before, WorkingCalendar after, UnitTerms terms)
    {
        var from = Planned(duty, before, terms);
        var to = Planned(duty, after, terms);
        return [.. from.Keys.Union(to.Keys)
            .Select(rung => new MovedStep(duty.Kept.Id, rung, At(from, rung), At(to, rung)))
            .Where(s => s.From != s.To)];
    }

    private static Dictionary<string, DateTimeOffset> Planned(OpenDuty duty, WorkingCalendar calendar, UnitTerms terms) =>
        RungPlanner.Plan(duty, terms.Settings, calendar).Where(r => !duty.Kept.Given.Contains(r.Id)).ToDictionary(r => r.Id, r => r.At);

    private static DateTimeOffset? At(Dictionary<string, DateTimeOffset> planned, string rung) => planned.TryGetValue(rung, out var at) ? at : null;
}
