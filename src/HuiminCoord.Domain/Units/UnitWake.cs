using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>When a unit's actor next has something to do. Stored beside the state: the state is the schedule.</summary>
/// <remarks>
/// After a wake the answer is later than <c>now</c>. After a command it says nothing of a wake that was due before the
/// command and has not come yet: whoever stores it keeps that earlier instant, or a report handed in at 09:00:00 would
/// put the morning's reminders off by a day.
/// </remarks>
public static class UnitWake
{
    /// <summary>The next instant, or null when nothing is left to wait for.</summary>
    public static DateTimeOffset? Next(UnitState state, UnitTerms terms, DateTimeOffset now)
    {
        if (state.PlanVersion == 0 || state.LeftWith > 0)
        {
            return null;
        }

        var calendar = terms.Calendars.AsKnownAt(now);
        var open = terms.Open(state).ToList();
        var candidates = Openings(state, terms)
            .Concat(Rungs(open, state, terms, calendar, now))
            .Concat(Changes(state, terms, calendar, now))
            .Concat(MemberRules.SeatedAt(state))
            .ToList();
        var revision = CalendarShifts.KnownTo(state, terms.Calendars).NextRevision;
        if (revision is not null && (candidates.Count > 0 || open.Any(d => d.Due is not null && !d.Reported && !d.EnteredLate)))
        {
            candidates.Add(revision.Value);
        }

        return candidates.Count == 0 ? null : candidates.Min();
    }

    private static IEnumerable<DateTimeOffset> Openings(UnitState state, UnitTerms terms) =>
        terms.ToOpen(state).Select(d => ChinaTime.StartOf(d.OpensOn!.Value));

    private static IEnumerable<DateTimeOffset> Rungs(IEnumerable<OpenDuty> open, UnitState state, UnitTerms terms, WorkingCalendar calendar, DateTimeOffset now) =>
        open.SelectMany(d => RungPlanner.Plan(d, terms.Settings, calendar)
            .Where(r => !d.Kept.Given.Contains(r.Id))
            .Select(r => r.At > now ? r.At
                : d.Kept.Unaddressed.Contains(r.Id) ? FirstReader(r.To, state, terms, calendar, now)
                : SendingTimes.NextDigest(now, terms.Settings, calendar)))
            .OfType<DateTimeOffset>();

    private static IEnumerable<DateTimeOffset> Changes(UnitState state, UnitTerms terms, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (state.Changes is { } changes)
        {
            var digest = SendingTimes.NextDigest(changes.Since, terms.Settings, calendar);
            var told = digest > now ? digest : FirstReader([Role.Liaison], state, terms, calendar, now);
            return told is { } at ? [at] : [];
        }

        return [];
    }

    /// <summary>The first digest at which somebody can receive what waits: tomorrow's, or the one after an absence; null while no seat promises any.</summary>
    private static DateTimeOffset? FirstReader(IReadOnlyList<Role> roles, UnitState state, UnitTerms terms, WorkingCalendar calendar, DateTimeOffset now) =>
        new[] { state.Liaison?.AbsentUntil, state.Deputy?.AbsentUntil }
            .OfType<DateOnly>()
            .Select(ChinaTime.EndOf)
            .Where(end => end > now)
            .Append(now)
            .Order()
            .Select(from => (DateTimeOffset?)SendingTimes.NextDigest(from, terms.Settings, calendar))
            .FirstOrDefault(digest => Routing.Of(roles, state, terms.Unit.Id, ChinaTime.DateOf(digest!.Value)).Count > 0);
}
