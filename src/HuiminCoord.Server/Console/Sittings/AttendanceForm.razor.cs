using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Meetings;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>Enters how one unit attends.</summary>
public sealed partial class AttendanceForm : DrawerForm
{
    /// <summary>The session.</summary>
    [Parameter]
    [EditorRequired]
    public required SittingSheet Sitting { get; set; }

    /// <summary>The unit.</summary>
    [Parameter]
    [EditorRequired]
    public required string Unit { get; set; }

    /// <summary>The plan in force: it names the unit.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    private string? Kind { get; set; }

    private string Who { get; set; } = "";

    private bool Shows { get; set; }

    private AttendanceKind? Chosen => Enum.TryParse<AttendanceKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private IEnumerable<(string Value, string Text)> Kinds => Enum.GetValues<AttendanceKind>().Select(k => (k.ToString(), Words[$"session.attendance.{k}"]));

    /// <summary>What was entered, or else who was announced.</summary>
    protected override void OnInitialized()
    {
        var entry = Sitting.Attendance.GetValueOrDefault(Unit);
        (Kind, Who) = (entry?.Kind.ToString(), entry?.Who ?? Sitting.Meeting.Replies.FirstOrDefault(r => r.Unit == Unit)?.Who ?? "");
    }

    private async Task Send()
    {
        Shows = true;
        if (Chosen is { } kind)
        {
            await Carry(
                () => Desk.ToMeeting("recordAttendance", Sitting.Meeting.Id, new MeetingCommand.Attend(Visitor.Asker.Login, [new(new UnitId(Unit), kind, Who.Trim())])),
                Words["session.attendance.did", MeetingTexts.NameOf(Plan, Unit), Words[$"session.attendance.{kind}"]]);
        }
    }
}
