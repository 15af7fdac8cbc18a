using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;

namespace HuiminCoord.Server.Api.Meetings;

/// <summary>What is recorded of a session, as far as the reader may see it.</summary>
/// <param name="Revision">Grows with everything that is recorded.</param>
/// <param name="Recorder">Login of whoever records; null for members.</param>
/// <param name="Current">The item that is spoken of; null = none.</param>
/// <param name="Attendance">Units as they attend; who was not entered is not in it.</param>
/// <param name="Notes">What was said to the items that the reader may see.</param>
/// <param name="Decisions">What was decided; dropped ones only for office and convenor.</param>
/// <param name="Rulings">What was ruled of members and member units.</param>
internal sealed record SessionPart(
    int Revision, DateTimeOffset BegunAt, DateTimeOffset? EndedAt, string? Recorder, string? Current, IReadOnlyList<AttendanceView> Attendance, IReadOnlyList<NoteView> Notes,
    IReadOnlyList<DecisionView> Decisions, IReadOnlyList<RulingView> Rulings)
{
    /// <param name="unit">The member unit that reads; null = office, convenor or the unit that holds the meeting.</param>
    internal static SessionPart? Of(string id, MeetingState meeting, UnitId? unit)
    {
        if (meeting.Session is not { } session)
        {
            return null;
        }

        var shown = unit is { } member ? AgendaView.For(member, meeting).Items.Select(i => i.Id).ToHashSet() : null;
        return new(
            session.Revision, session.BegunAt, session.EndedAt, unit is null ? session.Recorder : null, session.Current,
            [.. meeting.Arrangement!.Units.Where(u => session.Attendance.ContainsKey(u.Value)).Select(u => session.Attendance[u.Value]).Select(e => new AttendanceView(e.Unit.Value, e.Kind, e.Who))],
            [.. session.Notes.Where(n => shown?.Contains(n.Key) != false).Select(n => new NoteView(n.Key, n.Value))],
            [.. session.Decisions.Where(d => unit is null || d.Dropped is null).Select(d => DecisionView.Of(id, d))],
            [.. session.Rulings.Where(r => shown?.Contains(r.Key) != false).Select(r => new RulingView(r.Key, r.Value.Agreed, r.Value.From, r.Value.Until, r.Value.Carried, r.Value.Refused))]);
    }
}

/// <summary>How a unit attends.</summary>
internal sealed record AttendanceView(string Unit, AttendanceKind Kind, string Who);

/// <summary>What was said to an item.</summary>
internal sealed record NoteView(string Item, string Text);

/// <summary>What was ruled of a member or a member unit.</summary>
/// <param name="Carried">It was carried out, or refused.</param>
/// <param name="Refused">The code by which it was refused.</param>
internal sealed record RulingView(string Item, bool Agreed, DateOnly? From, DateOnly? Until, bool Carried, string? Refused);

/// <summary>A decision.</summary>
/// <param name="Due">The day that was named.</param>
/// <param name="Workdays">Working days after the minutes are confirmed, where no day was named.</param>
/// <param name="DueOn">The day that its owner was given; null until the minutes are confirmed.</param>
/// <param name="Dropped">Why it does not stand any more.</param>
/// <param name="Duty">The duty by which its owner owes it; null until then.</param>
/// <param name="Refused">The code by which its owner's actor would not take it.</param>
internal sealed record DecisionView(
    int Number, string? Item, string Text, string Owner, IReadOnlyList<string> With, DateOnly? Due, int? Workdays, DateOnly? DueOn, string Clause, string Dissent, string? Dropped, string? Duty, string? Refused)
{
    internal static DecisionView Of(string meeting, MeetingDecision d) => new(
        d.Number, d.Item, d.Wording.Text, d.Wording.Owner!.Value.Value, [.. d.Wording.With.Select(u => u.Value)], d.Wording.Due, d.Wording.Workdays, d.DueOn, d.Wording.Clause, d.Wording.Dissent, d.Dropped,
        d.Handed && d.Refused is null ? DecisionRules.DutyOf(meeting, d.Number).Value : null, d.Refused);
}

/// <summary>The minutes on their way.</summary>
/// <param name="CorrectBy">Last day for corrections.</param>
/// <param name="Issue">第N期; null until they are confirmed.</param>
/// <param name="Corrections">What members said to the draft; a member sees its own.</param>
internal sealed record MinutesPart(DateTimeOffset? CirculatedAt, DateOnly? CorrectBy, DateTimeOffset? ConfirmedAt, int? Issue, IReadOnlyList<CorrectionView> Corrections)
{
    /// <param name="unit">The member unit that reads; null = office, convenor or the unit that holds the meeting.</param>
    internal static MinutesPart? Of(MeetingState meeting, UnitId? unit) => meeting.Minutes is not { } minutes ? null : new(
        minutes.CirculatedAt, minutes.CorrectBy, minutes.ConfirmedAt, minutes.Issue > 0 ? minutes.Issue : null,
        [.. minutes.Corrections.Where(c => unit is null || c.Unit == unit).Select(c => new CorrectionView(c.Unit.Value, c.Text, c.At))]);
}

/// <summary>What a member said to the draft of the minutes.</summary>
internal sealed record CorrectionView(string Unit, string Text, DateTimeOffset At);
