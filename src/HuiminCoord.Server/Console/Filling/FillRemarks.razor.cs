using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Filling;

/// <summary>Why something came back: each remark at its place, with who and when.</summary>
public sealed partial class FillRemarks : PagePart
{
    /// <summary>What is filled.</summary>
    [Parameter]
    [EditorRequired]
    public required FillScene Filled { get; set; }
}
