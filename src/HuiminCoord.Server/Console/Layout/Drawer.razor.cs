using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>What is known about the row that was chosen, beside the page: it pushes the content and never covers it on a desk.</summary>
public sealed partial class Drawer : PagePart
{
    /// <summary>What the row is.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>Second line.</summary>
    [Parameter]
    public string? Context { get; set; }

    /// <summary>Its sections.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>Its actions.</summary>
    [Parameter]
    public RenderFragment? Acts { get; set; }

    /// <summary>It was closed.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }
}
