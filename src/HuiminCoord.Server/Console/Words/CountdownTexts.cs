using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Console.Words;

/// <summary>How near a date is, as pages say it. Messages say it in Chinese alone, by the same rule.</summary>
internal static class CountdownTexts
{
    /// <summary>剩3个工作日; today is not counted, the 办理日 is.</summary>
    internal static string Countdown(this PageWords words, DateOnly due, DateOnly today, WorkingCalendar calendar)
    {
        if (today > due)
        {
            var late = calendar.WorkingDaysBetween(due, today);
            return late == 0 ? words["countdown.late"] : words["countdown.lateDays", late];
        }

        var doBy = calendar.DoBy(due);
        return today == due ? words["countdown.today"]
            : today >= doBy ? words["countdown.until", words.ShortDay(due, today)]
            : words["countdown.left", calendar.WorkingDaysBetween(today, doBy)];
    }

    /// <summary>9月28日 周一; Mon 28 Sep in English; with its year when that is another one.</summary>
    internal static string ShortDay(this PageWords words, DateOnly day, DateOnly today) =>
        words.Language == Language.English
            ? day.ToString(day.Year == today.Year ? "ddd d MMM" : "ddd d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture)
            : DateWords.DayAndWeekday(day, today);
}
