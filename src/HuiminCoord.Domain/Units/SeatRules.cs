using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>Who holds the unit's seats. A change takes effect on the unit's word.</summary>
internal static class SeatRules
{
    internal const int LongestName = 40;

    internal static Decision<UnitEvent> Name(UnitState state, UnitCommand.NameSeat command, UnitTerms terms, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        var seat = new Seat(command.Holder.Trim(), command.From ?? today, command.Until);
        if (RefuseHolder(state, command, seat, today) is { } refusal)
        {
            return refusal;
        }

        var current = state.SeatOf(command.Seat);
        var same = current is not null && current.LivingOn(today) && current.Holder == seat.Holder && current.Until == seat.Until;
        var events = new List<UnitEvent>();
        if (!same)
        {
            events.Add(new UnitEvent.SeatNamed(command.Seat, seat, command.Title, command.Phone));
            events.Add(new UnitEvent.ChangeNoted(now, $"seat:{Recipients.Name(command.Seat)}"));
        }

        if (command.Seat == SeatKind.Liaison)
        {
            var named = events.Aggregate(state, UnitEvolution.Evolve);
            events.AddRange(terms.Open(named).Where(d => d.Terms.Kind == DutyKind.Liaison).SelectMany(d => Fulfil(named, d, terms, now)));
        }

        return Decision<UnitEvent>.Keep(events);
    }

    internal static Decision<UnitEvent> End(UnitState state, UnitCommand.EndSeat command, DateTimeOffset now)
    {
        if (state.SeatOf(command.Seat) is not { } seat)
        {
            return new Refusal("seat.vacant", Recipients.Name(command.Seat));
        }

        if (command.LastDay < seat.From)
        {
            return new Refusal("seat.term-reversed", $"{seat.From:yyyy-MM-dd}", $"{command.LastDay:yyyy-MM-dd}");
        }

        return seat.Until == command.LastDay ? Decision<UnitEvent>.Nothing
            : seat.Until < command.LastDay && SitsElsewhere(state, command.Seat, seat, command.LastDay) ? new Refusal("seat.same-person", Recipients.Name(command.Seat))
            : Decision<UnitEvent>.Keep(new UnitEvent.SeatEnded(command.Seat, command.LastDay));
    }

    /// <summary>A term that ends later than it did may run into another seat of the same person, or into the one that the meeting has agreed to.</summary>
    private static bool SitsElsewhere(UnitState state, SeatKind kind, Seat seat, DateOnly lastDay)
    {
        var others = Enum.GetValues<SeatKind>().Where(k => k != kind).Select(state.SeatOf);
        return others.Any(o => o is not null && o.Holder == seat.Holder && o.From <= lastDay && !(o.Until <= seat.Until))
            || (kind != SeatKind.Leader && state.Member?.Pending is { Agreed: { } term } next && next.Holder == seat.Holder && term.From <= lastDay);
    }

    internal static Decision<UnitEvent> MarkAbsent(UnitState state, UnitCommand.MarkAbsent command)
    {
        if (state.SeatOf(command.Seat) is not { } seat)
        {
            return new Refusal("seat.vacant", Recipients.Name(command.Seat));
        }

        if (command.Until < command.From)
        {
            return new Refusal("seat.term-reversed", $"{command.From:yyyy-MM-dd}", $"{command.Until:yyyy-MM-dd}");
        }

        return seat.AbsentFrom == command.From && seat.AbsentUntil == command.Until
            ? Decision<UnitEvent>.Nothing
            : Decision<UnitEvent>.Keep(new UnitEvent.AbsenceMarked(command.Seat, command.From, command.Until));
    }

    private static Refusal? RefuseHolder(UnitState state, UnitCommand.NameSeat command, Seat seat, DateOnly today)
    {
        if (seat.Holder.Length is 0 or > LongestName || command.Title.Length > LongestName || command.Phone.Length > LongestName)
        {
            return new Refusal("seat.name-needed", $"{LongestName}");
        }

        if (seat.From > today || seat.Until < today)
        {
            return new Refusal("seat.term-not-current", $"{seat.From:yyyy-MM-dd}", $"{seat.Until:yyyy-MM-dd}");
        }

        var others = Enum.GetValues<SeatKind>().Where(k => k != command.Seat).Select(state.SeatOf);
        // Whom the meeting has agreed to as the unit's member will sit in the leader's seat.
        var agreed = command.Seat != SeatKind.Leader && state.Member?.Pending is { Agreed: not null } next && next.Holder == seat.Holder;
        return agreed || others.Any(o => o is not null && o.LivingOn(today) && o.Holder == seat.Holder)
            ? new Refusal("seat.same-person", Recipients.Name(command.Seat))
            : null;
    }

    /// <summary>Naming the liaison is the whole of the liaison duty: handed in and accepted in one.</summary>
    private static IEnumerable<UnitEvent> Fulfil(UnitState state, OpenDuty duty, UnitTerms terms, DateTimeOffset now)
    {
        var parts = duty.PartsIn(PartStage.Open, PartStage.Returned);
        var to = Routing.Liaison(state, terms.Unit.Id, ChinaTime.DateOf(now));
        var submitted = new UnitEvent.Submitted(duty.Kept.Id, parts, now, "", false, false, to);
        yield return submitted;
        foreach (var reported in SubmittingRules.ReportedBy(duty, submitted, terms.Calendars.AsKnownAt(now)))
        {
            yield return reported;
        }

        yield return new UnitEvent.Accepted(duty.Kept.Id, parts);
        yield return new UnitEvent.Closed(duty.Kept.Id);
    }
}
