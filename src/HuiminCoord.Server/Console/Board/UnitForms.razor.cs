using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Board;

/// <summary>What the office does with one duty of one unit, in the drawer above what is known of it.</summary>
public sealed partial class UnitForms : PagePart
{
    /// <summary>What it is about.</summary>
    [Parameter]
    [EditorRequired]
    public required UnitDossier Of { get; set; }

    /// <summary>What the unit can still hand in on paper.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<PaperChoice> Papers { get; set; }

    /// <summary>Which form, as the address says it.</summary>
    [Parameter]
    [EditorRequired]
    public required string Doing { get; set; }

    /// <summary>Campaign's day.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>Shows rest days.</summary>
    [Parameter]
    public WorkingCalendar? Calendar { get; set; }

    /// <summary>It was done.</summary>
    [Parameter]
    public EventCallback Done { get; set; }

    /// <summary>It was given up.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <summary>Whoever opens a form goes on typing in it.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Browser.InvokeVoidAsync("huimin.focus", "drawer-form");
        }
    }
}
