using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>One of several values on a live page, with its label, its help, and what is wrong with it.</summary>
public sealed partial class PickField : LiveField
{
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

    private Task Change(string? value) => ValueChanged.InvokeAsync(value);
}
