using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Drafting;

/// <summary>Two have changed one draft: nothing is saved until its writer has said which of both stays.</summary>
public sealed partial class DraftChoice : PagePart
{
    /// <summary>What the ids of its parts begin with: a page with several drafts has a name for each.</summary>
    [Parameter]
    public string Name { get; set; } = "draft";

    /// <summary>What the other has written.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment Theirs { get; set; }

    /// <summary>The other's stays.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback TakeTheirs { get; set; }

    /// <summary>One's own stays.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback KeepMine { get; set; }
}
