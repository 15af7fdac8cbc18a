using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Phases;

/// <summary>One phase's gate: its goals with what shows them, what keeps it, and the acts of the office about it.</summary>
public sealed partial class GatePanel : PagePart
{
    /// <summary>The gate.</summary>
    [Parameter]
    [EditorRequired]
    public required Gate Of { get; set; }

    /// <summary>The gates of all phases.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<Gate> All { get; set; }

    /// <summary>The plan in force: seats are named by it.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>The plan's question about leaving phases; null when it has none.</summary>
    [Parameter]
    public OpenQuestion? Exit { get; set; }

    /// <summary>The address at which a phase's gate is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, string> Link { get; set; }

    /// <summary>The address at which the reports of a month are shown.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<DateOnly, string> MonthLink { get; set; }

    /// <summary>True while an act is on its way.</summary>
    [Parameter]
    public bool Waits { get; set; }

    /// <summary>Records evidence for a goal; true when it was taken.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, string, Task<bool>> Record { get; set; }

    /// <summary>Leaves the phase with evidence.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<Task> Pass { get; set; }

    /// <summary>Leaves it by a waiver: reason and post that signed it; true when it was taken.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, string, Task<bool>> Waive { get; set; }

    private bool MayRecord => !Of.IsLeft && Visitor.May("recordGoal");

    private static Status StatusOf(Gate gate) => gate.Stage switch
    {
        "waiting" => Status.NotStarted,
        "running" => Status.OnTrack,
        "at-gate" => Status.Soon,
        "passed" => Status.Done,
        _ => Status.Waived,
    };
}
