using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>会议变更: another time or place for what was agreed. Members who had been told are told again, and asked anew.</summary>
public sealed partial class MoveForm : DatedForm
{
    /// <summary>The meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingLine Meeting { get; set; }

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    private ArrangementDraft Draft { get; set; } = new();

    private DateOnly? ReplyBy { get; set; }

    private string Reason { get; set; } = "";

    private bool Shows { get; set; }

    private bool IsTold => Meeting.Stage == MeetingStage.Noticed;

    /// <inheritdoc/>
    protected override void OnInitialized() => (Draft, ReplyBy) = (ArrangementDraft.Of(Meeting), Meeting.ReplyBy < Today ? Today : Meeting.ReplyBy);

    private async Task Send()
    {
        Shows = true;
        // Where nobody was told, nobody is asked: the day of the meeting is as good as any.
        if (Draft.StartsAt is not { } startsAt || (IsTold ? ReplyBy : Draft.Day) is not { } replyBy)
        {
            return;
        }

        var units = Meeting.Units.Count;
        if (!IsTold || await Dialogs.Ask(new(Words["meeting.move.title", units, Meeting.Title], Words["meeting.move.ask", new MeetingTexts(Words).When(startsAt, Today), Draft.Place.Trim()], _ => Words["meeting.move.do", units])) is not null)
        {
            var move = new MeetingCommand.Move(startsAt, Draft.Minutes ?? 0, Draft.Place.Trim(), replyBy, Reason.Trim());
            await Carry(() => Desk.ToMeeting("moveMeeting", Meeting.Id, move), Words["meeting.move.did"]);
        }
    }
}
