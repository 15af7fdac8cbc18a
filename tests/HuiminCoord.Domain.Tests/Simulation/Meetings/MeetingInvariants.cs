using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>What must hold of every meeting, whatever the model says.</summary>
internal static class MeetingInvariants
{
    private static readonly string[] TellingsOfTheMeeting = ["meeting", "meeting-moved", "meeting-cancelled", "meeting-addendum"];

    /// <param name="facts">What the registers said, where an agenda was composed.</param>
    public static string? Broken(MeetingState state, IReadOnlyList<string> messages, AgendaFacts? facts, MeetingCommand command)
    {
        var told = messages.Count(m => TellingsOfTheMeeting.Contains(m.Split(' ')[0]));
        return state.Told != told ? $"the calendar entry is at {state.Told}, members were told {told} times"
            : state.Agenda.Select(i => i.Heading).SequenceEqual(state.Agenda.Select(i => i.Heading).Order()) is false ? "headings are mixed"
            : state.Agenda.Select(i => i.Id).Distinct().Count() < state.Agenda.Count ? "an item stands there twice"
            : state.Agenda.FirstOrDefault(i => i.Fact.Length is 0 or > AgendaItem.LongestText || i.Removed is { Length: 0 }) is { } odd ? $"{odd.Id} says nothing, or why it was removed is lost"
            : state.Stage == MeetingStage.Cancelled && state.Session is not null ? "a meeting that sat is cancelled"
            : command is MeetingCommand.Compose && state.Stage is MeetingStage.Proposed or MeetingStage.Returned && facts is not null ? Rows(state, facts)
            : null;
    }

    /// <summary>Who is not concerned learns that something was added, not what.</summary>
    public static string? Broken(MeetingEvent happened, IReadOnlyList<(string To, Message Message)> told, IReadOnlyList<UnitPlan> units)
    {
        if (happened is MeetingEvent.ItemAdded { Item: { Units.Count: > 0 } item })
        {
            var others = units.Select(u => u.Id).Except(item.Units);
            return told.Any(t => t.Message.Body.Contains(item.Fact, StringComparison.Ordinal) && others.Any(u => t.To.StartsWith($"{u}/", StringComparison.Ordinal))) ? $"others are told {item.Fact}" : null;
        }

        return told.Any(t => t.Message.Title.Length == 0 || t.Message.Body.Length == 0) ? "an empty message" : null;
    }

    /// <summary>A decision is owed once by its owner, by exactly one duty that opened once; and by nobody else.</summary>
    public static string? Broken(PlayedMeeting meeting, IReadOnlyDictionary<UnitId, PlayedUnit> units) => meeting.State.Session is not { } session || meeting.State.Stage != MeetingStage.Confirmed ? null
        : session.Decisions.Where(d => d.Handed || d.Dropped is not null).Select(d => Owed(meeting, d, units)).FirstOrDefault(p => p is not null);

    private static string? Owed(PlayedMeeting meeting, MeetingDecision decision, IReadOnlyDictionary<UnitId, PlayedUnit> units)
    {
        var duty = $"{meeting.Id}-y{decision.Number}";
        var takenBy = units.Where(u => u.Value.Seen.Opened.Contains(duty)).Select(u => u.Key).ToList();
        var times = units.Values.Sum(u => u.Seen.Opened.Count(d => d == duty));
        var expected = decision is { Dropped: null, Refused: null } ? 1 : 0;
        return times != expected || (expected == 1 && takenBy[0] != decision.Wording.Owner) ? $"{duty} was laid {times} times on {string.Join(' ', takenBy)}" : null;
    }

    /// <summary>No duty in two items; and where a meeting speaks of everything, no open decision missing.</summary>
    private static string? Rows(MeetingState state, AgendaFacts facts)
    {
        var rows = state.Agenda.SelectMany(i => i.Rows).ToList();
        var missing = state.Kind == MeetingKind.Liaison ? null : facts.Duties.FirstOrDefault(d => d.Kind == DutyKind.Decision && !rows.Contains($"obligation/{d.Unit}/{d.Duty}"));
        return rows.Distinct().Count() < rows.Count ? "a duty stands in two items" : missing is not null ? $"the open decision {missing.Duty} of {missing.Unit} is missing" : null;
    }
}
