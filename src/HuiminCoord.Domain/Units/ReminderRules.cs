using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>Which reminders go out at a wake, to whom. Follows "Firing" in <c>../Obligations/README.md</c>.</summary>
internal static class ReminderRules
{
    internal static IEnumerable<UnitEvent> Due(UnitState state, UnitTerms terms, DateTimeOffset now)
    {
        var calendar = terms.Calendars.AsKnownAt(now);
        if (!SendingTimes.Covers(now, terms.Settings, calendar))
        {
            yield break;
        }

        var steps = terms.Open(state).SelectMany(d => Steps(d, state, terms, calendar, now)).ToList();
        var route = Routing.Liaison(state, terms.Unit.Id, ChinaTime.DateOf(now));
        var changes = route is not null && ChangesDue(state, terms, calendar, now) ? state.Changes!.Items : [];
        if (steps.Count == 0 && changes.Count == 0)
        {
            yield break;
        }

        var told = steps.Where(s => s.Fate == StepFate.Delivered).Select(s => s.Recipient);
        told = changes.Count > 0 ? told.Append(route!) : told;
        yield return new UnitEvent.Reminded(SendingTimes.Slot(now), steps, [.. told.Distinct().Order(StringComparer.Ordinal)], changes);
    }

    /// <summary>True when the digest that tells the pending changes has come.</summary>
    internal static bool ChangesDue(UnitState state, UnitTerms terms, WorkingCalendar calendar, DateTimeOffset now) =>
        state.Changes is { } changes && SendingTimes.NextDigest(changes.Since, terms.Settings, calendar) <= now;

    private static IEnumerable<FiredStep> Steps(OpenDuty duty, UnitState state, UnitTerms terms, WorkingCalendar calendar, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        var due = RungPlanner.Plan(duty, terms.Settings, calendar)
            .Where(r => r.At <= now && !duty.Kept.Given.Contains(r.Id))
            .Select(r => (Rung: r, To: Routing.Of(r.To, state, terms.Unit.Id, today)))
            .ToList();

        foreach (var (rung, _) in due.Where(d => d.To.Count == 0 && !duty.Kept.Unaddressed.Contains(d.Rung.Id)))
        {
            yield return new(duty.Kept.Id, rung.Id, Routing.Meant(rung.To[0], terms.Unit.Id), rung.At, StepFate.Undeliverable, null);
        }

        foreach (var recipient in due.SelectMany(d => d.To).Distinct())
        {
            foreach (var step in For(recipient, duty, [.. due.Where(d => d.To.Contains(recipient)).Select(d => d.Rung)]))
            {
                yield return step;
            }
        }
    }

    /// <summary>The latest rung says what the earlier ones would have said.</summary>
    private static IEnumerable<FiredStep> For(string recipient, OpenDuty duty, IReadOnlyList<PlannedRung> rungs)
    {
        var last = rungs[^1];
        var given = recipient is Recipients.Office or Recipients.Convenor ? StepFate.Pending : StepFate.Delivered;
        foreach (var rung in rungs)
        {
            yield return rung.At == last.At
                ? new(duty.Kept.Id, rung.Id, recipient, rung.At, given, null)
                : new(duty.Kept.Id, rung.Id, recipient, rung.At, StepFate.Superseded, last.Id);
        }
    }
}
