using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Rehearsing;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>How a rehearsal stands.</summary>
/// <param name="Now">Campaign time. While it flows, a day of it passes in the pace's seconds.</param>
/// <param name="Paused">Time stands still.</param>
/// <param name="RunsUntil">It runs as fast as it goes up to 24:00 before this day; null = it does not run.</param>
public sealed record RehearsalStanding(DateTimeOffset Now, bool Paused, Pace Pace, DateOnly? RunsUntil);

/// <summary>How a rehearsal stands, and what comes next.</summary>
/// <param name="Next">Null = nothing will be told any more, unless somebody acts.</param>
/// <param name="Plan">The plan in force: it has the names of those whom the next event concerns.</param>
public sealed record RehearsalOutlook(RehearsalStanding Standing, UpcomingEvent? Next, Plan Plan)
{
    /// <summary>True when the story is over.</summary>
    public bool Ended => Next is null;
}
