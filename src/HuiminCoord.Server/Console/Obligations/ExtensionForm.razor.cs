using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>Decides a request for a later date: grants it, until the day asked for or another one, or refuses it with a reason.</summary>
public sealed partial class ExtensionForm : DrawerForm
{
    /// <summary>What it is about.</summary>
    [Parameter]
    [EditorRequired]
    public required DutyAt At { get; set; }

    /// <summary>The day asked for.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Asked { get; set; }

    /// <summary>Why it is asked for.</summary>
    [Parameter]
    public string? Why { get; set; }

    /// <summary>First day that can be granted.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>Shows rest days.</summary>
    [Parameter]
    public WorkingCalendar? Calendar { get; set; }

    private DateOnly? Day { get; set; }

    private string Reason { get; set; } = "";

    private string? NoDay { get; set; }

    private string? NoReason { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Day = Asked;

    private async Task Grant()
    {
        (NoDay, NoReason) = (Day is null ? Words["form.day.missing"] : null, null);
        if (Day is { } day)
        {
            await Decide(new UnitCommand.DecideExtension(new(At.Duty), true, day, Reason.Trim()), Words["extension.granted", At.UnitName, At.Name, Words.Date(day, Today)]);
        }
    }

    private async Task Refuse()
    {
        (NoDay, NoReason) = (null, string.IsNullOrWhiteSpace(Reason) ? Words["form.reason.missing"] : null);
        if (NoReason is null)
        {
            await Decide(new UnitCommand.DecideExtension(new(At.Duty), false, null, Reason.Trim()), Words["extension.refused", At.UnitName, At.Name]);
        }
    }

    private Task Decide(UnitCommand.DecideExtension decision, string did) => Carry(() => Desk.ToUnit("decideExtension", At.Unit, decision), did);
}
