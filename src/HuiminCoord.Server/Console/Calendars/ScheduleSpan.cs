using System.Globalization;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>The days that a schedule shows: a month, or a week from Monday. Both stand in the address.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="IsWeek">False for a month.</param>
public sealed record ScheduleSpan(DateOnly From, DateOnly To, bool IsWeek)
{
    /// <summary>Every day, in order.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(From.AddDays);

    /// <summary>Where it is shown.</summary>
    public string Path => IsWeek ? string.Create(CultureInfo.InvariantCulture, $"/schedule?week={From:yyyy-MM-dd}") : string.Create(CultureInfo.InvariantCulture, $"/schedule?month={From:yyyy-MM}");

    /// <summary>The one before.</summary>
    public ScheduleSpan Previous => IsWeek ? WeekOf(From.AddDays(-7)) : MonthOf(From.AddMonths(-1));

    /// <summary>The one after.</summary>
    public ScheduleSpan Next => IsWeek ? WeekOf(From.AddDays(7)) : MonthOf(From.AddMonths(1));

    /// <summary>The month in which most of a week lies.</summary>
    public ScheduleSpan Month => IsWeek ? MonthOf(From.AddDays(3)) : this;

    /// <summary>The week of a day in it; of a month that does not hold the day, the first.</summary>
    public ScheduleSpan Week(DateOnly day) => WeekOf(Holds(day) ? day : From);

    /// <summary>The same kind around a day.</summary>
    public ScheduleSpan Around(DateOnly day) => IsWeek ? WeekOf(day) : MonthOf(day);

    /// <summary>True for a day that is shown.</summary>
    public bool Holds(DateOnly day) => day >= From && day <= To;

    /// <summary>True while any of its days lies within the years of which something is known.</summary>
    public bool Touches(int firstYear, int lastYear) => To.Year >= firstYear && From.Year <= lastYear;

    /// <summary>What an address asks for; what cannot be read, or lies outside the years, is the month of today.</summary>
    /// <param name="month">2020-11.</param>
    /// <param name="week">Any day of the week: 2020-11-25. It goes before a month.</param>
    /// <param name="today">The campaign's today.</param>
    /// <param name="firstYear">First year that is shown.</param>
    /// <param name="lastYear">Last year that is shown.</param>
    public static ScheduleSpan Of(string? month, string? week, DateOnly today, int firstYear, int lastYear) =>
        Day(week, "yyyy-MM-dd") is { } day && day.Year >= firstYear && day.Year <= lastYear ? WeekOf(day)
        : Day(month, "yyyy-MM") is { } first && first.Year >= firstYear && first.Year <= lastYear ? MonthOf(first)
        : MonthOf(today);

    /// <summary>The week of a day.</summary>
    public static ScheduleSpan WeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new(monday, monday.AddDays(6), true);
    }

    private static ScheduleSpan MonthOf(DateOnly day)
    {
        var first = day.AddDays(1 - day.Day);
        return new(first, first.AddDays(DateTime.DaysInMonth(first.Year, first.Month) - 1), false);
    }

    private static DateOnly? Day(string? text, string form) => DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
