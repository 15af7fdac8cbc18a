using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>What happened, newest first: when, what, who, in whose words.</summary>
public sealed partial class HappeningList : PagePart
{
    /// <summary>The rows.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<TaskHappening> Happenings { get; set; }

    /// <summary>The plan in force: seats are named by it.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>The tasks of which it speaks: they and their milestones are named by it.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<TaskLine> Tasks { get; set; }

    /// <summary>True where happenings of several tasks stand in the list: then each names its own.</summary>
    [Parameter]
    public bool Several { get; set; }

    private bool Linked => Visitor.May("page.task");

    private TaskLine? TaskOf(TaskHappening happening) => Tasks.FirstOrDefault(t => t.Id == happening.Task);

    /// <summary>One that was given up is named only where it was set.</summary>
    private string? MilestoneOf(TaskHappening happening) => happening.Milestone is not { } id ? null
        : TaskOf(happening)?.Milestones.FirstOrDefault(m => m.Id == id)?.Title
            ?? Happenings.FirstOrDefault(h => h.Kind == HappeningKind.Set && h.Task == happening.Task && h.Milestone == id)?.More;
}
