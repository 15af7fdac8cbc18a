using HuiminCoord.Domain.Plans.Drafting;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>A part of a page in which a part of a plan is filled in.</summary>
public abstract class SketchEditor : PagePart
{
    /// <summary>The plan, changed in place.</summary>
    [Parameter]
    [EditorRequired]
    public required PlanSketch Sketch { get; set; }

    /// <summary>Something was changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private protected Task Tell() => Changed.InvokeAsync();
}
