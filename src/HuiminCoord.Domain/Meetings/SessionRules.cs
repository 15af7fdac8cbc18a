using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Meetings;

/// <summary>A meeting that sits: who records, who attends, what is spoken of, what is said.</summary>
internal static class SessionRules
{
    /// <summary>Longest note to one item.</summary>
    internal const int LongestNote = 500;

    /// <summary>What only the recorder does, from the beginning until the minutes are confirmed.</summary>
    internal static Decision<MeetingEvent> Decide(MeetingState state, MeetingCommand command, MeetingTerms terms, DateTimeOffset now) => command switch
    {
        MeetingCommand.Begin c => Begin(state, c, now),
        _ when state.Session is null => new Refusal("session.not-begun"),
        _ when state.Stage == MeetingStage.Confirmed => new Refusal("minutes.confirmed"),
        MeetingCommand.TakeOver c => c.By == state.Session.Recorder ? Decision<MeetingEvent>.Nothing : Decision<MeetingEvent>.Keep(new MeetingEvent.TakenOver(c.By)),
        MeetingCommand.Attend c => Recorded(state, c.By) ?? Attend(state, c, terms),
        MeetingCommand.TurnTo c => Recorded(state, c.By) ?? TurnTo(state, c),
        MeetingCommand.Note c => Recorded(state, c.By) ?? Note(state, c),
        MeetingCommand.RecordDecision c => Recorded(state, c.By) ?? DecisionRules.Record(state, c, terms, now),
        MeetingCommand.ChangeDecision c => Recorded(state, c.By) ?? DecisionRules.Change(state, c, terms, now),
        MeetingCommand.DropDecision c => Recorded(state, c.By) ?? DecisionRules.Drop(state, c),
        MeetingCommand.RuleOnMember c => Recorded(state, c.By) ?? RulingRules.Rule(state, c, now),
        MeetingCommand.End c => Recorded(state, c.By) ?? (state.Stage == MeetingStage.InSession ? Decision<MeetingEvent>.Keep(new MeetingEvent.Ended(now)) : Decision<MeetingEvent>.Nothing),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>On its day or later: what was recorded on paper is entered afterwards.</summary>
    private static Decision<MeetingEvent> Begin(MeetingState state, MeetingCommand.Begin c, DateTimeOffset now) =>
        state.Session is { } session ? session.Recorder == c.By ? Decision<MeetingEvent>.Nothing : new Refusal("session.recorded-by-other", session.Recorder)
        : state.Stage != MeetingStage.Noticed ? new Refusal("meeting.not-noticed")
        : ChinaTime.DateOf(now) < ChinaTime.DateOf(state.Arrangement!.StartsAt) ? new Refusal("session.too-early", $"{ChinaTime.DateOf(state.Arrangement.StartsAt):yyyy-MM-dd}")
        : Decision<MeetingEvent>.Keep(new MeetingEvent.Begun(now, c.By));

    private static Decision<MeetingEvent>? Recorded(MeetingState state, string by)
    {
        if (state.Session!.Recorder == by)
        {
            return null;
        }

        return new Refusal("session.recorded-by-other", state.Session.Recorder);
    }

    private static Decision<MeetingEvent> Attend(MeetingState state, MeetingCommand.Attend c, MeetingTerms terms)
    {
        var entries = c.Units.Select(u => u with { Who = u.Who.Trim() }).ToList();
        if (entries.Find(e => !state.Arrangement!.Units.Contains(e.Unit)) is { } stranger)
        {
            return new Refusal("meeting.not-invited", terms.Plan.Unit(stranger.Unit)?.Name ?? stranger.Unit.Value);
        }

        if (entries.Exists(e => !Enum.IsDefined(e.Kind)))
        {
            return new Refusal("session.attendance-unknown");
        }

        if (entries.Exists(e => e.Who.Length > ArrangementRules.LongestPost || (e.Kind == AttendanceKind.StandIn && e.Who.Length == 0)))
        {
            return new Refusal("meeting.who-needed", $"{ArrangementRules.LongestPost}");
        }

        // The last entry of each holds, also within one command.
        var fresh = entries.GroupBy(e => e.Unit).Select(g => g.Last()).Where(e => state.Session!.Attendance.GetValueOrDefault(e.Unit.Value) != e).ToList();
        return fresh.Count == 0 ? Decision<MeetingEvent>.Nothing : Decision<MeetingEvent>.Keep(new MeetingEvent.Attended(fresh));
    }

    private static Decision<MeetingEvent> TurnTo(MeetingState state, MeetingCommand.TurnTo c) =>
        state.Stage != MeetingStage.InSession ? new Refusal("session.ended")
        : c.Item is { } item && !IsOn(state, item) ? new Refusal("agenda.item-unknown", item)
        : c.Item == state.Session!.Current ? Decision<MeetingEvent>.Nothing
        : Decision<MeetingEvent>.Keep(new MeetingEvent.TurnedTo(c.Item));

    private static Decision<MeetingEvent> Note(MeetingState state, MeetingCommand.Note c) =>
        !IsOn(state, c.Item) ? new Refusal("agenda.item-unknown", c.Item)
        : c.Text.Length > LongestNote ? new Refusal("session.note-too-long", $"{LongestNote}")
        : state.Session!.Notes.GetValueOrDefault(c.Item, "") == c.Text.Trim() ? Decision<MeetingEvent>.Nothing
        : Decision<MeetingEvent>.Keep(new MeetingEvent.Noted(c.Item, c.Text.Trim()));

    /// <summary>True for an item of the agenda that was not taken off.</summary>
    internal static bool IsOn(MeetingState state, string item) => state.Agenda.Exists(i => i.Id == item && i.Removed is null);
}
