using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>Who is told at once of what happens to a meeting, and in which words.</summary>
public static class MeetingTelling
{
    private static readonly SeatKind[] Seats = [SeatKind.Leader, SeatKind.Liaison, SeatKind.Deputy];

    /// <summary>The messages, each with the inbox it goes to; most events are told nobody.</summary>
    /// <param name="state">The meeting after the event.</param>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="nameOf">A unit's name.</param>
    /// <param name="consenter">Before whom its agenda is laid.</param>
    public static IEnumerable<(string To, Message Message)> Of(MeetingState state, MeetingEvent happened, DateTimeOffset at, Func<UnitId, string> nameOf, Consenter consenter)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(nameOf);
        var today = ChinaTime.DateOf(at);
        return happened switch
        {
            MeetingEvent.Proposed { AskedBy: { } unit } => [(Recipients.Office, MeetingNotices.Asked(nameOf(unit), state, today))],
            MeetingEvent.Cancelled when state is { Told: 0, AskedBy: { } unit } => SeatsOf([unit], (_, name) => MeetingNotices.Cancelled(name, state, today), nameOf),
            MeetingEvent.Submitted => [(Above(state, consenter), MeetingNotices.ForConsent(state, today, consenter))],
            MeetingEvent.Agreed or MeetingEvent.Returned => Runners(state, MeetingNotices.Consent(state, today)),
            MeetingEvent.Noticed => Members(state, (unit, name) => MeetingNotices.Notice(name, state, today, unit == state.Unit), nameOf),
            MeetingEvent.Moved when state.Told > 0 => Members(state, (unit, name) => MeetingNotices.Moved(name, state, today, unit == state.Unit), nameOf),
            MeetingEvent.Cancelled when state.Told > 0 => Members(state, (_, name) => MeetingNotices.Cancelled(name, state, today), nameOf),
            MeetingEvent.ItemAdded { Item.Addendum: true } e when !state.HasBegun => Members(state, (unit, name) => MeetingNotices.Addendum(unit, name, state, e.Item, today), nameOf),
            MeetingEvent.AskedAgain e => SeatsOf(e.Units, (_, name) => SessionNotices.AskedAgain(name, state, today), nameOf),
            MeetingEvent.SilenceTold e => Runners(state, SessionNotices.Silence(e.Units.Select(nameOf), state, today)),
            MeetingEvent.MinutesCirculated => [.. Members(state, (_, name) => SessionNotices.Circulated(name, state, today), nameOf), (Above(state, Consenter.Convenor), SessionNotices.ForConfirmation(state, today))],
            MeetingEvent.MinutesCorrected e => Runners(state, SessionNotices.Corrected(nameOf(e.Correction.Unit), state, e.Correction)),
            MeetingEvent.MinutesConfirmed => Members(state, (unit, name) => SessionNotices.Confirmed(unit, name, state, today), nameOf),
            _ => [],
        };
    }

    /// <summary>Who decides on what was prepared. The director reads the office's inbox.</summary>
    private static string Above(MeetingState state, Consenter consenter) =>
        state.Unit is { } unit ? Recipients.Of(unit, SeatKind.Leader) : consenter == Consenter.Director ? Recipients.Office : Recipients.Convenor;

    /// <summary>Whoever prepares and records: the office, or in a unit its liaison and whoever stands in for that seat.</summary>
    private static IEnumerable<(string To, Message Message)> Runners(MeetingState state, Message message) =>
        state.Unit is { } unit ? [(Recipients.Of(unit, SeatKind.Liaison), message), (Recipients.Of(unit, SeatKind.Deputy), message)] : [(Recipients.Office, message)];

    private static IEnumerable<(string To, Message Message)> Members(MeetingState state, Func<UnitId, string, Message> message, Func<UnitId, string> nameOf) =>
        SeatsOf(state.Arrangement!.Units, message, nameOf);

    /// <summary>All seats of a unit: a date is better known twice than not at all.</summary>
    private static IEnumerable<(string To, Message Message)> SeatsOf(IEnumerable<UnitId> units, Func<UnitId, string, Message> message, Func<UnitId, string> nameOf) =>
        from unit in units
        let text = message(unit, nameOf(unit))
        from seat in Seats
        select (Recipients.Of(unit, seat), text);
}
