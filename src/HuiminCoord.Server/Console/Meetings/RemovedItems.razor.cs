using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>Items that the office took off, with its reasons. Members do not see them.</summary>
public sealed partial class RemovedItems : PagePart
{
    /// <summary>The items.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<AgendaLine> Items { get; set; }

    /// <summary>True while they can be put back.</summary>
    [Parameter]
    public bool MayRestore { get; set; }

    /// <summary>True while an act is on its way.</summary>
    [Parameter]
    public bool Waits { get; set; }

    /// <summary>Puts one back.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<AgendaLine, Task> Restore { get; set; }
}
