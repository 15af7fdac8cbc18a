using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>One line to type into on a live page, with its label, its help, and what is wrong with it. Days are typed here too, where no calendar is needed.</summary>
public sealed partial class LineField : LiveField
{
    /// <summary>What was typed.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Something else was typed.</summary>
    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>Type of the input.</summary>
    [Parameter]
    public string Type { get; set; } = "text";

    /// <summary>Most characters.</summary>
    [Parameter]
    public int Most { get; set; } = 100;

    /// <summary>True where it cannot be left empty.</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>Id of a <c>datalist</c> with what is often typed here.</summary>
    [Parameter]
    public string? List { get; set; }

    /// <summary>Which keys a phone shows.</summary>
    [Parameter]
    public string? InputMode { get; set; }

    /// <summary>Shown while it is empty; never the only place of an explanation.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    private Task Change(string? value) => ValueChanged.InvokeAsync(value);
}
