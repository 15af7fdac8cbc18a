using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>How obligations come to a unit: by the plan's issue, by the calendar, by assignment.</summary>
internal static class OpeningRules
{
    /// <summary>Longest text of an assignment, in characters: it is kept in the document.</summary>
    private const int LongestLine = 60;

    internal static Decision<UnitEvent> Begin(UnitState state, UnitCommand.Begin command, UnitTerms terms)
    {
        if (state.PlanVersion != 0)
        {
            return command.PlanVersion <= state.PlanVersion ? Decision<UnitEvent>.Nothing : new Refusal("unit.already-begun", terms.Unit.Name, $"{state.PlanVersion}");
        }

        var day = ChinaTime.DateOf(command.IssuedAt);
        var begun = new UnitEvent.Begun(command.PlanVersion, command.IssuedAt, new Seat(command.LeaderTitle, day, null), day, CalendarShifts.InstantToKeep(terms.Calendars, command.IssuedAt));
        var open = terms.Duties.Where(d => d.OpensOn is null || d.OpensOn <= day);
        // Whom an amendment brings in, a year late, is not asked for the months before.
        open = command.PlanVersion == 1 ? open : open.Where(d => IsOwedFrom(day, d));
        return Decision<UnitEvent>.Keep(begun, Opened(day, open, terms, command.IssuedAt, command.IssuedAt));
    }

    /// <summary>
    /// Owed by whom an amendment reaches on this day: undated, or still to come. What was due before it is nobody's fault;
    /// only a liaison has to be named however late a unit joins.
    /// </summary>
    internal static bool IsOwedFrom(DateOnly day, DutyTerms duty) => duty.Due is null || duty.Due >= day || duty.Kind == DutyKind.Liaison;

    internal static IEnumerable<UnitEvent> Due(UnitState state, UnitTerms terms, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        var opening = terms.ToOpen(state).Where(d => d.OpensOn <= today).ToList();
        return opening.Count == 0 ? [] : [Opened(today, opening, terms, state.IssuedAt, now)];
    }

    internal static Decision<UnitEvent> Assign(UnitState state, UnitCommand.Assign command, UnitTerms terms, DateTimeOffset now)
    {
        var (id, assignment) = (command.Duty, command.Assignment);
        if (state.Find(id)?.Assigned == assignment)
        {
            return Decision<UnitEvent>.Nothing;
        }

        if (Refuse(state, id, assignment, terms, ChinaTime.DateOf(now)) is { } refusal)
        {
            return refusal;
        }

        var calendar = terms.Calendars.AsKnownAt(now);
        return Decision<UnitEvent>.Keep(
            new UnitEvent.Assigned(id, assignment, now, calendar.DoBy(assignment.Due), calendar.IsProvisional(assignment.Due)),
            new UnitEvent.ChangeNoted(now, $"assigned:{id}"));
    }

    private static Refusal? Refuse(UnitState state, DutyId id, Assignment assignment, UnitTerms terms, DateOnly today) =>
        state.Find(id) is not null || terms.Find(id) is not null || terms.IsOfOthers(id) || IsReserved(id, assignment) ? new("assignment.id-taken", id.Value)
        : state.Open.Count >= UnitRules.MostOpen ? new("assignment.too-many-open", terms.Unit.Name, $"{UnitRules.MostOpen}")
        : string.IsNullOrWhiteSpace(assignment.Title) || assignment.Title.Length > LongestLine ? new("assignment.title-needed", $"{LongestLine}")
        : assignment.Clause.Length > LongestLine || assignment.Source.Length > LongestLine ? new("text.too-long", $"{LongestLine}")
        : !terms.Plan.Ladders.ContainsKey(assignment.Kind) ? new("assignment.kind-unknown", $"{assignment.Kind}")
        : assignment.Due < today ? new("assignment.due-in-the-past", $"{assignment.Due:yyyy-MM-dd}")
        : assignment.Due > today.AddYears(2) ? new("due.too-far", $"{assignment.Due:yyyy-MM-dd}")
        : null;

    private static bool IsReserved(DutyId id, Assignment assignment) => Assignment.IsProblem(id) && !assignment.Source.StartsWith(Assignment.OfSupervision, StringComparison.Ordinal);

    private static UnitEvent.Opened Opened(DateOnly through, IEnumerable<DutyTerms> duties, UnitTerms terms, DateTimeOffset issuedAt, DateTimeOffset now) =>
        new(through, [.. duties.Select(d => terms.Dated(new OpenDuty(new Obligation(d.Id), d, issuedAt), now))]);
}
