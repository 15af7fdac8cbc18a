using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>会议纪要: fetched as a paper, and corrected while the draft goes round.</summary>
public sealed partial class MinutesPart : DrawerForm
{
    /// <summary>The session.</summary>
    [Parameter]
    [EditorRequired]
    public required SittingSheet Of { get; set; }

    /// <summary>The plan in force: it names units.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>What the seat may do.</summary>
    [Parameter]
    [EditorRequired]
    public required SittingActs Acts { get; set; }

    private string Text { get; set; } = "";

    private DateOnly Today => ChinaTime.DateOf(Visitor.Now);

    private async Task Send()
    {
        var unit = Visitor.Asker.Standing.Seat.Unit ?? throw new InvalidOperationException("Only seats of units speak for one.");
        await Carry(() => Desk.ToMeeting("correctMinutes", Of.Meeting.Id, new MeetingCommand.Correct(unit, Text.Trim())), Words["session.correct.did"]);
        if (Refused is null)
        {
            Text = "";
        }
    }
}
