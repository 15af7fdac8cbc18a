using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A drawn sign. It never stands alone: a word is beside it.</summary>
public sealed partial class Icon : PagePart
{
    /// <summary>Its name in the drawing, such as <c>late</c>; those of states are in <see cref="StatusLook"/>.</summary>
    [Parameter]
    [EditorRequired]
    public required string Shape { get; set; }
}
