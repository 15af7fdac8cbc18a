using System.Reflection;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Tests.Time;

/// <summary>The data files the program ships, linked into this assembly.</summary>
internal static class Shipped
{
    public static string TableText { get; } = Text("cn-workdays.json");

    public static string RulesText { get; } = Text("deadline-rules.json");

    public static HolidayTable Table { get; } = HolidayTable.Parse(TableText);

    public static DeadlineRules Rules { get; } = DeadlineRules.Parse(RulesText);

    public static WorkingCalendars National { get; } = new(Table);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    /// <summary>The national calendar as known on a day.</summary>
    public static WorkingCalendar KnownOn(string day) => National.AsKnownOn(Day(day));

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
