using System.Globalization;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Names of months and days for pickers. The program runs without the machine's cultures, so it brings its own.</summary>
internal static class PageCulture
{
    private static readonly CultureInfo Chinese = Make(
        ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月", ""],
        ["日", "一", "二", "三", "四", "五", "六"], "yyyy年M月");

    private static readonly CultureInfo English = Make(
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", ""],
        ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"], "MMMM yyyy");

    internal static CultureInfo Of(Language language) => language == Language.English ? English : Chinese;

    private static CultureInfo Make(string[] months, string[] days, string month)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var format = culture.DateTimeFormat;
        (format.MonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthNames, format.AbbreviatedMonthGenitiveNames) = (months, months, months, months);
        (format.DayNames, format.AbbreviatedDayNames, format.ShortestDayNames) = (days, days, days);
        (format.FirstDayOfWeek, format.YearMonthPattern, format.ShortDatePattern) = (DayOfWeek.Monday, month, "yyyy-MM-dd");
        return CultureInfo.ReadOnly(culture);
    }
}
