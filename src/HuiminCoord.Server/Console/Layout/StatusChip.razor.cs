using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A state as shape, word and colour.</summary>
public sealed partial class StatusChip : PagePart
{
    /// <summary>The state.</summary>
    [Parameter]
    [EditorRequired]
    public required Status Is { get; set; }

    /// <summary>Another word than the state's own.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>For heads of dense tables.</summary>
    [Parameter]
    public bool Small { get; set; }

    private StatusLook Look => StatusLook.Of(Is);
}
