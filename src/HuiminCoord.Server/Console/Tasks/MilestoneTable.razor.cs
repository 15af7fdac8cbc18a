using HuiminCoord.Grains.Tasks;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>The milestones of a task; whoever leads it says here that one was reached, or gives one up.</summary>
public sealed partial class MilestoneTable : PagePart
{
    /// <summary>The rows.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<MilestoneDetail> Milestones { get; set; }

    /// <summary>What happened to the task: what shows that a milestone was reached stands there.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<TaskHappening> History { get; set; }

    /// <summary>The campaign's today.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>True for a seat of the lead unit.</summary>
    [Parameter]
    public bool MayAct { get; set; }

    /// <summary>True while an act is on its way.</summary>
    [Parameter]
    public bool Waits { get; set; }

    /// <summary>Says that one was reached, with what shows it; true when it was taken.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<MilestoneDetail, string, Task<bool>> Reach { get; set; }

    /// <summary>Gives one up.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<MilestoneDetail, Task> Drop { get; set; }

    /// <summary>Missed from the day after its date on.</summary>
    private string NameOf(MilestoneDetail milestone) =>
        milestone.Stage == "reached" ? "reached" : milestone.Due < Today ? "missed" : "ahead";

    private Status StatusOf(MilestoneDetail milestone) => NameOf(milestone) switch
    {
        "reached" => Status.Done,
        "missed" => Status.Late,
        _ => Status.NotStarted,
    };

    private TaskHappening? EvidenceOf(MilestoneDetail milestone) =>
        History.FirstOrDefault(h => h.Kind == HappeningKind.Reached && h.Milestone == milestone.Id);
}
