using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>An act that needs words. What was typed stays until the act was taken.</summary>
public sealed partial class ActForm : PagePart
{
    /// <summary>Id on the page.</summary>
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

    /// <summary>What is asked beside it; null = nothing.</summary>
    [Parameter]
    public string? MoreLabel { get; set; }

    /// <summary>What helps to answer that.</summary>
    [Parameter]
    public string? MoreHelp { get; set; }

    /// <summary>Lines of the second field.</summary>
    [Parameter]
    public int MoreLines { get; set; } = 2;

    /// <summary>Longest text of the second field.</summary>
    [Parameter]
    public int MoreMost { get; set; } = FreeText.MaxLength;

    /// <summary>What stands on the button.</summary>
    [Parameter]
    [EditorRequired]
    public required string Button { get; set; }

    /// <summary>True while an act is on its way.</summary>
    [Parameter]
    public bool Waits { get; set; }

    /// <summary>Does it with both texts; true when it was taken.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, string, Task<bool>> Send { get; set; }

    private string Text { get; set; } = "";

    private string More { get; set; } = "";

    private async Task Submit()
    {
        if (await Send(Text.Trim(), More.Trim()))
        {
            (Text, More) = ("", "");
        }
    }
}
