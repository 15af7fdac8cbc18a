using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>A field for words on a live page, with its label and its help.</summary>
public sealed partial class NoteField : LiveField
{
    /// <summary>What was typed.</summary>
    [Parameter]
    public string Value { get; set; } = "";

    /// <summary>Something else was typed.</summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>Lines that are seen at once.</summary>
    [Parameter]
    public int Lines { get; set; } = 3;

    /// <summary>Longest text.</summary>
    [Parameter]
    public int Most { get; set; } = FreeText.MaxLength;

    private Task Change(string text) => ValueChanged.InvokeAsync(text);
}
