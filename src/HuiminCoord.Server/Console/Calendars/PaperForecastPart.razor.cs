using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>What an import would move. Nothing has happened.</summary>
public sealed partial class PaperForecastPart : PagePart
{
    /// <summary>What was found.</summary>
    [Parameter]
    [EditorRequired]
    public required PaperForecast Forecast { get; set; }
}
