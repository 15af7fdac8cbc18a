using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Home;

/// <summary>近两周: the next days, rest days among them, with what is due.</summary>
public sealed partial class FortnightStrip : PagePart
{
    /// <summary>The days.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<WorkbenchDay> Days { get; set; }

    /// <summary>The campaign's today.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }
}
