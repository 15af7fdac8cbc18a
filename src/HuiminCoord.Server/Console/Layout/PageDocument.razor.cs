using Microsoft.AspNetCore.Components;
using HuiminCoord.Server.Access;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>The HTML around every page, also around those that say what went wrong.</summary>
public sealed partial class PageDocument : PagePart
{
    /// <summary>The page.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>How the page stays connected; null for one that runs no script.</summary>
    [Parameter]
    public IComponentRenderMode? Mode { get; set; }

    /// <summary>With a base address a bare fragment would lead to the front page.</summary>
    private string Skip => Mode is null ? "#main" : $"{LocalPath.Of(Visitor.Http.Request) ?? "/"}#main";
}
