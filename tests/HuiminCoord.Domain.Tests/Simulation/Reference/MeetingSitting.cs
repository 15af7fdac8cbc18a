using HuiminCoord.Domain.Meetings;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>A meeting that sits: one person records, another may take over, until the minutes are confirmed.</summary>
internal static class MeetingSitting
{
    public static bool Hears(MeetingCommand command) => command is MeetingCommand.Begin or MeetingCommand.TakeOver or MeetingCommand.Attend or MeetingCommand.TurnTo
        or MeetingCommand.Note or MeetingCommand.RecordDecision or MeetingCommand.ChangeDecision or MeetingCommand.DropDecision or MeetingCommand.End;

    public static List<string> Refuse(ReferenceMeeting meeting, MeetingCommand command, DateTime now) => command switch
    {
        MeetingCommand.Begin c => Begin(meeting, c, now),
        _ when meeting.Session is null => ["session.not-begun"],
        _ when meeting.Stage == MeetingStage.Confirmed => ["minutes.confirmed"],
        MeetingCommand.TakeOver => [],
        MeetingCommand.Attend c => [.. Other(meeting, c.By), .. Attend(meeting, c)],
        MeetingCommand.TurnTo c => [.. Other(meeting, c.By), .. Verdict.Reasons(("session.ended", meeting.Stage != MeetingStage.InSession), ("agenda.item-unknown", c.Item is not null && !IsOn(meeting, c.Item)))],
        MeetingCommand.Note c => [.. Other(meeting, c.By), .. Verdict.Reasons(("agenda.item-unknown", !IsOn(meeting, c.Item)), ("session.note-too-long", c.Text.Length > 500))],
        MeetingCommand.RecordDecision c => [.. Other(meeting, c.By), .. MeetingDecided.Refuse(meeting, command, now)],
        MeetingCommand.ChangeDecision c => [.. Other(meeting, c.By), .. MeetingDecided.Refuse(meeting, command, now)],
        MeetingCommand.DropDecision c => [.. Other(meeting, c.By), .. MeetingDecided.Refuse(meeting, command, now)],
        MeetingCommand.End c => Other(meeting, c.By),
        _ => throw new InvalidOperationException(command.ToString()),
    };

    public static void Apply(ReferenceMeeting meeting, MeetingCommand command, DateTime now)
    {
        if (command is MeetingCommand.Begin begin && meeting.Session is null)
        {
            (meeting.Stage, meeting.Session) = (MeetingStage.InSession, new(begin.By, now));
        }

        var session = meeting.Session!;
        switch (command)
        {
            case MeetingCommand.TakeOver c:
                session.Recorder = c.By;
                break;
            case MeetingCommand.Attend c:
                c.Units.ToList().ForEach(u => session.Attendance[u.Unit.Value] = $"{u.Kind}|{u.Who.Trim()}");
                break;
            case MeetingCommand.TurnTo c:
                session.Current = c.Item;
                break;
            case MeetingCommand.Note c:
                Note(session, c.Item, c.Text.Trim());
                break;
            case MeetingCommand.RecordDecision or MeetingCommand.ChangeDecision or MeetingCommand.DropDecision:
                MeetingDecided.Apply(meeting, command, now);
                break;
            case MeetingCommand.End when meeting.Stage == MeetingStage.InSession:
                (meeting.Stage, session.EndedAt, session.Current) = (MeetingStage.Ended, now, null);
                break;
        }
    }

    public static bool IsOn(ReferenceMeeting meeting, string item) => meeting.Agenda.Exists(i => i.Id == item && i.Removed is null);

    private static List<string> Begin(ReferenceMeeting meeting, MeetingCommand.Begin c, DateTime now) =>
        meeting.Session is not null ? Other(meeting, c.By)
        : meeting.Stage != MeetingStage.Noticed ? ["meeting.not-noticed"]
        : Verdict.Reasons(("session.too-early", now < meeting.StartsAt.Date));

    private static List<string> Attend(ReferenceMeeting meeting, MeetingCommand.Attend c) => Verdict.Reasons(
        ("meeting.not-invited", c.Units.Any(u => !meeting.Invites(u.Unit))),
        ("session.attendance-unknown", c.Units.Any(u => !Enum.IsDefined(u.Kind))),
        ("meeting.who-needed", c.Units.Any(u => u.Who.Trim().Length > 40 || (u.Kind == AttendanceKind.StandIn && u.Who.Trim().Length == 0))));

    private static void Note(ReferenceSession session, string item, string text)
    {
        session.Notes.Remove(item);
        if (text.Length > 0)
        {
            session.Notes[item] = text;
        }
    }

    private static List<string> Other(ReferenceMeeting meeting, string by) => Verdict.Reasons(("session.recorded-by-other", meeting.Session!.Recorder != by));
}
