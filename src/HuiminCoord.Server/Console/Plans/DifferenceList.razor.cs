using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>What a version changes, one thing below the other: as it was, as it is.</summary>
public sealed partial class DifferenceList : PagePart
{
    /// <summary>The differences.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<DifferenceLine> Lines { get; set; }
}
