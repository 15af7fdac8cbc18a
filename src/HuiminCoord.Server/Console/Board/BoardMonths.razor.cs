using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Board;

/// <summary>Earlier months of a unit: signs in one narrow cell, or a cell for each month.</summary>
public sealed partial class BoardMonths : PagePart
{
    /// <summary>The unit.</summary>
    [Parameter]
    [EditorRequired]
    public required BoardLine Line { get; set; }

    /// <summary>A cell for each month.</summary>
    [Parameter]
    public bool Unfolded { get; set; }

    /// <summary>How many months the narrow cell shows, the latest ones.</summary>
    [Parameter]
    public int Folded { get; set; }
}
