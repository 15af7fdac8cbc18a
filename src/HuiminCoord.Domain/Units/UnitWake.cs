using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>When a unit's actor next has something to do. Stored beside the state: the state is the schedule.</summary>
public static class UnitWake
{
    /// <summary>The next instant, or null when nothing is left to wait for.</summary>
    public static DateTimeOffset? Next(UnitState state, UnitTerms terms, DateTimeOffset now)
    {
        if (state.PlanVersion == 0)
        {
            return null;
        }

        var calendar = terms.Calendars.AsKnownAt(now);
        var open = terms.Open(state).ToList();
        var candidates = Openings(state, terms)
            .Concat(Rungs(open, terms, calendar, now))
            .Concat(Changes(state, terms, calendar, now))
            .Concat(Returns(state, terms, calendar, now))
            .ToList();
        if (calendar.NextRevision is { } revision && (candidates.Count > 0 || open.Any(d => d.Due is not null && !d.Reported && !d.EnteredLate)))
        {
            candidates.Add(revision);
        }

        return candidates.Count == 0 ? null : candidates.Min();
    }

    private static IEnumerable<DateTimeOffset> Openings(UnitState state, UnitTerms terms) =>
        terms.Duties.Where(d => d.OpensOn > state.OpenedThrough).Select(d => ChinaTime.StartOf(d.OpensOn!.Value));

    private static IEnumerable<DateTimeOffset> Rungs(IEnumerable<OpenDuty> open, UnitTerms terms, WorkingCalendar calendar, DateTimeOffset now) =>
        open.SelectMany(d => RungPlanner.Plan(d, terms.Settings, calendar)
            .Where(r => !d.Kept.Given.Contains(r.Id) && !d.Kept.Unaddressed.Contains(r.Id))
            .Select(r => r.At > now ? r.At : SendingTimes.NextDigest(now, terms.Settings, calendar)));

    private static IEnumerable<DateTimeOffset> Changes(UnitState state, UnitTerms terms, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (state.Changes is not { } changes)
        {
            yield break;
        }

        var digest = SendingTimes.NextDigest(changes.Since, terms.Settings, calendar);
        if (digest > now)
        {
            yield return digest;
        }
        else if (Routing.Liaison(state, terms.Unit.Id, ChinaTime.DateOf(now)) is not null)
        {
            yield return SendingTimes.NextDigest(now, terms.Settings, calendar);
        }
    }

    /// <summary>The end of an absence, when something waits for somebody to receive it.</summary>
    private static IEnumerable<DateTimeOffset> Returns(UnitState state, UnitTerms terms, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (state.Changes is null && state.Open.All(o => string.IsNullOrEmpty(o.Unaddressed.Text)))
        {
            return [];
        }

        return new[] { state.Liaison, state.Deputy }
            .Where(s => s?.AbsentUntil >= ChinaTime.DateOf(now))
            .Select(s => SendingTimes.NextDigest(ChinaTime.EndOf(s!.AbsentUntil!.Value), terms.Settings, calendar));
    }
}
