using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.People;

/// <summary>Who held a unit's seats before.</summary>
public sealed partial class PastTerms : PagePart
{
    /// <summary>The unit's seats.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<SeatLine> Lines { get; set; }

    /// <summary>What a seat is called.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<SeatLine, string> RoleOf { get; set; }
}
