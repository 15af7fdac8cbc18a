using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>How obligations come to a unit: by the plan's issue, by the calendar, by assignment.</summary>
internal static class OpeningRules
{
    internal static Decision<UnitEvent> Begin(UnitState state, UnitCommand.Begin command, UnitTerms terms)
    {
        if (command.PlanVersion <= state.PlanVersion)
        {
            return Decision<UnitEvent>.Nothing;
        }

        var day = ChinaTime.DateOf(command.IssuedAt);
        var begun = new UnitEvent.Begun(command.PlanVersion, command.IssuedAt, new Seat(command.LeaderTitle, day, null), day);
        var open = terms.Duties.Where(d => d.OpensOn is null || d.OpensOn <= day);
        return Decision<UnitEvent>.Keep(begun, Opened(day, open, terms, command.IssuedAt, command.IssuedAt));
    }

    internal static IEnumerable<UnitEvent> Due(UnitState state, UnitTerms terms, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        var opening = terms.Duties.Where(d => d.OpensOn > state.OpenedThrough && d.OpensOn <= today).ToList();
        return opening.Count == 0 ? [] : [Opened(today, opening, terms, state.IssuedAt, now)];
    }

    internal static Decision<UnitEvent> Assign(UnitState state, UnitCommand.Assign command, UnitTerms terms, DateTimeOffset now)
    {
        var (id, assignment) = (command.Duty, command.Assignment);
        if (state.Find(id) is { Assigned: { } earlier })
        {
            return earlier == assignment ? Decision<UnitEvent>.Nothing : new Refusal("assignment.id-taken", id.Value);
        }

        if (terms.Find(id) is not null || terms.IsOfOthers(id))
        {
            return new Refusal("assignment.id-taken", id.Value);
        }

        if (state.Open.Count >= UnitRules.MostOpen)
        {
            return new Refusal("assignment.too-many-open", terms.Unit.Name, $"{UnitRules.MostOpen}");
        }

        if (string.IsNullOrWhiteSpace(assignment.Title) || assignment.Title.Length > 60)
        {
            return new Refusal("assignment.title-needed", "60");
        }

        if (assignment.Due < ChinaTime.DateOf(now))
        {
            return new Refusal("assignment.due-in-the-past", $"{assignment.Due:yyyy-MM-dd}");
        }

        var calendar = terms.Calendars.AsKnownAt(now);
        return Decision<UnitEvent>.Keep(
            new UnitEvent.Assigned(id, assignment, now, calendar.DoBy(assignment.Due), calendar.IsProvisional(assignment.Due)),
            new UnitEvent.ChangeNoted(now, $"assigned:{id}"));
    }

    private static UnitEvent.Opened Opened(DateOnly through, IEnumerable<DutyTerms> duties, UnitTerms terms, DateTimeOffset issuedAt, DateTimeOffset now) =>
        new(through, [.. duties.Select(d => terms.Dated(new OpenDuty(new Obligation(d.Id), d, issuedAt), now))]);
}
