namespace HuiminCoord.Domain.Rehearsing;

/// <summary>The next instant of a rehearsal at which something is told, and what it will be if nobody acts before.</summary>
/// <param name="At">When.</param>
/// <param name="Parts">One for each kind of happening, in the order of the kinds.</param>
public sealed record UpcomingEvent(DateTimeOffset At, IReadOnlyList<UpcomingPart> Parts)
{
    /// <summary>Joins what is alike.</summary>
    internal static UpcomingEvent Of(DateTimeOffset at, IEnumerable<UpcomingPart> parts) => new(
        at, [.. parts.GroupBy(p => p.What).OrderBy(g => g.Key).Select(g => new UpcomingPart(g.Key, [.. g.SelectMany(p => p.Whom).Distinct()]))]);
}

/// <summary>One kind of happening.</summary>
/// <param name="Whom">Whom it concerns, each once: inboxes (<c>jiaoyu/leader</c>, <c>office</c>), ids of units, tasks or phases, or a meeting by its title (<c>第1次全体会议/meeting</c>).</param>
public sealed record UpcomingPart(Happening What, IReadOnlyList<string> Whom)
{
    internal static UpcomingPart Of(Happening what, string whom) => new(what, [whom]);

    internal static UpcomingPart OfMeeting(Happening what, string title) => Of(what, $"{title}/meeting");
}
