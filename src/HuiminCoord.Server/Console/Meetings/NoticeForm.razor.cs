using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>印发会议通知: by when the members are to answer, and a last look at whom it reaches.</summary>
public sealed partial class NoticeForm : DatedForm
{
    /// <summary>The meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingLine Meeting { get; set; }

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    private DateOnly? ReplyBy { get; set; }

    private bool Shows { get; set; }

    private MeetingTexts Texts => new(Words);

    /// <summary>As many working days before the meeting as the plan says, unless that is over.</summary>
    protected override void OnInitialized()
    {
        var before = Calendar.AddWorkingDays(Meeting.Day, -MeetingDefaults.Of(Meeting.Kind, Plan).ReplyWorkdays);
        ReplyBy = before < Today ? Today : before;
    }

    private async Task Send()
    {
        Shows = true;
        if (ReplyBy is not { } day)
        {
            return;
        }

        var (units, names) = (Meeting.Units.Count, string.Join(Words["page.comma"], Meeting.Units.Select(u => MeetingTexts.NameOf(Plan, u))));
        var question = new OutwardQuestion(Words["meeting.notice.title", units, Meeting.Title], Words["meeting.notice.ask", names, Words.ShortDay(day, Today)], _ => Words["meeting.notice", units]);
        if (await Dialogs.Ask(question) is not null)
        {
            await Carry(() => Desk.ToMeeting("noticeMeeting", Meeting.Id, new MeetingCommand.Notify(day)), Words["meeting.notice.did", units]);
        }
    }
}
