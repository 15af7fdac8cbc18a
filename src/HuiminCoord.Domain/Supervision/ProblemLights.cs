namespace HuiminCoord.Domain.Supervision;

/// <summary>A problem as people see it.</summary>
public enum ProblemLight
{
    /// <summary>整改中: with the unit.</summary>
    Mending,

    /// <summary>待复查: the unit has handed in, or owes it no more; the group has to look.</summary>
    ToCheck,

    /// <summary>逾期未改: its date has passed, and nothing was handed in.</summary>
    Late,

    /// <summary>已销号.</summary>
    StruckOff,
}

/// <summary>Judged when somebody looks, from what the group keeps and how far the unit is.</summary>
public static class ProblemLights
{
    /// <param name="problem">As the group keeps it.</param>
    /// <param name="mending">How far the unit's obligation is.</param>
    /// <param name="due">The date in force, Asia/Shanghai.</param>
    /// <param name="today">Asia/Shanghai.</param>
    public static ProblemLight Of(SupervisionProblem problem, MendingStage mending, DateOnly due, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Stage is ProblemStage.StruckOff ? ProblemLight.StruckOff
            : problem.Stage is ProblemStage.Passed or ProblemStage.NotTaken || mending != MendingStage.Waiting ? ProblemLight.ToCheck
            : due < today ? ProblemLight.Late
            : ProblemLight.Mending;
    }
}
