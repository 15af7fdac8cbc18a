using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>The way to what does not fit on a page.</summary>
public sealed partial class NextPage : PagePart
{
    /// <summary>The page.</summary>
    [Parameter]
    [EditorRequired]
    public required string Path { get; set; }

    /// <summary>Its query, with where to go on.</summary>
    [Parameter]
    [EditorRequired]
    public required string Query { get; set; }

    /// <summary>False when everything is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required bool Shown { get; set; }
}
