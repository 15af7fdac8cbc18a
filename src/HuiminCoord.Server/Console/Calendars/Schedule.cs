using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>What a seat has before it in a month or a week.</summary>
/// <param name="Span">The days.</param>
/// <param name="FirstYear">First year that is shown.</param>
/// <param name="LastYear">Last year that is shown.</param>
public sealed record Schedule(ScheduleSpan Span, IReadOnlyList<ScheduleDay> Days, DateOnly Today, int FirstYear, int LastYear)
{
    /// <summary>How many entries of a kind there are.</summary>
    public int Count(ScheduleKind kind) => Days.Sum(d => d.Entries.Count(e => e.Kind == kind));
}

/// <summary>A day of it.</summary>
/// <param name="Works">True when offices work on it.</param>
/// <param name="Provisional">True when a paper still to come may change it.</param>
/// <param name="Festival">On whose account it is arranged; null for the Monday–Friday rule.</param>
/// <param name="Entries">Phases first, then meetings by time, then what is due.</param>
public sealed record ScheduleDay(DateOnly Day, bool Works, bool Provisional, string? Festival, IReadOnlyList<ScheduleEntry> Entries)
{
    /// <summary><c>rest</c> or <c>work</c> where a paper arranges it; null for the usual week.</summary>
    public string? Mark => Festival is null ? null : Works ? "work" : "rest";
}

/// <summary>Something on a day.</summary>
/// <param name="At">When it begins, Asia/Shanghai; null for what is due.</param>
/// <param name="Link">Where it is dealt with; null where the seat has no such page.</param>
/// <param name="Detail">Place, counts, the day on which it can be done; null = nothing to add.</param>
/// <param name="Is">Its state; null where none is shown.</param>
/// <param name="State">Another word than the state's own.</param>
public sealed record ScheduleEntry(DateOnly Day, ScheduleKind Kind, TimeOnly? At, string Text, string? Link = null, string? Detail = null, Status? Is = null, string? State = null);

/// <summary>What it is.</summary>
public enum ScheduleKind
{
    /// <summary>A phase begins or ends.</summary>
    Phase,

    /// <summary>A meeting.</summary>
    Meeting,

    /// <summary>报送时限.</summary>
    Due,
}
