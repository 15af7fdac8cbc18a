using HuiminCoord.Server.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>The console: every page of it is shown inside this. Pages that say so run no script; all others stay connected.</summary>
public sealed partial class App : PagePart
{
    private IComponentRenderMode? Mode { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (Visitor.Http.AcceptsInteractiveRouting())
        {
            Mode = RenderMode.InteractiveServer;
            Visitor.Http.Response.Headers.ContentSecurityPolicy = ResponseHeaders.LivePolicy;
        }
    }
}
