using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Uploads;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>Reports progress: what was done and what shows it, and how much of the task that is.</summary>
public sealed partial class ProgressForm : PagePart
{
    /// <summary>Share that was said last; null = never.</summary>
    [Parameter]
    public int? Last { get; set; }

    /// <summary>True while an act is on its way.</summary>
    [Parameter]
    public bool Waits { get; set; }

    /// <summary>Reports; true when it was taken.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<ProgressReport, Task<bool>> Send { get; set; }

    private string Text { get; set; } = "";

    private int? Percent { get; set; }

    private IReadOnlyList<DraftFile> Files { get; set; } = [];

    private async Task Submit()
    {
        if (await Send(new(Text.Trim(), Percent, Files)))
        {
            (Text, Percent, Files) = ("", null, []);
        }
    }
}

/// <summary>What a unit says of a task's progress.</summary>
/// <param name="Percent">Share done, 0 to 100; null = not said.</param>
/// <param name="Files">What shows it; uploaded already.</param>
public sealed record ProgressReport(string Text, int? Percent, IReadOnlyList<DraftFile> Files);
