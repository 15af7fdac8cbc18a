using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>One of several values on a live page, with its label, its help, and what is wrong with it.</summary>
public sealed partial class PickField : PagePart
{
    /// <summary>Id on the page; also its name, for whoever sends the form without a script.</summary>
    [Parameter]
    [EditorRequired]
    public required string Id { get; set; }

    /// <summary>What is asked.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    /// <summary>What helps to answer.</summary>
    [Parameter]
    [EditorRequired]
    public required string Help { get; set; }

    /// <summary>The values with their texts.</summary>
    [Parameter]
    [EditorRequired]
    public required IEnumerable<(string Value, string Text)> Choices { get; set; }

    /// <summary>What stands there while nothing is chosen; null = something always is.</summary>
    [Parameter]
    public string? None { get; set; }

    /// <summary>What was chosen.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Something else was chosen.</summary>
    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>What is wrong; null when nothing is.</summary>
    [Parameter]
    public string? Error { get; set; }

    private Task Change(string? value) => ValueChanged.InvokeAsync(value);
}
