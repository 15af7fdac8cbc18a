using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tests.Simulation.Reference;

/// <summary>The way of a meeting from its proposal to its notice: every reason why a command must be refused, and what one means that is carried out.</summary>
internal static class MeetingWay
{
    public static List<string> Refuse(ReferenceMeeting meeting, MeetingCommand command, DateTime now) => command switch
    {
        MeetingCommand.Propose c => Propose(meeting, c, now),
        _ when meeting.Stage == MeetingStage.None => ["meeting.unknown"],
        _ when meeting.Stage == MeetingStage.Cancelled => command is MeetingCommand.Cancel ? [] : ["meeting.cancelled"],
        _ when MeetingSitting.Hears(command) => MeetingSitting.Refuse(meeting, command, now),
        _ when ReferenceMinutes.Hears(command) => ReferenceMinutes.Refuse(meeting, command, now),
        MeetingCommand.AddItem when meeting.Stage == MeetingStage.InSession => MeetingItems.Refuse(meeting, command),
        _ when meeting.Session is not null => ["meeting.begun"],
        MeetingCommand.Cancel c => MeetingItems.ShortReason(c.Reason),
        MeetingCommand.Submit or MeetingCommand.TakeBack or MeetingCommand.Agree or MeetingCommand.Return => Consent(meeting, command),
        MeetingCommand.Notify c => Notify(meeting, c, now),
        MeetingCommand.Move c => Move(meeting, c, now),
        MeetingCommand.Reply c => Reply(meeting, c, now),
        MeetingCommand.AddItem when meeting.Stage == MeetingStage.Noticed => [.. Over(meeting, now), .. MeetingItems.Refuse(meeting, command)],
        _ when meeting.Stage == MeetingStage.Noticed => ["agenda.frozen"],
        _ when meeting.Stage is MeetingStage.Submitted or MeetingStage.Agreed => ["meeting.with-convenor"],
        MeetingCommand.Arrange c => Arrangements.Refuse(c.Arrangement, meeting.PlanAt(now), now),
        _ => MeetingItems.Refuse(meeting, command),
    };

    public static void Apply(ReferenceMeeting meeting, MeetingCommand command, ReferenceFacts? facts, DateTime now)
    {
        switch (command)
        {
            case MeetingCommand.Propose c when meeting.Stage == MeetingStage.None:
                (meeting.Stage, meeting.Kind, meeting.Unit, meeting.Arrangement) = (MeetingStage.Proposed, c.Kind, c.Unit, c.Arrangement);
                break;
            case MeetingCommand.Propose:
                break;
            case MeetingCommand.Arrange c:
                meeting.Arrangement = c.Arrangement;
                break;
            case MeetingCommand.Submit or MeetingCommand.TakeBack or MeetingCommand.Agree or MeetingCommand.Return:
                Consent(meeting, command, now);
                break;
            case MeetingCommand.Notify or MeetingCommand.Move or MeetingCommand.Cancel or MeetingCommand.Reply:
                MeetingNoticed.Apply(meeting, command, now);
                break;
            case var _ when MeetingSitting.Hears(command):
                MeetingSitting.Apply(meeting, command, now);
                break;
            case var _ when ReferenceMinutes.Hears(command):
                ReferenceMinutes.Apply(meeting, command, now);
                break;
            default:
                MeetingItems.Apply(meeting, command, facts, now);
                break;
        }
    }

    private static List<string> Propose(ReferenceMeeting meeting, MeetingCommand.Propose c, DateTime now)
    {
        if (meeting.Stage != MeetingStage.None)
        {
            return Verdict.Reasons(("meeting.id-taken", meeting.Kind != c.Kind || meeting.Unit != c.Unit || !Arrangements.Same(c.Arrangement, meeting.Arrangement!)));
        }

        var plan = meeting.PlanAt(now);
        return
        [
            .. Verdict.Reasons(
                ("meeting.kind-unknown", !Enum.IsDefined(c.Kind)),
                ("meeting.holder-malformed", (c.Kind is MeetingKind.Advance or MeetingKind.Dispatch) == c.Unit is null),
                ("unit.unknown", c.Unit is { } holder && plan.Unit(holder) is null)),
            .. Arrangements.Refuse(c.Arrangement, plan, now),
        ];
    }

