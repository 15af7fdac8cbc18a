using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Calendars;

/// <summary>What kind of day it is, in words.</summary>
internal static class DayWords
{
    /// <summary>工作日; 休息日（国庆节）.</summary>
    internal static string Kind(PageWords words, ScheduleDay day)
    {
        var works = words[day.Works ? "cal.day.works" : "cal.day.rests"];
        return day.Festival is { } festival ? words["cal.say.festival", works, festival] : works;
    }
}
