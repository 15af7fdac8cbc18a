using System.Globalization;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Console.Words;

/// <summary>Days and instants as pages write them, in Shanghai time.</summary>
internal static class DateTexts
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>2020年11月30日 周一; Mon 2020-11-30.</summary>
    internal static string Day(this PageWords words, DateOnly day) => words.Language == Language.English
        ? day.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日 周{Weekdays[(int)day.DayOfWeek]}");

    /// <summary>2020年11月30日 周一 10:12; Mon 2020-11-30 10:12.</summary>
    internal static string Moment(this PageWords words, DateTimeOffset at) =>
        $"{words.Day(ChinaTime.DateOf(at))} {ChinaTime.TimeOf(at).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>For the rehearsal's clock: 2020-11-30 周一 10:12; 2020-11-30 Mon 10:12.</summary>
    internal static string Clock(this PageWords words, DateTimeOffset at)
    {
        var day = ChinaTime.DateOf(at);
        var weekday = words.Language == Language.English ? day.ToString("ddd", CultureInfo.InvariantCulture) : $"周{Weekdays[(int)day.DayOfWeek]}";
        return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {weekday} {ChinaTime.TimeOf(at):HH:mm}");
    }

    /// <summary>For tables: 2020-11-30 10:12 in both languages; — for what has not happened.</summary>
    internal static string Short(DateTimeOffset? at) => at is { } instant ? instant.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "—";

    /// <summary>For tables: 2020-11-30; — where there is none.</summary>
    internal static string Short(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";
}
