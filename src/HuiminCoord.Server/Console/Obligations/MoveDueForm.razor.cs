using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>Another reporting date for one unit, without its having asked.</summary>
public sealed partial class MoveDueForm : DrawerForm
{
    /// <summary>What it is about.</summary>
    [Parameter]
    [EditorRequired]
    public required DutyAt At { get; set; }

    /// <summary>The date in force.</summary>
    [Parameter]
    public DateOnly? Due { get; set; }

    /// <summary>First day that can be chosen.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>Shows rest days.</summary>
    [Parameter]
    public WorkingCalendar? Calendar { get; set; }

    private DateOnly? Day { get; set; }

    private string Reason { get; set; } = "";

    private string? NoDay { get; set; }

    private string? NoReason { get; set; }

    private async Task Send()
    {
        NoDay = Day is null ? Words["form.day.missing"] : null;
        NoReason = string.IsNullOrWhiteSpace(Reason) ? Words["form.reason.missing"] : null;
        if (Day is { } day && NoReason is null)
        {
            await Carry(
                () => Desk.ToUnit("moveDue", At.Unit, new UnitCommand.MoveDue(new(At.Duty), day, Reason.Trim())),
                Words["move.did", At.UnitName, At.Name, Words.Date(day, Today)]);
        }
    }
}
