using System.Globalization;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Messages;

/// <summary>A message as people read it.</summary>
/// <param name="Kind">Stable name: <c>digest</c>, <c>receipt</c>, <c>returned</c>, <c>urge</c>, <c>summary</c>, <c>report</c>.</param>
public sealed record Message(string Kind, string Title, string Body);

/// <summary>Dates and countdowns in the words of an office.</summary>
public static class DateWords
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>9月28日; 2021年1月28日 in a message of another year.</summary>
    /// <param name="today">The day on which the message is written.</param>
    public static string Day(DateOnly day, DateOnly today) =>
        string.Create(CultureInfo.InvariantCulture, $"{(day.Year == today.Year ? "" : $"{day.Year}年")}{day.Month}月{day.Day}日");

    /// <summary>9月28日 周一.</summary>
    public static string DayAndWeekday(DateOnly day, DateOnly today) => $"{Day(day, today)} {Weekday(day)}";

    /// <summary>周一.</summary>
    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    /// <summary>9月28日09:00, Asia/Shanghai.</summary>
    public static string Minute(DateTimeOffset instant, DateOnly today) =>
        Day(ChinaTime.DateOf(instant), today) + ChinaTime.TimeOf(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>
    /// How near a date is: today is not counted, the 办理日 is. 剩3个工作日（9月28日 周一 24时截止）, 今日截止,
    /// 已逾期2个工作日.
    /// </summary>
    public static string Countdown(DateOnly due, DateOnly today, WorkingCalendar calendar)
    {
        if (today > due)
        {
            var late = calendar.WorkingDaysBetween(due, today);
            return late == 0 ? "已逾期" : string.Create(CultureInfo.InvariantCulture, $"已逾期{late}个工作日");
        }

        var doBy = calendar.DoBy(due);
        if (doBy < due)
        {
            return today <= doBy
                ? $"{Day(due, today)}为休息日，请于{Day(doBy, today)}（{Weekday(doBy)}）下班前报送"
                : today < due ? $"{DayAndWeekday(due, today)} 24时截止" : "今日截止";
        }

        return today == due
            ? "今日截止"
            : string.Create(CultureInfo.InvariantCulture, $"剩{calendar.WorkingDaysBetween(today, doBy)}个工作日（{DayAndWeekday(due, today)} 24时截止）");
    }
}
