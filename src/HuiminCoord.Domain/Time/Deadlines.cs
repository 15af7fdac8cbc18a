namespace HuiminCoord.Domain.Time;

/// <summary>Counts periods to their end. The day on which a period starts is never counted.</summary>
/// <remarks>
/// Legal base: 民法典 Arts. 201–203 (before 2021 the same articles of 民法总则): the starting day is not counted, months
/// and years end on the day of the same number, a last day of rest gives way to the next working day, the last day
/// ends at 24:00 or at the close of business. 行政处罚法 Art. 85 counts its two, three, five and seven days as working
/// days. Lengths below 1 throw <see cref="ArgumentOutOfRangeException"/>.
/// </remarks>
public static class Deadlines
{
    /// <summary>17:30 Shanghai: our default where an office has not stated its own hours.</summary>
    public static TimeOnly DefaultClose { get; } = new(17, 30);

    /// <summary>The <paramref name="n"/>-th working day after <paramref name="start"/>.</summary>
    /// <param name="start">The day of the event, working day or not.</param>
    /// <param name="n">Working days, at least 1.</param>
    /// <param name="calendar">Decides which days are worked.</param>
    /// <param name="cutoff">When the last day ends.</param>
    /// <param name="closesAt">Close of business, Shanghai; <see cref="DefaultClose"/> unless told.</param>
    public static Deadline WorkingDays(DateOnly start, int n, WorkingCalendar calendar, DayCutoff cutoff = DayCutoff.DayEnd, TimeOnly? closesAt = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var due = calendar.AddWorkingDays(start, n);
        return Ending(due, due, start.AddDays(1), EndOf(due, cutoff, closesAt), calendar);
    }

    /// <summary>The <paramref name="n"/>-th natural day after <paramref name="start"/>, rolled as told.</summary>
    public static Deadline NaturalDays(DateOnly start, int n, RollRule roll, WorkingCalendar calendar, DayCutoff cutoff = DayCutoff.DayEnd, TimeOnly? closesAt = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        return Fixed(start.AddDays(n), calendar, roll, cutoff, closesAt);
    }

    /// <summary>
    /// <paramref name="n"/> calendar months after <paramref name="start"/>, rolled as told; a month without that day
    /// ends on its last one.
    /// </summary>
    public static Deadline Months(DateOnly start, int n, RollRule roll, WorkingCalendar calendar, DayCutoff cutoff = DayCutoff.DayEnd, TimeOnly? closesAt = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        return Fixed(start.AddMonths(n), calendar, roll, cutoff, closesAt);
    }

    /// <summary><paramref name="n"/> calendar years after <paramref name="start"/>, rolled as told.</summary>
    public static Deadline Years(DateOnly start, int n, RollRule roll, WorkingCalendar calendar, DayCutoff cutoff = DayCutoff.DayEnd, TimeOnly? closesAt = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        return Fixed(start.AddYears(n), calendar, roll, cutoff, closesAt);
    }

    /// <summary>A date somebody set. It stays where it is unless told otherwise: the 28th may be a Sunday.</summary>
    public static Deadline Fixed(DateOnly date, WorkingCalendar calendar, RollRule roll = RollRule.Keep, DayCutoff cutoff = DayCutoff.DayEnd, TimeOnly? closesAt = null)
    {
        var due = roll switch
        {
            RollRule.Keep => date,
            RollRule.NextWorkingDay => calendar.RollForward(date),
            RollRule.PreviousWorkingDay => calendar.DoBy(date),
            _ => throw new ArgumentOutOfRangeException(nameof(roll), roll, "No such roll rule."),
        };
        return Ending(date, due, date, EndOf(due, cutoff, closesAt), calendar);
    }

    /// <summary>
    /// <paramref name="n"/> hours by the clock after <paramref name="start"/>; rest days neither stop nor move them.
    /// </summary>
    public static Deadline Hours(DateTimeOffset start, int n, WorkingCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var endsAt = start.AddHours(n).ToOffset(ChinaTime.Offset);
        // The end is exclusive: hours that run out at 00:00 were used up on the day before.
        var due = ChinaTime.DateOf(endsAt.AddTicks(-1));
        return Ending(due, due, due, endsAt, calendar);
    }

    private static DateTimeOffset EndOf(DateOnly due, DayCutoff cutoff, TimeOnly? closesAt) => cutoff switch
    {
        DayCutoff.DayEnd => ChinaTime.EndOf(due),
        DayCutoff.CloseOfBusiness => ChinaTime.At(due, closesAt ?? DefaultClose),
        _ => throw new ArgumentOutOfRangeException(nameof(cutoff), cutoff, "No such cutoff."),
    };

    /// <param name="rawEnd">The end before rolling.</param>
    /// <param name="due">The end after rolling.</param>
    /// <param name="restsFrom">First day that was counted; the 办理日 and the roll may reach further on either side.</param>
    /// <param name="endsAt">First instant that is too late.</param>
    /// <param name="calendar">What the days are looked up in.</param>
    private static Deadline Ending(DateOnly rawEnd, DateOnly due, DateOnly restsFrom, DateTimeOffset endsAt, WorkingCalendar calendar)
    {
        var doBy = calendar.DoBy(due);
        var papers = new List<string>();
        var provisional = false;
        var last = due > rawEnd ? due : rawEnd;
        for (var day = doBy < restsFrom ? doBy : restsFrom; day <= last; day = day.AddDays(1))
        {
            provisional |= calendar.IsProvisional(day);
            if (calendar.PaperOf(day) is { } paper && !papers.Contains(paper))
            {
                papers.Add(paper);
            }
        }

        return new Deadline(due, doBy, provisional, due != rawEnd, rawEnd, endsAt, papers.ToArray());
    }
}
