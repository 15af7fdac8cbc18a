using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Tasks;

/// <summary>Which light a task shows. The worst one counts: coordination, then silence, then slowness.</summary>
/// <remarks>
/// Lights are judged on the day on which somebody looks, by the plan in force; the event <see cref="TaskEvent.WentStale"/> is only
/// what the office is told of once. After the campaign's last day nobody owes an update any more: silence is counted up to it.
/// </remarks>
public static class TaskLights
{
    /// <summary>The light on a day.</summary>
    /// <param name="facts">What is known of the task.</param>
    /// <param name="plan">The plan in force: its settings say how long a silence may be.</param>
    /// <param name="today">The campaign's today, Asia/Shanghai.</param>
    public static TaskLight Of(TaskFacts facts, Plan plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(plan);
        var silent = facts.Percent == 100 ? 0 : SilentDays(facts, plan, today);
        return facts.Blocked ? TaskLight.Blocked
            : silent > plan.Settings.StaleTaskDays ? TaskLight.Stale
            : silent > plan.Settings.SlowTaskDays || Missed(facts, today) > 0 ? TaskLight.Slow
            : TaskLight.OnTrack;
    }

    /// <summary>Whole days since the last progress, 0 on the day itself.</summary>
    public static int SilentDays(TaskFacts facts, Plan plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(plan);
        var until = today < plan.Window.To ? today : plan.Window.To;
        return Math.Max(0, until.DayNumber - facts.HeardOn.DayNumber);
    }

    /// <summary>Milestones whose date has passed: from the day after it on, as lateness is judged everywhere.</summary>
    public static int Missed(TaskFacts facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Awaited.Count(due => due < today);
    }
}
