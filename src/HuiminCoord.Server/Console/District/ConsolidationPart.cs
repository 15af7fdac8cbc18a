using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Consolidating;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.District;

/// <summary>A part of the district's page that does something with a period: it asks first, and says what was done.</summary>
public abstract class ConsolidationPart : ActingPart
{
    /// <summary>The period.</summary>
    [Parameter]
    [EditorRequired]
    public required ConsolidationScene Scene { get; set; }

    /// <summary>Names units.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>Asia/Shanghai.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>Something was done.</summary>
    [Parameter]
    public EventCallback Done { get; set; }

    [Inject]
    private protected Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <summary>Does it; when it was not refused, says so.</summary>
    private protected async Task Carry(string operation, ConsolidationCommand command, string did)
    {
        if (await Act(() => Desk.ToConsolidation(operation, Scene.Occurrence.Id.Value, command)))
        {
            Toasts.Did(did);
            await Done.InvokeAsync();
        }
    }
}
