using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans;

/// <summary>What kind of meeting it is.</summary>
public enum MeetingKind
{
    /// <summary>全体会议: all member units.</summary>
    Plenary,

    /// <summary>专题会议: those whom a matter concerns.</summary>
    Topic,

    /// <summary>联络员会议: the liaisons; it may prepare a plenary.</summary>
    Liaison,

    /// <summary>推进会, held by a unit.</summary>
    Advance,

    /// <summary>调度会, held by a unit.</summary>
    Dispatch,
}

/// <summary>What an agenda takes up by itself.</summary>
public enum AgendaTopic
{
    /// <summary>Tasks that wait for coordination.</summary>
    BlockedTasks,

    /// <summary>Gates that are near or were missed.</summary>
    PhaseGates,

    /// <summary>What the plan leaves open.</summary>
    OpenQuestions,

    /// <summary>Decisions of earlier meetings that are not done.</summary>
    OpenDecisions,

    /// <summary>What units owe.</summary>
    NotReported,

    /// <summary>Problems of supervision that are late.</summary>
    SupervisionProblems,
}

/// <summary>Who agrees with an agenda of the joint meeting. With that of a unit's own meeting the unit's leader agrees, whatever a plan says.</summary>
public enum AgendaConsent
{
    /// <summary>召集人.</summary>
    Convenor,

    /// <summary>联席会议办公室主任; the convenor may go on agreeing.</summary>
    Director,
}

/// <summary>Where a day of the month goes that is a day of rest.</summary>
public enum RestMove
{
    /// <summary>To the last working day before it.</summary>
    Before,

    /// <summary>To the first working day after it.</summary>
    After,
}

/// <summary>How meetings of a kind are held, unless people arrange one of them otherwise.</summary>
/// <param name="Title">As it is announced; <c>{n}</c> counts the meetings of the kind, within the year where <c>{year}</c> stands too.</param>
/// <param name="Units">Who attends, in plan order; null = all member units, none = chosen each time.</param>
/// <param name="Agenda">What the agenda takes up by itself; null = everything.</param>
/// <param name="Place">Where; empty = chosen each time.</param>
/// <param name="Chair">Post of whoever presides; empty = chosen each time.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="NoticeWorkdays">Working days from the notice to the meeting.</param>
/// <param name="ReplyWorkdays">Working days from the last day for answers to the meeting.</param>
/// <param name="Quorum">How many units should come; null = nothing asks for a number. It warns and refuses nothing.</param>
/// <param name="Cadence">When it is held; null = when there is need.</param>
public sealed record MeetingPlan(
    string Title, IReadOnlyList<UnitId>? Units, IReadOnlyList<AgendaTopicPlan>? Agenda, string Place, string Chair, int Minutes,
    int NoticeWorkdays, int ReplyWorkdays, MeetingQuorum? Quorum, AgendaConsent Consent, MeetingCadence? Cadence);

/// <summary>Something that an agenda takes up.</summary>
/// <param name="Minutes">Planned for each item; null = as usual.</param>
public sealed record AgendaTopicPlan(AgendaTopic Topic, int? Minutes);

/// <summary>How many units should come.</summary>
/// <param name="Number">Units, or percent of those invited.</param>
public sealed record MeetingQuorum(int Number, bool IsPercent)
{
    /// <summary>Units that should come when so many are invited.</summary>
    public int Of(int invited) => IsPercent ? ((Number * invited) + 99) / 100 : Number;
}

/// <summary>When meetings of a kind are held.</summary>
/// <param name="From">First month with a meeting, as its first day; null = the campaign's first month.</param>
/// <param name="At">Time of day, Asia/Shanghai.</param>
public sealed record MeetingCadence(DateOnly? From, int EveryMonths, MeetingDay Day, TimeOnly At);

/// <summary>On which day of its month a meeting is held.</summary>
public abstract record MeetingDay
{
    private MeetingDay()
    {
    }

    /// <summary>The n-th working day of the month, or its last one where there are fewer.</summary>
    public sealed record Workday(int Number) : MeetingDay;

    /// <summary>A day of the month, 1 to 31; a shorter month ends earlier.</summary>
    public sealed record OfMonth(int Day, RestMove Rest) : MeetingDay;
}
