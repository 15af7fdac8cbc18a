using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Text on a live page, with its label, its help, and what is wrong with it. Static forms have <see cref="TextField"/>.</summary>
public sealed partial class TypedField : LiveField
{
    /// <summary>What was typed.</summary>
    [Parameter]
    public string Value { get; set; } = "";

    /// <summary>Something else was typed.</summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>Lines shown; more than one makes a field for sentences.</summary>
    [Parameter]
    public int Lines { get; set; } = 1;

    /// <summary>Most characters.</summary>
    [Parameter]
    public int Most { get; set; } = 200;

    // The field is bound, never set: a key that is on its way while the page answers an earlier one must not be written over.
    private Task Typed(string? typed) => ValueChanged.InvokeAsync(typed ?? "");
}
