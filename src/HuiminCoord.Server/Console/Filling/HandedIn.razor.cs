using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Filling;

/// <summary>What was handed in, with its files.</summary>
public sealed partial class HandedIn : PagePart
{
    /// <summary>What is filled.</summary>
    [Parameter]
    [EditorRequired]
    public required FillScene Filled { get; set; }
}
