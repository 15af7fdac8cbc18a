using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Rehearsing;

/// <summary>A unit in a look ahead.</summary>
public sealed record UnitSleeper(string Id, UnitState State, UnitTerms Terms, DateTimeOffset? WakeAt) : Sleeper(Id, WakeAt)
{
    /// <inheritdoc/>
    internal override Played Wake(DateTimeOffset now)
    {
        var events = Events(UnitRules.DecideWake(State, Terms, now));
        var after = events.Aggregate(State, UnitEvolution.Evolve);
        return new(this with { State = after, WakeAt = UnitWake.Next(after, Terms, now) }, [.. events.SelectMany(e => Told(e, after, now))]);
    }

    /// <inheritdoc/>
    internal override Played Ask(PlayedAction action, DateTimeOffset now)
    {
        var command = ((PlayedAction.ToUnit)action).Command;
        var events = Events(UnitRules.Decide(State, command, Terms, now));
        return new(this with { State = events.Aggregate(State, UnitEvolution.Evolve) }, events.Count == 0 ? [] : [UpcomingPart.Of(Kind(command), Id)]);
    }

    private static Happening Kind(UnitCommand command) => command switch
    {
        UnitCommand.Submit => Happening.Submitted,
        UnitCommand.Accept => Happening.Accepted,
        UnitCommand.Return => Happening.Returned,
        UnitCommand.AskExtension => Happening.ExtensionAsked,
        UnitCommand.DecideExtension => Happening.ExtensionDecided,
        UnitCommand.NameSeat => Happening.SeatNamed,
        UnitCommand.MarkAbsent => Happening.AbsenceMarked,
        UnitCommand.ProposeMember => Happening.MemberAsked,
        UnitCommand.DecideMember => Happening.MemberDecided,
        _ => Happening.Other,
    };

    private IEnumerable<UpcomingPart> Told(UnitEvent @event, UnitState after, DateTimeOffset now) => @event switch
    {
        UnitEvent.Opened => [UpcomingPart.Of(Happening.Opened, Id)],
        UnitEvent.DatesRevised => [UpcomingPart.Of(Happening.Redated, Id)],
        // A term that the meeting agreed to begins.
        UnitEvent.SeatNamed => [UpcomingPart.Of(Happening.SeatNamed, Id)],
        UnitEvent.Reminded reminded => Reminders(reminded, after, now),
        // A change goes with what caused it.
        UnitEvent.ChangeNoted => [],
        _ => [UpcomingPart.Of(Happening.Other, Id)],
    };

    private IEnumerable<UpcomingPart> Reminders(UnitEvent.Reminded reminded, UnitState state, DateTimeOffset now)
    {
        foreach (var step in reminded.Steps)
        {
            var (what, whom) = step.Fate switch
            {
                StepFate.Delivered => (Kind(state, step.Duty, now), step.Recipient),
                StepFate.Pending => (Happening.HandedToOffice, Id),
                StepFate.Undeliverable => (Happening.Unreachable, Id),
                _ => (Happening.Other, null),
            };
            if (whom is not null)
            {
                yield return UpcomingPart.Of(what, whom);
            }
        }

        foreach (var told in reminded.Told.Except(reminded.Steps.Where(s => s.Fate == StepFate.Delivered).Select(s => s.Recipient)))
        {
            yield return UpcomingPart.Of(Happening.ChangesTold, told);
        }
    }

    /// <summary>As the digest words it.</summary>
    private Happening Kind(UnitState state, DutyId id, DateTimeOffset now)
    {
        var duty = Terms.Of(state, state.Find(id)!);
        var today = ChinaTime.DateOf(now);
        return duty.CorrectionDue is not null && (duty.Reported || duty.EnteredLate) ? Happening.ReminderCorrection
            : today > duty.Due ? Happening.ReminderOverdue
            : duty.Due is { } due && today >= Terms.Calendars.AsKnownAt(now).DoBy(due) ? Happening.ReminderDue
            : Happening.ReminderAhead;
    }
}
