using HuiminCoord.Server.Api.Operators;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Operations;

/// <summary>What fails and is tried again, one a row, the oldest first.</summary>
public sealed partial class FailureTable : PagePart
{
    /// <summary>Id on the page.</summary>
    [Parameter]
    [EditorRequired]
    public required string Id { get; set; }

    /// <summary>What fails, with its number.</summary>
    [Parameter]
    [EditorRequired]
    public required string Heading { get; set; }

    /// <summary>What to do.</summary>
    [Parameter]
    [EditorRequired]
    public required string Help { get; set; }

    /// <summary>Said when nothing fails.</summary>
    [Parameter]
    [EditorRequired]
    public required string None { get; set; }

    /// <summary>The rows.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<FailureView> Failures { get; set; }
}
