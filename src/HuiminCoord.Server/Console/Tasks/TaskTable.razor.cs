using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>Tasks in groups, one a row: how far each has come, when it was updated, its light.</summary>
public sealed partial class TaskTable : PagePart
{
    /// <summary>The groups.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<TaskGroup> Groups { get; set; }

    /// <summary>The plan in force.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>The campaign's today.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>What is shown. Grouped by units, a task may stand in several groups.</summary>
    [Parameter]
    [EditorRequired]
    public required TaskFilter Filter { get; set; }

    /// <summary>The address of the page with another choice.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<TaskFilter, string> Link { get; set; }

    /// <summary>Also names the lead section; there is room for it on a page of its own.</summary>
    [Parameter]
    public bool WithLead { get; set; }

    private TaskTexts Texts => new(Words);

    private TaskFilter Narrowed(TaskGroup group) => Filter.ByUnit ? Filter.AnyLight with { Unit = group.Id } : Filter.AnyLight with { Domain = group.Id };

    private bool Linked => Visitor.May("page.task");
}
