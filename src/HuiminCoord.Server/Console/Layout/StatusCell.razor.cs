using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A state in a cell of a board: below the word a date, a count or a reason.</summary>
public sealed partial class StatusCell : PagePart
{
    /// <summary>The state.</summary>
    [Parameter]
    [EditorRequired]
    public required Status Is { get; set; }

    /// <summary>Another word than the state's own.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>Second line.</summary>
    [Parameter]
    public string? Note { get; set; }

    private StatusLook Look => StatusLook.Of(Is);
}
