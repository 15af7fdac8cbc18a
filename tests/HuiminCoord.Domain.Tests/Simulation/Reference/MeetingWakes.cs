using HuiminCoord.Domain.Meetings;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>What a meeting does by itself: it asks members who are silent once more, then names them to the office.</summary>
internal static class MeetingWakes
{
    private static readonly TimeOnly Morning = new(9, 0);

    public static void Wake(ReferenceMeeting meeting, DateTime now)
    {
        if (!Waits(meeting, now))
        {
            return;
        }

        var (ask, name) = (AskAt(meeting, now), NameAt(meeting, now));
        if (ask <= now)
        {
            meeting.AskedAgainAt = now;
            meeting.TellUnits("meeting-reply-due", meeting.Silent);
        }

        if (name <= now)
        {
            meeting.SilenceTold = true;
            meeting.Tell("meeting-silence", ["office"]);
        }
    }

    /// <summary>By when it has to be awake; null = it has nothing to wait for.</summary>
    public static DateTime? Next(ReferenceMeeting meeting, DateTime now)
    {
        if (ReferenceMinutes.ToHand(meeting) is not null)
        {
            return now.AddMinutes(1);
        }

        var next = Waits(meeting, now) ? new[] { AskAt(meeting, now), NameAt(meeting, now) }.Min() : null;
        return next is { } at && at < meeting.StartsAt ? next : null;
    }

    private static bool Waits(ReferenceMeeting meeting, DateTime now) => meeting.Stage == MeetingStage.Noticed && now < meeting.StartsAt && meeting.Silent.Count > 0;

    /// <summary>In the morning of the last working day for answers, unless the notice came as late.</summary>
    private static DateTime? AskAt(ReferenceMeeting meeting, DateTime now)
    {
        var at = meeting.DaysAt(now).DoBy(meeting.ReplyBy!.Value).ToDateTime(Morning);
        return meeting.AskedAgainAt is null && at > meeting.ToldAt ? at : null;
    }

    /// <summary>In the morning of the next working day, but two hours before it begins at the latest.</summary>
    private static DateTime? NameAt(ReferenceMeeting meeting, DateTime now)
    {
        var at = meeting.DaysAt(now).Walk(meeting.ReplyBy!.Value, 1).ToDateTime(Morning);
        at = at > meeting.StartsAt.AddHours(-2) ? meeting.StartsAt.AddHours(-2) : at;
        return !meeting.SilenceTold && at > meeting.ToldAt ? at : null;
    }
}
