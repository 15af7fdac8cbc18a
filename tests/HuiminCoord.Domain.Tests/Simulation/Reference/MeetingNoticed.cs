using HuiminCoord.Domain.Meetings;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>What members are told of the meeting, and what they answer.</summary>
internal static class MeetingNoticed
{
    public static void Apply(ReferenceMeeting meeting, MeetingCommand command, DateTime now)
    {
        switch (command)
        {
            case MeetingCommand.Notify c when meeting.Stage == MeetingStage.Agreed:
                (meeting.Stage, meeting.Remark) = (MeetingStage.Noticed, "");
                Tell(meeting, "meeting", now);
                Ask(meeting, c.ReplyBy);
                break;
            case MeetingCommand.Move c:
                Move(meeting, c, now);
                break;
            case MeetingCommand.Cancel c when meeting.Stage != MeetingStage.Cancelled:
                (meeting.Stage, meeting.Remark) = (MeetingStage.Cancelled, c.Reason.Trim());
                if (meeting.Told > 0)
                {
                    Tell(meeting, "meeting-cancelled", now);
                }

                break;
            case MeetingCommand.Reply c:
                Reply(meeting, c, now);
                break;
        }
    }

    /// <summary>Nobody has to know before the notice; after it an answer that was given to another time is worth nothing.</summary>
    private static void Move(ReferenceMeeting meeting, MeetingCommand.Move c, DateTime now)
    {
        var moved = meeting.Arrangement! with { StartsAt = c.StartsAt, Minutes = c.Minutes, Place = c.Place };
        if (Arrangements.Same(moved, meeting.Arrangement))
        {
            return;
        }

        (meeting.Arrangement, meeting.Remark) = (moved, c.Reason.Trim());
        if (meeting.Stage == MeetingStage.Noticed)
        {
            meeting.Replies.Clear();
            Tell(meeting, "meeting-moved", now);
            Ask(meeting, c.ReplyBy);
        }
    }

    /// <summary>The last answer holds; the same once more is none.</summary>
    private static void Reply(ReferenceMeeting meeting, MeetingCommand.Reply c, DateTime now)
    {
        var words = $"{c.Kind}|{c.Who.Trim()}|{c.Reason.Trim()}";
        if (!meeting.Replies.TryGetValue(c.Unit.Value, out var last) || last.Words != words)
        {
            meeting.Replies[c.Unit.Value] = (words, now);
        }
    }

    private static void Tell(ReferenceMeeting meeting, string kind, DateTime now)
    {
        meeting.Told++;
        meeting.ToldAt = now;
        meeting.TellMembers(kind);
    }

    private static void Ask(ReferenceMeeting meeting, DateOnly replyBy) => (meeting.ReplyBy, meeting.AskedAgainAt, meeting.SilenceTold) = (replyBy, null, false);
}
