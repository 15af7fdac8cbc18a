using HuiminCoord.Domain.Meetings;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>The minutes: circulated, corrected, confirmed; each decision that stands becomes a duty of its owner.</summary>
internal static class ReferenceMinutes
{
    public static bool Hears(MeetingCommand command) => command is MeetingCommand.Circulate or MeetingCommand.Correct or MeetingCommand.Confirm or MeetingCommand.ConfirmHanded;

    /// <summary>The first decision of which its owner does not know; null = none.</summary>
    public static ReferenceDecision? ToHand(ReferenceMeeting meeting) =>
        meeting.Stage == MeetingStage.Confirmed ? meeting.Session!.Decisions.Find(d => d is { Dropped: null, Handed: false }) : null;

    /// <summary>What its owner is told: duty, kind, title, day, what it rests on, and who says so.</summary>
    public static string Owed(ReferenceMeeting meeting, ReferenceDecision decision)
    {
        var basis = decision.Clause.Length > 0 ? decision.Clause : MeetingDecided.Title($"{meeting.Arrangement!.Title}议定事项{decision.Number}");
        return $"{decision.Owner}: {meeting.Id}-y{decision.Number}|Decision|{MeetingDecided.Title(decision.Text)}|{decision.DueOn:yyyy-MM-dd}|{basis}|meeting/{meeting.Id}";
    }

    public static List<string> Refuse(ReferenceMeeting meeting, MeetingCommand command, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        return command switch
        {
            MeetingCommand.ConfirmHanded => [],
            MeetingCommand.Confirm when meeting.Stage == MeetingStage.Confirmed => [],
            _ when meeting.Session is null => ["session.not-begun"],
            _ when meeting.Stage == MeetingStage.InSession => ["session.not-ended"],
            _ when meeting.Stage == MeetingStage.Confirmed => ["minutes.confirmed"],
            MeetingCommand.Circulate c => Verdict.Reasons(("minutes.correct-by-out-of-range", c.CorrectBy < today || c.CorrectBy > today.AddDays(60))),
            _ when meeting.Stage == MeetingStage.Ended => ["minutes.not-circulated"],
            MeetingCommand.Correct c => Correct(meeting, c),
            MeetingCommand.Confirm => Verdict.Reasons(
                ("minutes.decision-due-past", Standing(meeting).Exists(d => Due(meeting, d, now) < today)),
                ("minutes.owner-left", Standing(meeting).Exists(d => meeting.PlanAt(now).Unit(d.Owner) is null))),
            _ => throw new InvalidOperationException(command.ToString()),
        };
    }

    public static void Apply(ReferenceMeeting meeting, MeetingCommand command, DateTime now)
    {
        switch (command)
        {
            case MeetingCommand.Circulate c:
                meeting.Stage = MeetingStage.Circulated;
                (meeting.Session!.CirculatedAt, meeting.Session.CorrectBy) = (now, c.CorrectBy);
                meeting.TellMembers("minutes-circulated");
                meeting.Tell("minutes-submitted", ["convenor"]);
                break;
            case MeetingCommand.Correct c when !IsRepeated(meeting, c):
                meeting.Session!.Corrections.Add((c.Unit, c.Text.Trim()));
                meeting.Tell("minutes-corrected", ["office"]);
                break;
            case MeetingCommand.Confirm when meeting.Stage != MeetingStage.Confirmed:
                meeting.Stage = MeetingStage.Confirmed;
                meeting.Session!.ConfirmedAt = now;
                Each(meeting, d => d.Dropped is null ? d with { DueOn = Due(meeting, d, now) } : d);
                meeting.TellMembers("minutes-confirmed");
                break;
            case MeetingCommand.ConfirmHanded c when ToHand(meeting)?.Number == c.Number:
                Each(meeting, d => d.Number == c.Number ? d with { Handed = true, Refused = c.Refused } : d);
                break;
        }
    }

    private static List<string> Correct(ReferenceMeeting meeting, MeetingCommand.Correct c) => Verdict.Reasons(
        ("meeting.not-invited", !meeting.Invites(c.Unit)),
        ("minutes.correction-needed", c.Text.Trim().Length == 0),
        ("text.too-long", c.Text.Length > 4000),
        ("agenda.text-too-long", c.Text.Length > MeetingItems.LongestText),
        ("minutes.too-many-corrections", meeting.Session!.Corrections.Count >= 200 && !IsRepeated(meeting, c)));

    private static bool IsRepeated(ReferenceMeeting meeting, MeetingCommand.Correct c) => meeting.Session!.Corrections.LastOrDefault(k => k.Unit == c.Unit).Text == c.Text.Trim();

    private static List<ReferenceDecision> Standing(ReferenceMeeting meeting) => meeting.Session!.Decisions.FindAll(d => d.Dropped is null);

    private static DateOnly Due(ReferenceMeeting meeting, ReferenceDecision decision, DateTime now) => decision.Due ?? meeting.DaysAt(now).Walk(DateOnly.FromDateTime(now), decision.Workdays!.Value);

    private static void Each(ReferenceMeeting meeting, Func<ReferenceDecision, ReferenceDecision> change)
    {
        var changed = meeting.Session!.Decisions.ConvertAll(d => change(d));
        meeting.Session.Decisions.Clear();
        meeting.Session.Decisions.AddRange(changed);
    }
}
