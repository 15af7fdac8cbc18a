using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans;

/// <summary>Something that units owe, once or every month.</summary>
/// <param name="Id">Such as <c>monthly</c>; occurrences of a monthly duty add the month: <c>monthly-2020-09</c>.</param>
/// <param name="Title">Name of the thing owed, without the period: 小结和统计表.</param>
/// <param name="Clause">Id of the clause it comes from.</param>
/// <param name="OwedBy">The debtors, in plan order.</param>
/// <param name="Parts">Ids of its parts; empty means that it is owed as a whole.</param>
/// <param name="Phase">The phase whose duty it is, where the paper says so.</param>
public sealed record DutyPlan(
    string Id,
    DutyKind Kind,
    string Title,
    string Clause,
    IReadOnlyList<UnitId> OwedBy,
    DutySchedule Schedule,
    IReadOnlyList<string> Parts,
    PhaseId? Phase);

/// <summary>Kinds of duty: each has its own ladder of reminders.</summary>
public enum DutyKind
{
    /// <summary>Naming the unit's liaison (联络人).</summary>
    Liaison,

    /// <summary>A monthly report.</summary>
    Monthly,

    /// <summary>An annual report.</summary>
    Annual,

    /// <summary>A decision of the joint meeting (议定事项).</summary>
    Decision,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>When a duty is due.</summary>
public abstract record DutySchedule
{
    private DutySchedule()
    {
    }

    /// <summary>No date in the paper: entered when done, never overdue.</summary>
    public sealed record Undated : DutySchedule;

    /// <summary>Due once.</summary>
    /// <param name="Due">The reporting date (报送时限); lateness starts at its 24:00, Asia/Shanghai.</param>
    /// <param name="OpensOn">First day on which it is listed as open; null = from the plan's issue.</param>
    public sealed record Once(DateOnly Due, DateOnly? OpensOn) : DutySchedule;

    /// <summary>Due each month from <paramref name="From"/> to <paramref name="To"/> (first days of months, both included).</summary>
    /// <param name="Day">Day of the month, 1 to 31; a shorter month ends earlier.</param>
    public sealed record Monthly(int Day, DateOnly From, DateOnly To) : DutySchedule;
}
