using System.Globalization;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Tests.Simulation.Reference;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>Says where the rules of a meeting and its reference model differ.</summary>
internal static class MeetingComparison
{
    public static string? Difference(MeetingState state, IReadOnlyList<string> messages, ReferenceMeeting model)
    {
        var (rules, foretold) = (Of(state).Concat(messages.Select(m => ("told", m))).ToList(), Of(model).Concat(model.Messages.Select(m => ("told", m))).ToList());
        for (var i = 0; i < Math.Max(rules.Count, foretold.Count); i++)
        {
            var (one, other) = (i < rules.Count ? rules[i] : ("end", ""), i < foretold.Count ? foretold[i] : ("end", ""));
            if (one != other)
            {
                return $"rules: {one.Item1} {one.Item2}, model: {other.Item1} {other.Item2}";
            }
        }

        return null;
    }

    private static IEnumerable<(string, string)> Of(MeetingState s) =>
    [
        ("stage", $"{s.Stage} {s.Kind} {s.Unit}"),
        ("arrangement", Arrangements.Text(s.Arrangement)),
        ("consent", $"{At(s.SubmittedAt)} {s.Submission} {s.Remark}"),
        ("notice", $"{s.Told} {At(s.ToldAt)} {s.ReplyBy:yyyy-MM-dd} {At(s.AskedAgainAt)} {s.SilenceTold}"),
        .. s.Replies.Select(r => ("reply", $"{r.Key} {r.Value.Kind}|{r.Value.Who}|{r.Value.Reason} {At(r.Value.At)}")),
        ("agenda", $"{s.AgendaRevision} {At(s.ComposedAt)} {s.Entered}"),
        .. s.Agenda.Select(i => ("item", string.Create(CultureInfo.InvariantCulture, $"{i.Id}|{i.Heading}|{i.Reason}|{i.Fact}|{i.Proposal}|{i.Owner}|{i.Minutes}|{string.Join(' ', i.Rows)}|{string.Join(' ', i.Units)}|{i.Removed}|{i.Addendum}"))),
        .. s.Session is { } session ? Of(session, s.Minutes) : [],
    ];

    private static IEnumerable<(string, string)> Of(ReferenceMeeting m) =>
    [
        ("stage", $"{m.Stage} {m.Kind} {m.Unit}"),
        ("arrangement", Arrangements.Text(m.Arrangement)),
        ("consent", $"{At(m.SubmittedAt)} {m.Submission} {m.Remark}"),
        ("notice", $"{m.Told} {At(m.ToldAt)} {m.ReplyBy:yyyy-MM-dd} {At(m.AskedAgainAt)} {m.SilenceTold}"),
        .. m.Replies.Select(r => ("reply", $"{r.Key} {r.Value.Words} {At(r.Value.At)}")),
        ("agenda", $"{m.Revision} {At(m.ComposedAt)} {m.Entered}"),
        .. m.Agenda.Select(i => ("item", string.Create(CultureInfo.InvariantCulture, $"{i.Id}|{i.Heading}|{i.Reason}|{i.Fact}|{i.Proposal}|{i.Owner}|{i.Minutes}|{i.Rows}|{i.Units}|{i.Removed}|{i.Addendum}"))),
        .. m.Session is { } session ? Of(session) : [],
    ];

    private static IEnumerable<(string, string)> Of(MeetingSession s, MeetingMinutes? minutes) =>
    [
        ("session", $"{s.Recorder} {At(s.BegunAt)} {At(s.EndedAt)} {s.Current}"),
        .. s.Attendance.Values.Select(a => ("attends", $"{a.Unit} {a.Kind}|{a.Who}")),
        .. s.Notes.Select(n => ("note", $"{n.Key} {n.Value}")),
        .. s.Decisions.Select(d => ("decision", $"{d.Number}|{d.Item}|{d.Wording.Text}|{d.Wording.Owner}|{string.Join(' ', d.Wording.With)}|{d.Wording.Due:yyyy-MM-dd}|{d.Wording.Workdays}|{d.Wording.Clause}|{d.Wording.Dissent}|{d.Dropped}|{d.DueOn:yyyy-MM-dd}|{d.Handed}|{d.Refused}")),
        ("minutes", $"{At(minutes?.CirculatedAt)} {minutes?.CorrectBy:yyyy-MM-dd} {At(minutes?.ConfirmedAt)}"),
        .. (minutes?.Corrections ?? []).Select(c => ("correction", $"{c.Unit} {c.Text}")),
    ];

    private static IEnumerable<(string, string)> Of(ReferenceSession s) =>
    [
        ("session", $"{s.Recorder} {At(s.BegunAt)} {At(s.EndedAt)} {s.Current}"),
        .. s.Attendance.Select(a => ("attends", $"{a.Key} {a.Value}")),
        .. s.Notes.Select(n => ("note", $"{n.Key} {n.Value}")),
        .. s.Decisions.Select(d => ("decision", $"{d.Number}|{d.Item}|{d.Text}|{d.Owner}|{d.With}|{d.Due:yyyy-MM-dd}|{d.Workdays}|{d.Clause}|{d.Dissent}|{d.Dropped}|{d.DueOn:yyyy-MM-dd}|{d.Handed}|{d.Refused}")),
        ("minutes", $"{At(s.CirculatedAt)} {s.CorrectBy:yyyy-MM-dd} {At(s.ConfirmedAt)}"),
        .. s.Corrections.Select(c => ("correction", $"{c.Unit} {c.Text}")),
    ];

    private static string At(DateTimeOffset? at) => At(at is { } instant ? Shanghai.Of(instant) : null);

    private static string At(DateTime? at) => at?.ToString("s", CultureInfo.InvariantCulture) ?? "-";
}
