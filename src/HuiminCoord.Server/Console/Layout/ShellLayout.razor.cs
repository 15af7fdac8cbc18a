using Microsoft.AspNetCore.Components.Web;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Around the pages of those who are signed in: where one is, who one is, where one can go.</summary>
public sealed partial class ShellLayout : PageLayout
{
    private ErrorBoundary? Boundary { get; set; }

    /// <summary>Also while a live page is first drawn on its request.</summary>
    private bool IsLivePage => AssignedRenderMode is not null;

    /// <summary>A page that failed does not hold up the next one.</summary>
    protected override void OnParametersSet() => Boundary?.Recover();
}
