using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tasks;

/// <summary>The facts that a task's rules decide by.</summary>
public sealed record TaskTerms(Plan Plan, TaskPlan Task)
{
    /// <summary>The unit that leads the task's domain.</summary>
    public UnitId Lead { get; } = Plan.Domain(Task.Domain)!.Lead;

    /// <summary>True for the lead unit and the cooperating ones.</summary>
    public bool IsParty(UnitId unit) => unit == Lead || Task.Cooperating.Contains(unit);

    /// <summary>The obligation of the lead unit that stands for a milestone.</summary>
    public DutyId DutyOf(string milestone) => new($"{Task.Id}-{milestone}");
}
