using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Meetings;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>征求意见: the draft of the minutes goes to all members.</summary>
public sealed partial class CirculateForm : DrawerForm
{
    private const int UsualWorkdays = 2;

    /// <summary>The meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingLine Meeting { get; set; }

    /// <summary>Shows rest days.</summary>
    [Parameter]
    [EditorRequired]
    public required WorkingCalendar Calendar { get; set; }

    /// <summary>The campaign's day.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    private DateOnly? CorrectBy { get; set; }

    private bool Shows { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => CorrectBy = Calendar.AddWorkingDays(Today, UsualWorkdays);

    private async Task Send()
    {
        Shows = true;
        var units = Meeting.Units.Count;
        if (CorrectBy is { } day
            && await Dialogs.Ask(new(Words["session.circulate.title", units], Words["session.circulate.ask", units, Words.ShortDay(day, Today)], _ => Words["session.circulate"])) is not null)
        {
            await Carry(() => Desk.ToMeeting("circulateMinutes", Meeting.Id, new MeetingCommand.Circulate(day)), Words["session.circulate.did", units]);
        }
    }
}
