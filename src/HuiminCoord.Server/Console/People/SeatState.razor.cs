using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.People;

/// <summary>Whether somebody holds a seat, and is there.</summary>
public sealed partial class SeatState : PagePart
{
    /// <summary>The seat.</summary>
    [Parameter]
    [EditorRequired]
    public required SeatLine Line { get; set; }

    /// <summary>The campaign's day.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }
}
