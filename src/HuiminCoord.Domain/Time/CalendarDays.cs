namespace HuiminCoord.Domain.Time;

/// <summary>
/// The Monday–Friday rule with its exceptions laid out in arrays by day, so that asking for one day and counting over
/// any number of days both cost a few additions: a rehearsal asks millions of times.
/// </summary>
internal sealed class CalendarDays
{
    private readonly int first;
    private readonly HolidayEntry?[] exceptions;

    /// <summary>Working days won minus lost against Monday–Friday, from the first exception through each day.</summary>
    private readonly int[] surplus;

    /// <param name="decided">The days decided, in order of authority: a later entry for the same day wins.</param>
    public CalendarDays(IReadOnlyCollection<HolidayEntry> decided)
    {
        first = decided.Count == 0 ? 0 : decided.Min(e => e.Date.DayNumber);
        var length = decided.Count == 0 ? 0 : decided.Max(e => e.Date.DayNumber) - first + 1;
        exceptions = new HolidayEntry?[length];
        foreach (var entry in decided)
        {
            exceptions[entry.Date.DayNumber - first] = entry;
        }

        surplus = new int[length];
        var sum = 0;
        for (var i = 0; i < length; i++)
        {
            sum += (Works(first + i) ? 1 : 0) - (IsMondayToFriday(first + i) ? 1 : 0);
            surplus[i] = sum;
        }
    }

    /// <param name="dayNumber">As <see cref="DateOnly.DayNumber"/>.</param>
    public bool Works(int dayNumber) => ExceptionOn(dayNumber)?.Works ?? IsMondayToFriday(dayNumber);

    /// <summary>What decides the day in place of the Monday–Friday rule, or null.</summary>
    public HolidayEntry? ExceptionOn(int dayNumber)
    {
        var index = dayNumber - first;
        return (uint)index < (uint)exceptions.Length ? exceptions[index] : null;
    }

    /// <summary>Working days from 0001-01-01 through the day; only differences of it mean anything.</summary>
    public int CountThrough(int dayNumber)
    {
        var (weeks, rest) = Math.DivRem(dayNumber + 1, 7);
        return (weeks * 5) + Math.Min(rest, 5) + SurplusThrough(dayNumber);
    }

    private int SurplusThrough(int dayNumber) =>
        dayNumber < first || surplus.Length == 0 ? 0 : surplus[Math.Min(dayNumber - first, surplus.Length - 1)];

    /// <summary>Day 0, the first of January of year 1, is a Monday.</summary>
    private static bool IsMondayToFriday(int dayNumber) => dayNumber % 7 < 5;
}
