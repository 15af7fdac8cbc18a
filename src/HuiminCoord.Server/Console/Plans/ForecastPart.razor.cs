using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>What a text would change, and what it would do to each unit. Nothing has happened.</summary>
public sealed partial class ForecastPart : PagePart
{
    /// <summary>What was found.</summary>
    [Parameter]
    [EditorRequired]
    public required ForecastView Forecast { get; set; }
}
