using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>One of several values, with its label, its help, and what is wrong with it.</summary>
public sealed partial class ChoiceField : SentField
{
    /// <summary>The values with their texts.</summary>
    [Parameter]
    [EditorRequired]
    public required IEnumerable<(string Value, string Text)> Choices { get; set; }

    /// <summary>What was chosen.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>True where one must be chosen.</summary>
    [Parameter]
    public bool Required { get; set; }
}
