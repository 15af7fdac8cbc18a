using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>退回修改: the convenor says what is to be changed.</summary>
public sealed partial class ReturnAgendaForm : DrawerForm
{
    /// <summary>The meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingLine Meeting { get; set; }

    private string Remark { get; set; } = "";

    private Task Send() => Carry(() => Desk.ToMeeting("returnMeeting", Meeting.Id, new MeetingCommand.Return(Remark.Trim())), Words["meeting.return.did"]);
}
