using System.Globalization;

namespace HuiminCoord.Domain.Time;

/// <summary>Spells a paper's festivals out into single days.</summary>
internal static class FestivalDays
{
    /// <summary>Longest interval believed, in days; a longer one is a mistyped year.</summary>
    internal const int LongestInterval = 31;

    /// <exception cref="FormatException">A day is malformed, or named twice by the same paper.</exception>
    public static List<HolidayEntry> Of(IReadOnlyList<HolidayTableFile.Festival> festivals, string paperId, string where)
    {
        var entries = new List<HolidayEntry>();
        foreach (var festival in festivals.WithoutNulls(where))
        {
            Add(festival.Rest, works: false);
            Add(festival.Work, works: true);

            void Add(IReadOnlyList<string>? intervals, bool works) => entries.AddRange((intervals ?? [])
                .WithoutNulls(where)
                .SelectMany(interval => DaysIn(interval, where))
                .Select(day => new HolidayEntry(day, works, festival.Name, paperId)));
        }

        var twice = entries.GroupBy(e => e.Date).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? entries : throw new FormatException($"{where}: {twice.Key:yyyy-MM-dd} is named twice.");
    }

    /// <summary><c>2020-10-01</c>, or <c>2020-10-01/2020-10-08</c> with both ends.</summary>
    private static IEnumerable<DateOnly> DaysIn(string interval, string where)
    {
        var ends = interval.Split('/');
        if (ends.Length > 2 || !TryRead(ends[0], out var first) || !TryRead(ends[^1], out var last))
        {
            throw new FormatException($"{where}: '{interval}' is neither a day yyyy-MM-dd nor an interval of two.");
        }

        var length = last.DayNumber - first.DayNumber + 1;
        return length is >= 1 and <= LongestInterval
            ? Enumerable.Range(0, length).Select(first.AddDays)
            : throw new FormatException($"{where}: '{interval}' runs backwards or is longer than {LongestInterval} days.");
    }

    private static bool TryRead(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
