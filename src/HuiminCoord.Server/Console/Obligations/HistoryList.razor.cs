using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>办理记录 as a list, what is planned first.</summary>
public sealed partial class HistoryList : PagePart
{
    /// <summary>The lines.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<HistoryLine> Lines { get; set; }
}
