using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Phases;

/// <summary>The rows behind a month's figure: each duty with its counts, and who has not reported.</summary>
public sealed partial class MonthRows : PagePart
{
    /// <summary>The month.</summary>
    [Parameter]
    [EditorRequired]
    public required PhaseMonth Of { get; set; }

    /// <summary>The address of the page without these rows.</summary>
    [Parameter]
    [EditorRequired]
    public required string Close { get; set; }
}
