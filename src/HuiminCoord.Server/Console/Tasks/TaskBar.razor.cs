using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>How far a task has come: by its milestones, or by the share that was last said while it has none.</summary>
public sealed partial class TaskBar : PagePart
{
    /// <summary>The task.</summary>
    [Parameter]
    [EditorRequired]
    public required TaskLine Of { get; set; }
}
