using System.Globalization;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Obligations;

/// <summary>Dates within a campaign, and how near they are, in the visitor's language.</summary>
internal static class NearTexts
{
    /// <summary>11月28日（周六）; Sat 11-28. With its year where that is not this one.</summary>
    internal static string Date(this PageWords words, DateOnly day, DateOnly today) => words.Language == Language.English
        ? day.ToString(day.Year == today.Year ? "ddd MM-dd" : "ddd yyyy-MM-dd", CultureInfo.InvariantCulture)
        : $"{DateWords.Day(day, today)}（{DateWords.Weekday(day)}）";

    /// <summary>11-28.</summary>
    internal static string Brief(DateOnly day) => day.ToString("MM-dd", CultureInfo.InvariantCulture);

    /// <summary>11-28.</summary>
    internal static string Brief(DateTimeOffset at) => Brief(ChinaTime.DateOf(at));

    /// <summary>11-28 09:00.</summary>
    internal static string BriefMinute(DateTimeOffset at) => at.ToOffset(ChinaTime.Offset).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>09:00.</summary>
    internal static string Clock(DateTimeOffset at) => at.ToOffset(ChinaTime.Offset).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>剩3个工作日, 今日截止, 已过1个工作日: today is not counted, the 办理日 is.</summary>
    internal static string Near(this PageWords words, DateOnly due, DateOnly today, WorkingCalendar calendar)
    {
        if (today > due)
        {
            var over = calendar.WorkingDaysBetween(due, today);
            return over == 0 ? words["near.over"] : words["near.overBy", over];
        }

        var doBy = calendar.DoBy(due);
        return today == due ? words["near.today"]
            : today == doBy ? words["near.doToday"]
            : today > doBy ? words["near.until", Brief(due)]
            : words["near.left", calendar.WorkingDaysBetween(today, doBy)];
    }
}
