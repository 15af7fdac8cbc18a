namespace HuiminCoord.Domain.Time;

/// <summary>
/// The working days of one region as they were known on one day. Immutable; all days are Shanghai dates.
/// </summary>
/// <remarks>
/// Legal base: 全国年节及纪念日放假办法 and the State Council's yearly papers, which make some Saturdays and Sundays
/// working days. Every counting method throws <see cref="ArgumentOutOfRangeException"/> when it would leave the range
/// of <see cref="DateOnly"/>.
/// </remarks>
public sealed class WorkingCalendar
{
    private readonly CalendarEdition edition;

    internal WorkingCalendar(DateOnly knownOn, string? region, CalendarEdition edition) =>
        (KnownOn, Region, this.edition) = (knownOn, region, edition);

    /// <summary>The day of knowledge: papers that became known later are not used, even if the table holds them.</summary>
    public DateOnly KnownOn { get; }

    /// <summary>Division code whose layers are used, or null for the national calendar.</summary>
    public string? Region { get; }

    /// <summary>First day that a paper still to come may change: 26 December of the last year arranged.</summary>
    public DateOnly ProvisionalFrom => edition.ProvisionalFrom;

    /// <summary>
    /// The instant at which the table's next paper, or next layer of this region, becomes known: 00:00 of its publication,
    /// or its import; null when this calendar already sees all of them.
    /// </summary>
    public DateTimeOffset? NextRevision => edition.NextRevision;

    /// <summary>Id of the paper or layer that became known last, the reason for whatever it changed; empty when nothing did.</summary>
    public string LatestPaper => edition.Latest.Id;

    /// <summary>Why that paper was imported; null when it came with the program.</summary>
    public string? LatestReason => edition.Latest.Reason;

    /// <summary>True when both rest on the same papers: every answer about a day is the same.</summary>
    public bool SameKnowledgeAs(WorkingCalendar other) => ReferenceEquals(edition, other.edition);

    /// <summary>True when offices work on this day.</summary>
    public bool IsWorkingDay(DateOnly day) => edition.Days.Works(day.DayNumber);

    /// <summary>
    /// True when the answer for this day may still change: from <see cref="ProvisionalFrom"/> on, and before the
    /// table's first year unless a paper names the day.
    /// </summary>
    public bool IsProvisional(DateOnly day) =>
        day >= edition.ProvisionalFrom || (day < edition.VouchedFrom && PaperOf(day) is null);

    /// <summary>Id of the paper that decides this day, or the deciding region's code; null for the Monday–Friday rule.</summary>
    public string? PaperOf(DateOnly day) => FestivalOf(day)?.PaperId;

    /// <summary>The arrangement behind this day (its festival, whether it is worked), or null for the Monday–Friday rule.</summary>
    public HolidayEntry? FestivalOf(DateOnly day) => edition.Days.ExceptionOn(day.DayNumber);

    /// <summary>The n-th working day after <paramref name="start"/>, or before it for a negative count.</summary>
    /// <param name="start">Not counted itself, working day or not.</param>
    /// <param name="n">Working days; zero is refused, because "no days after a rest day" has no answer.</param>
    public DateOnly AddWorkingDays(DateOnly start, int n)
    {
        ArgumentOutOfRangeException.ThrowIfZero(n);
        var step = Math.Sign(n);
        var day = start;
        for (long left = Math.Abs((long)n); left > 0; left -= IsWorkingDay(day) ? 1 : 0)
        {
            day = day.AddDays(step);
        }

        return day;
    }

    /// <summary>
    /// Working days d with <paramref name="after"/> &lt; d ≤ <paramref name="through"/>; 0 when through is not later.
    /// </summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly through) =>
        through <= after ? 0 : edition.Days.CountThrough(through.DayNumber) - edition.Days.CountThrough(after.DayNumber);

    /// <summary>办理日: the last working day on or before <paramref name="due"/>, when the matter can actually be done.</summary>
    public DateOnly DoBy(DateOnly due) => IsWorkingDay(due) ? due : AddWorkingDays(due, -1);

    /// <summary>The first working day on or after <paramref name="day"/>.</summary>
    public DateOnly RollForward(DateOnly day) => IsWorkingDay(day) ? day : AddWorkingDays(day, 1);

    /// <summary>
    /// True when <paramref name="workingDay"/> is the first working day after at least
    /// <paramref name="minimumRestDays"/> days of rest on end; false for a day of rest.
    /// </summary>
    public bool FollowsLongRest(DateOnly workingDay, int minimumRestDays = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumRestDays, 1);
        return IsWorkingDay(workingDay) && workingDay.DayNumber - AddWorkingDays(workingDay, -1).DayNumber > minimumRestDays;
    }
}
