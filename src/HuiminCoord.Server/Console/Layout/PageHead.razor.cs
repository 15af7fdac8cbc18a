using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>The head of a page: one sentence, its context, and at most three actions.</summary>
public sealed partial class PageHead : PagePart
{
    /// <summary>The page's name, for the browser's title bar.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>The sentence; the name when there is none.</summary>
    [Parameter]
    public string? Sentence { get; set; }

    /// <summary>The end of the sentence that stands out: the count that somebody has to do something about; null while it is 0.</summary>
    [Parameter]
    public string? Alarm { get; set; }

    /// <summary>Second line.</summary>
    [Parameter]
    public string? Context { get; set; }

    /// <summary>Actions, the main one rightmost.</summary>
    [Parameter]
    public RenderFragment? Acts { get; set; }
}
