using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Nothing is here: one sentence, and where to go.</summary>
public sealed partial class EmptyNote : PagePart
{
    /// <summary>The sentence.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>When something will be here.</summary>
    [Parameter]
    public string? Help { get; set; }

    /// <summary>Where to go.</summary>
    [Parameter]
    public string? Link { get; set; }

    /// <summary>What stands on the link.</summary>
    [Parameter]
    public string? LinkText { get; set; }
}
