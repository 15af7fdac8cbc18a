using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>One line to type into, with its label, its help, and what is wrong with it.</summary>
public sealed partial class TextField : SentField
{
    /// <summary>What was typed; a password is never shown again.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Type of the input.</summary>
    [Parameter]
    public string Type { get; set; } = "text";

    /// <summary>Most characters.</summary>
    [Parameter]
    public int Most { get; set; } = 100;

    /// <summary>True where it cannot be left empty.</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>What browsers may fill in by themselves.</summary>
    [Parameter]
    public string Autocomplete { get; set; } = "off";

    /// <summary>Which keys a phone shows.</summary>
    [Parameter]
    public string? InputMode { get; set; }

    /// <summary>Shown while it is empty; never the only place of an explanation.</summary>
    [Parameter]
    public string? Placeholder { get; set; }
}