    private static List<string> Consent(ReferenceMeeting meeting, MeetingCommand command) => (command, meeting.Stage) switch
    {
        (_, MeetingStage.Noticed) => ["agenda.frozen"],
        (MeetingCommand.Submit, MeetingStage.Proposed or MeetingStage.Returned) => Verdict.Reasons(("agenda.empty", !meeting.Agenda.Exists(i => i.Removed is null))),
        (MeetingCommand.Submit or MeetingCommand.TakeBack, _) => [],
        (MeetingCommand.Agree, MeetingStage.Submitted or MeetingStage.Agreed) => [],
        (MeetingCommand.Return c, MeetingStage.Submitted) => MeetingItems.ShortReason(c.Remark),
        (MeetingCommand.Return, MeetingStage.Returned) => [],
        _ => ["meeting.not-submitted"],
    };

    private static void Consent(ReferenceMeeting meeting, MeetingCommand command, DateTime now)
    {
        switch (command)
        {
            case MeetingCommand.Submit when meeting.Stage is MeetingStage.Proposed or MeetingStage.Returned:
                (meeting.Stage, meeting.SubmittedAt, meeting.Submission, meeting.Remark) = (MeetingStage.Submitted, now, meeting.Submission + 1, "");
                meeting.Tell("meeting-submitted", ["convenor"]);
                break;
            case MeetingCommand.TakeBack when meeting.Stage is MeetingStage.Submitted or MeetingStage.Agreed:
                meeting.Stage = MeetingStage.Proposed;
                break;
            case MeetingCommand.Agree when meeting.Stage == MeetingStage.Submitted:
                meeting.Stage = MeetingStage.Agreed;
                meeting.Tell("meeting-agreed", ["office"]);
                break;
            case MeetingCommand.Return c when meeting.Stage == MeetingStage.Submitted:
                (meeting.Stage, meeting.Remark) = (MeetingStage.Returned, c.Remark.Trim());
                meeting.Tell("meeting-returned", ["office"]);
                break;
        }
    }

    private static List<string> Notify(ReferenceMeeting meeting, MeetingCommand.Notify c, DateTime now) => meeting.Stage switch
    {
        MeetingStage.Noticed => Verdict.Reasons(("agenda.frozen", meeting.ReplyBy != c.ReplyBy)),
        MeetingStage.Agreed => [.. Over(meeting, now), .. Arrangements.ReplyBy(c.ReplyBy, meeting.StartsAt, now)],
        _ => ["meeting.not-agreed"],
    };

    private static List<string> Move(ReferenceMeeting meeting, MeetingCommand.Move c, DateTime now)
    {
        var moved = meeting.Arrangement! with { StartsAt = c.StartsAt, Minutes = c.Minutes, Place = c.Place };
        return meeting.Stage is not (MeetingStage.Agreed or MeetingStage.Noticed) ? ["meeting.not-agreed"]
            : [.. MeetingItems.ShortReason(c.Reason), .. Arrangements.Same(moved, meeting.Arrangement) ? [] : Arrangements.Refuse(moved, meeting.PlanAt(now), now).Concat(Arrangements.ReplyBy(c.ReplyBy, Shanghai.Of(c.StartsAt), now))];
    }

    private static List<string> Reply(ReferenceMeeting meeting, MeetingCommand.Reply c, DateTime now) => meeting.Stage != MeetingStage.Noticed ? ["meeting.not-noticed"]
        :
        [
            .. Over(meeting, now),
            .. c.Kind == MeetingReplyKind.Coming ? [] : MeetingItems.ShortReason(c.Reason),
            .. Verdict.Reasons(
                ("meeting.not-invited", !meeting.Invites(c.Unit)),
                ("meeting.reply-unknown", !Enum.IsDefined(c.Kind)),
                ("meeting.who-needed", c.Who.Trim().Length > 40 || (c.Kind == MeetingReplyKind.Deputy && c.Who.Trim().Length == 0))),
        ];

    private static List<string> Over(ReferenceMeeting meeting, DateTime now) => Verdict.Reasons(("meeting.over", meeting.StartsAt <= now));
}
