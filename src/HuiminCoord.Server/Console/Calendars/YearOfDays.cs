using HuiminCoord.Domain.Time;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>Something that is due on a day.</summary>
/// <param name="Units">How many units owe it on this day.</param>
public sealed record DueMark(string Title, int Units);

/// <summary>A meeting that is held on a day.</summary>
/// <param name="At">When it starts, Asia/Shanghai.</param>
public sealed record MeetingMark(string Id, string Title, DateOnly Day, TimeOnly At);

/// <summary>A day of the working calendar as a page shows it.</summary>
/// <param name="Works">True when offices work on it.</param>
/// <param name="Provisional">True when a paper still to come may change it.</param>
/// <param name="Festival">On whose account it is arranged; null for the Monday–Friday rule.</param>
/// <param name="Sketched">What a paper that is being put together says of it; null = nothing.</param>
/// <param name="Dues">What is due on it.</param>
/// <param name="Meetings">Which meetings are held on it, earliest first.</param>
public sealed record CalendarDay(
    DateOnly Day, bool Works, bool Provisional, string? Festival, SketchedDay? Sketched, IReadOnlyList<DueMark> Dues, IReadOnlyList<MeetingMark> Meetings);

/// <summary>A month, week by week from Monday; null where a day belongs to another month.</summary>
public sealed record CalendarMonth(int Month, IReadOnlyList<IReadOnlyList<CalendarDay?>> Weeks)
{
    /// <summary>Its days, in order.</summary>
    public IEnumerable<CalendarDay> Days => Weeks.SelectMany(w => w).OfType<CalendarDay>();
}

/// <summary>Lays a year out in months and weeks.</summary>
internal static class YearOfDays
{
    /// <param name="year">The year.</param>
    /// <param name="calendar">The days as known now.</param>
    /// <param name="dues">What is due when.</param>
    /// <param name="meetings">Which meetings are held when.</param>
    /// <param name="sketch">A paper that is being put together; null = none.</param>
    internal static IReadOnlyList<CalendarMonth> Of(int year, WorkingCalendar calendar, ILookup<DateOnly, DueMark> dues, ILookup<DateOnly, MeetingMark> meetings, PaperSketch? sketch) =>
        [.. Enumerable.Range(1, 12).Select(month => Month(new DateOnly(year, month, 1), day => Day(day, calendar, sketch) with { Dues = [.. dues[day]], Meetings = [.. meetings[day]] }))];

    /// <summary>Days that were arranged one after the other on one account: 10月1–8日 国庆节、中秋节.</summary>
    /// <param name="month">The month.</param>
    /// <param name="works">True = days worked in exchange, false = days of rest.</param>
    internal static IReadOnlyList<(DateOnly First, DateOnly Last, string Festival)> Runs(CalendarMonth month, bool works)
    {
        var runs = new List<(DateOnly First, DateOnly Last, string Festival)>();
        foreach (var day in month.Days.Where(d => d.Festival is not null && d.Works == works))
        {
            if (runs.Count > 0 && runs[^1].Last.AddDays(1) == day.Day && runs[^1].Festival == day.Festival)
            {
                runs[^1] = runs[^1] with { Last = day.Day };
            }
            else
            {
                runs.Add((day.Day, day.Day, day.Festival!));
            }
        }

        return runs;
    }

    private static CalendarDay Day(DateOnly day, WorkingCalendar calendar, PaperSketch? sketch) => new(
        day, calendar.IsWorkingDay(day), calendar.IsProvisional(day), calendar.FestivalOf(day)?.Name, sketch is null ? null : PaperSketches.DayIn(sketch, day), [], []);

    private static CalendarMonth Month(DateOnly first, Func<DateOnly, CalendarDay> day)
    {
        var blanks = ((int)first.DayOfWeek + 6) % 7;
        var days = Enumerable.Repeat<CalendarDay?>(null, blanks)
            .Concat(Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(i => (CalendarDay?)day(first.AddDays(i))))
            .Chunk(7).Select(week => (IReadOnlyList<CalendarDay?>)[.. week, .. Enumerable.Repeat<CalendarDay?>(null, 7 - week.Length)]);
        return new(first.Month, [.. days]);
    }
}
