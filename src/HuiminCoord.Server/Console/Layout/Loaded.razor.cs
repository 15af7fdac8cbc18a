using HuiminCoord.Domain.Deciding;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Shows something once it is there; until then, after a moment, grey bars; and why, if it cannot be shown.</summary>
public sealed partial class Loaded : PagePart
{
    /// <summary>True once it is there.</summary>
    [Parameter]
    [EditorRequired]
    public required bool Ready { get; set; }

    /// <summary>Why it cannot be shown; null while it can.</summary>
    [Parameter]
    public Refusal? Why { get; set; }

    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;
}
