namespace HuiminCoord.Domain.Meetings;

/// <summary>What each event of a session and of its minutes makes of a meeting.</summary>
internal static class SessionEvolution
{
    internal static MeetingState? Evolve(MeetingState state, MeetingEvent @event) => @event switch
    {
        MeetingEvent.Begun e => state with { Stage = MeetingStage.InSession, Session = new(e.Recorder, e.At) { Revision = 1 } },
        MeetingEvent.Ended e => Recorded(state, s => s with { EndedAt = e.At, Current = null }) with { Stage = MeetingStage.Ended, Minutes = new() },
        MeetingEvent.MinutesCirculated e => state with { Stage = MeetingStage.Circulated, Minutes = state.Minutes! with { CirculatedAt = e.At, CorrectBy = e.CorrectBy } },
        MeetingEvent.MinutesCorrected e => state with { Minutes = state.Minutes! with { Corrections = state.Minutes.Corrections.Add(e.Correction) } },
        MeetingEvent.MinutesConfirmed e => Dated(state, e) with { Stage = MeetingStage.Confirmed, Minutes = state.Minutes! with { ConfirmedAt = e.At } },
        MeetingEvent.AskedAgain e => state with { AskedAgainAt = e.At },
        MeetingEvent.SilenceTold => state with { SilenceTold = true },
        MeetingEvent.TakenOver or MeetingEvent.Attended or MeetingEvent.TurnedTo or MeetingEvent.Noted
            or MeetingEvent.DecisionRecorded or MeetingEvent.DecisionChanged or MeetingEvent.DecisionDropped or MeetingEvent.DecisionHanded
            or MeetingEvent.MemberRuled or MeetingEvent.RulingCarried => Recorded(state, s => Session(s, @event)),
        _ => null,
    };

    private static MeetingSession Session(MeetingSession session, MeetingEvent @event) => @event switch
    {
        MeetingEvent.TakenOver e => session with { Recorder = e.Recorder },
        MeetingEvent.Attended e => session with { Attendance = session.Attendance.SetItems(e.Units.Select(u => KeyValuePair.Create(u.Unit.Value, u))) },
        MeetingEvent.TurnedTo e => session with { Current = e.Item },
        MeetingEvent.Noted e => session with { Notes = e.Text.Length == 0 ? session.Notes.Remove(e.Item) : session.Notes.SetItem(e.Item, e.Text) },
        MeetingEvent.DecisionRecorded e => session with { Decisions = session.Decisions.Add(e.Decision) },
        MeetingEvent.DecisionChanged e => Changed(session, e.Number, d => d with { Wording = e.Wording }),
        MeetingEvent.DecisionDropped e => Changed(session, e.Number, d => d with { Dropped = e.Reason }),
        MeetingEvent.DecisionHanded e => Changed(session, e.Number, d => d with { Handed = true, Refused = e.Refused }),
        MeetingEvent.MemberRuled { Ruling: { } ruling } e => session with { Rulings = session.Rulings.SetItem(e.Item, ruling) },
        MeetingEvent.MemberRuled e => session with { Rulings = session.Rulings.Remove(e.Item) },
        MeetingEvent.RulingCarried e => session with { Rulings = session.Rulings.SetItem(e.Item, session.Rulings[e.Item] with { Carried = true, Refused = e.Refused }) },
        _ => throw new InvalidOperationException($"Unknown event {@event.GetType().Name}."),
    };

    private static MeetingState Dated(MeetingState state, MeetingEvent.MinutesConfirmed e) =>
        Recorded(state, s => s with { Decisions = [.. s.Decisions.Select(d => e.Dues.TryGetValue(d.Number, out var due) ? d with { DueOn = due } : d)] });

    private static MeetingState Recorded(MeetingState state, Func<MeetingSession, MeetingSession> record) =>
        state with { Session = record(state.Session!) with { Revision = state.Session!.Revision + 1 } };

    private static MeetingSession Changed(MeetingSession session, int number, Func<MeetingDecision, MeetingDecision> change)
    {
        var place = session.Decisions.FindIndex(d => d.Number == number);
        return session with { Decisions = session.Decisions.SetItem(place, change(session.Decisions[place])) };
    }
}
