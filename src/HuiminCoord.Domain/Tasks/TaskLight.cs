namespace HuiminCoord.Domain.Tasks;

/// <summary>How a task looks to whoever supervises it.</summary>
public enum TaskLight
{
    /// <summary>正常推进.</summary>
    OnTrack,

    /// <summary>进展缓慢: no progress for longer than the plan's <c>slowTaskDays</c>, or a milestone was missed.</summary>
    Slow,

    /// <summary>超期未更新: no progress for longer than <c>staleTaskDays</c>.</summary>
    Stale,

    /// <summary>需协调解决: a unit asked for coordination, and it was not solved.</summary>
    Blocked,
}

/// <summary>What of a task its light depends on.</summary>
/// <param name="HeardOn">Shanghai date of the last progress; of the issue of the plan version that first named the task while there was none.</param>
/// <param name="Percent">Share done as last reported, 0 to 100; null = never said.</param>
/// <param name="Blocked">True while it waits for coordination.</param>
/// <param name="Awaited">Dates of the milestones that were not reached, Asia/Shanghai.</param>
public sealed record TaskFacts(DateOnly HeardOn, int? Percent, bool Blocked, IReadOnlyList<DateOnly> Awaited);
