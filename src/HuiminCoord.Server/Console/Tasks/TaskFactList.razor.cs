using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>What the plan says of a task: measures, who leads, who supports, where it stands in the paper.</summary>
public sealed partial class TaskFactList : PagePart
{
    /// <summary>The task.</summary>
    [Parameter]
    [EditorRequired]
    public required TaskLine Of { get; set; }

    /// <summary>The plan in force.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    private TaskPlan? Planned => Plan.Tasks.FirstOrDefault(t => t.Id.Value == Of.Id);

    private DomainPlan? Domain => Plan.Domain(Of.Domain);

    private Clause? Clause => Plan.Clauses.FirstOrDefault(c => c.Id == Planned?.Clause);

    private string NameOf(string unit) => Plan.Unit(new UnitId(unit))?.Name ?? unit;
}
