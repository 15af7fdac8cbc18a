using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A state as shape, word and colour.</summary>
public sealed partial class StatusChip : PagePart
{
    /// <summary>Shape and colour: <c>late</c>, <c>ok</c>, <c>soon</c>, <c>idle</c> or <c>sub</c>.</summary>
    [Parameter]
    [EditorRequired]
    public required string Shape { get; set; }

    /// <summary>The word.</summary>
    [Parameter]
    [EditorRequired]
    public required string Text { get; set; }
}
