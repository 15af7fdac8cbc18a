using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>One of several values, with its label, its help, and what is wrong with it.</summary>
public sealed partial class ChoiceField : PagePart
{
    /// <summary>Name in the form, such as <c>Form.Seat</c>.</summary>
    [Parameter]
    [EditorRequired]
    public required string Name { get; set; }

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

    /// <summary>What was chosen.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>What is wrong; null when nothing is.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>True where one must be chosen.</summary>
    [Parameter]
    public bool Required { get; set; }

    private string Id => Name.Replace('.', '-');
}
