using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Tests.Time;

/// <summary>
/// The calendar written the slow and obvious way, from the table's public lists alone: every day is looked up anew,
/// every count walks. It shares no code with what it judges.
/// </summary>
internal sealed class NaiveCalendar(HolidayTable table, DateOnly knownOn, string? regionPrefix = null)
{
    /// <summary>Monday to Friday without a single holiday: what a spreadsheet counts.</summary>
    public static DateOnly AddMondayToFriday(DateOnly start, int n)
    {
        for (; n > 0; n -= IsMondayToFriday(start) ? 1 : 0)
        {
            start = start.AddDays(1);
        }

        return start;
    }

    public bool Works(DateOnly day)
    {
        foreach (var layer in table.Regions.Where(l => l.PublishedOn <= knownOn && l.Region == regionPrefix?.PadRight(6, '0')))
        {
            if (layer.Days.FirstOrDefault(d => d.Date == day) is { } local)
            {
                return local.Works;
            }
        }

        var paper = table.Papers
            .Where(p => p.PublishedOn <= knownOn && table.Entries.Any(e => e.PaperId == p.Id && e.Date == day))
            .MaxBy(p => p.PublishedOn);
        return paper is null ? IsMondayToFriday(day) : table.Entries.Single(e => e.PaperId == paper.Id && e.Date == day).Works;
    }

    private static bool IsMondayToFriday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
