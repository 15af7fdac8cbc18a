using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A drawn sign. It never stands alone: a word is beside it.</summary>
public sealed partial class Icon : PagePart
{
    /// <summary><c>late</c>, <c>ok</c>, <c>soon</c>, <c>idle</c> or <c>sub</c>.</summary>
    [Parameter]
    [EditorRequired]
    public required string Shape { get; set; }
}
