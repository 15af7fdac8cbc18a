using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>
/// For whoever follows a link from elsewhere: a strict cookie is not sent along then, so the page asks for the same address once
/// more from here.
/// </summary>
public sealed partial class ArrivalDocument : PagePart
{
    /// <summary>The address.</summary>
    [Parameter]
    [EditorRequired]
    public required string Path { get; set; }
}
