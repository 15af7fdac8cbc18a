using HuiminCoord.Domain.Rehearsing;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Server.Api.Rehearsals;

/// <summary>Another pace.</summary>
/// <param name="SecondsPerDay">Real seconds that a campaign day takes, 0.01 to 86400.</param>
public sealed record SetPaceBody(double SecondsPerDay);

/// <summary>A run to a day.</summary>
/// <param name="Until">It ends at 24:00 before this day, Asia/Shanghai.</param>
public sealed record RunRehearsalBody(DateOnly Until);

/// <summary>How a rehearsal stands.</summary>
/// <param name="Now">Campaign time. While it flows, a day of it passes in secondsPerDay.</param>
/// <param name="Paused">Time stands still.</param>
/// <param name="SecondsPerDay">Real seconds that a campaign day takes.</param>
/// <param name="Paces">Paces that are offered; others within the bounds are possible.</param>
/// <param name="RunsUntil">It runs as fast as it goes up to 24:00 before this day; null = it does not run.</param>
/// <param name="Ended">True when nothing will be told any more, unless somebody acts.</param>
/// <param name="Next">The next event; null once it has ended.</param>
internal sealed record RehearsalView(
    DateTimeOffset Now, bool Paused, double SecondsPerDay, IReadOnlyList<double> Paces, DateOnly? RunsUntil, bool Ended, UpcomingEventView? Next)
{
    internal static RehearsalView Of(RehearsalOutlook outlook, Language language) => new(
        outlook.Standing.Now, outlook.Standing.Paused, outlook.Standing.Pace.SecondsPerDay, Pace.Choices, outlook.Standing.RunsUntil, outlook.Ended,
        outlook.Next is { } next
            ? new(next.At, UpcomingText.In(language).Say(next, outlook.Plan, ChinaTime.DateOf(outlook.Standing.Now)), [.. next.Parts.Select(p => new UpcomingPartView(p.What, p.Whom))])
            : null);
}

/// <summary>The next instant at which something is told, and what it will be if nobody acts before.</summary>
/// <param name="At">When.</param>
/// <param name="Text">In words of the caller's language: 12月1日 09:00 逾期提醒，4个单位负责人.</param>
/// <param name="Parts">One for each kind of happening.</param>
internal sealed record UpcomingEventView(DateTimeOffset At, string Text, IReadOnlyList<UpcomingPartView> Parts);

/// <summary>One kind of happening.</summary>
/// <param name="What">The kind.</param>
/// <param name="Whom">Whom it concerns: inboxes, or ids of units, tasks or phases.</param>
internal sealed record UpcomingPartView(Happening What, IReadOnlyList<string> Whom);
