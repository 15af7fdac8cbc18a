using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Tasks;

namespace HuiminCoord.Server.Console.Phases;

/// <summary>Everything that supervision looks at, as of one moment.</summary>
/// <param name="Months">The campaign, month by month.</param>
/// <param name="Gates">One for each phase.</param>
/// <param name="Tasks">All tasks.</param>
/// <param name="Recent">What people did for them lately, newest first.</param>
public sealed record Supervision(
    Plan Plan, DateTimeOffset Now, IReadOnlyList<PhaseMonth> Months, IReadOnlyList<Gate> Gates, IReadOnlyList<TaskLine> Tasks, IReadOnlyList<TaskHappening> Recent)
{
    /// <summary>The campaign's today, Asia/Shanghai.</summary>
    public DateOnly Today => ChinaTime.DateOf(Now);

    /// <summary>The phase that today lies in; before the campaign the first, after it the last.</summary>
    public PhasePlan Present => Plan.Phases.FirstOrDefault(p => Today <= p.Window.To) ?? Plan.Phases[^1];

    /// <summary>Which month of the present phase it is, and how many it has.</summary>
    public (int Month, int Of) Way
    {
        get
        {
            var months = Months.Where(m => m.Phase == Present).ToList();
            return (months.Count(m => m.When != MonthStage.Ahead), months.Count);
        }
    }

    /// <summary>The gate of a phase; null for one that the plan does not have.</summary>
    public Gate? GateOf(string? phase) => Gates.FirstOrDefault(g => g.Phase == phase);

    /// <summary>How the office is to judge whether a phase can be left: the plan's question about it, answered or not.</summary>
    public OpenQuestion? ExitQuestion => Plan.Questions.FirstOrDefault(q => q.Affects == "phases");
}
