using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Units;

/// <summary>How dates change: extensions, moves, and new holiday papers.</summary>
internal static class DateRules
{
    internal static Decision<UnitEvent> AskExtension(OpenDuty duty, UnitCommand.AskExtension command, DateTimeOffset now)
    {
        if (RefuseMove(duty, command.Until, command.Reason) is { } refusal)
        {
            return refusal;
        }

        if (now >= ChinaTime.EndOf(duty.Due!.Value))
        {
            return new Refusal("extension.too-late", duty.Terms.Title, $"{duty.Due:yyyy-MM-dd}");
        }

        if (command.Until <= duty.Due)
        {
            return new Refusal("extension.not-later", $"{command.Until:yyyy-MM-dd}", $"{duty.Due:yyyy-MM-dd}");
        }

        return duty.Kept.ExtensionAsked == command.Until
            ? Decision<UnitEvent>.Nothing
            : Decision<UnitEvent>.Keep(new UnitEvent.ExtensionAsked(duty.Kept.Id, command.Until, command.Reason));
    }

    internal static Decision<UnitEvent> DecideExtension(OpenDuty duty, UnitCommand.DecideExtension command, UnitTerms terms, DateTimeOffset now)
    {
        if (duty.Kept.ExtensionAsked is not { } asked)
        {
            return new Refusal("extension.none-pending", duty.Terms.Title);
        }

        if (command.Granted)
        {
            return Grant(duty, command.Until ?? asked, command.Reason, terms, now);
        }

        return FreeText.Refuse(command.Reason, "reason.needed") is { } noReason
            ? noReason
            : Decision<UnitEvent>.Keep(new UnitEvent.ExtensionRefused(duty.Kept.Id, command.Reason), Decided(duty, now));
    }

    private static Decision<UnitEvent> Grant(OpenDuty duty, DateOnly until, string reason, UnitTerms terms, DateTimeOffset now)
    {
        if ((FreeText.RefuseLength(reason) ?? TooFar(duty, until)) is { } refusal)
        {
            return refusal;
        }

        if (until < ChinaTime.DateOf(now) || until <= duty.Due)
        {
            return new Refusal("extension.not-later", $"{until:yyyy-MM-dd}", $"{duty.Due:yyyy-MM-dd}");
        }

        var calendar = terms.Calendars.AsKnownAt(now);
        return Decision<UnitEvent>.Keep(
            new UnitEvent.ExtensionGranted(duty.Kept.Id, now, until, calendar.DoBy(until), calendar.IsProvisional(until), reason), Decided(duty, now));
    }

    private static UnitEvent.ChangeNoted Decided(OpenDuty duty, DateTimeOffset now) => new(now, $"extension:{duty.Kept.Id}");

    internal static Decision<UnitEvent> Move(OpenDuty duty, UnitCommand.MoveDue command, UnitTerms terms, DateTimeOffset now)
    {
        if (RefuseMove(duty, command.Due, command.Reason) is { } refusal)
        {
            return refusal;
        }

        if (command.Due == duty.Due)
        {
            return Decision<UnitEvent>.Nothing;
        }

        if (command.Due < ChinaTime.DateOf(now))
        {
            return new Refusal("due.in-the-past", $"{command.Due:yyyy-MM-dd}");
        }

        var calendar = terms.Calendars.AsKnownAt(now);
        return Decision<UnitEvent>.Keep(
            new UnitEvent.DueMoved(duty.Kept.Id, command.Due, calendar.DoBy(command.Due), calendar.IsProvisional(command.Due), command.Reason),
            new UnitEvent.ChangeNoted(now, $"moved:{duty.Kept.Id}"));
    }

    /// <summary>
    /// What a newly known holiday paper changes in the dates of open obligations. Kept even if that is nothing: the next
    /// paper is then not blamed for what this one changed.
    /// </summary>
    internal static IEnumerable<UnitEvent> Revised(UnitState state, UnitTerms terms, DateTimeOffset now)
    {
        var after = terms.Calendars.AsKnownAt(now);
        if (CalendarShifts.KnownTo(state, terms.Calendars).SameKnowledgeAs(after))
        {
            yield break;
        }

        var shifts = CalendarShifts.OfOpen(state, terms, now);
        yield return new UnitEvent.DatesRevised(
            ChinaTime.DateOf(now), after.LatestPaper, [.. shifts.Where(s => s.DatesChange).Select(s => terms.Dated(s.Duty, now))],
            CalendarShifts.InstantToKeep(terms.Calendars, now), after.LatestReason, [.. shifts.SelectMany(s => s.Steps)]);
        foreach (var shift in shifts.Where(s => s.DoByMoves && !s.Duty.Reported))
        {
            yield return new UnitEvent.ChangeNoted(now, $"dates:{shift.Duty.Kept.Id}");
        }
    }

    private static Refusal? RefuseMove(OpenDuty duty, DateOnly to, string reason)
    {
        if (duty.EnteredLate)
        {
            return new Refusal("due.entered-late", duty.Terms.Title);
        }

        if (duty.Reported)
        {
            return new Refusal("obligation.already-reported", duty.Terms.Title);
        }

        return TooFar(duty, to) ?? FreeText.Refuse(reason, "reason.needed");
    }

    /// <summary>Holiday papers reach one year ahead; a date beyond two years is a slip of the pen.</summary>
    private static Refusal? TooFar(OpenDuty duty, DateOnly to) =>
        to > duty.Due!.Value.AddYears(2) ? new Refusal("due.too-far", $"{to:yyyy-MM-dd}") : null;
}
