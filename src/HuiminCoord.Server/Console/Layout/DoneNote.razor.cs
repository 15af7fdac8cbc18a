using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Says what one's own act has done, with the way to undo it.</summary>
public sealed partial class DoneNote : PagePart
{
    /// <summary>What was done.</summary>
    [Parameter]
    [EditorRequired]
    public required string Text { get; set; }

    /// <summary>The form that undoes it.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
