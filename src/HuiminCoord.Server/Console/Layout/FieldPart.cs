using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Something to fill in, with its label, its help, and what is wrong with it; <see cref="FieldFrame"/> draws them.</summary>
public abstract class FieldPart : PagePart
{
    /// <summary>What is asked.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    /// <summary>What helps to answer.</summary>
    [Parameter]
    [EditorRequired]
    public required string Help { get; set; }

    /// <summary>What is wrong; null when nothing is.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>The value of <c>aria-invalid</c>.</summary>
    private protected string? Invalid => Error is null ? null : "true";
}
