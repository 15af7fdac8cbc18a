using System.Reflection;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Grains.Calendars;

/// <summary>The holiday table and the legal periods that come with the program, read on first use.</summary>
public static class ShippedCalendars
{
    private static readonly Lazy<HolidayTable> Table = new(() => HolidayTable.Parse(Text("cn-workdays.json")));
    private static readonly Lazy<DeadlineRules> Rules = new(() => DeadlineRules.Parse(Text("deadline-rules.json")));

    /// <summary>The State Council's papers of 2019–2026 and the regional layers; sources and licence are in the table.</summary>
    public static HolidayTable HolidayTable => Table.Value;

    /// <summary>The periods of the laws and orders the campaign touches.</summary>
    public static DeadlineRules DeadlineRules => Rules.Value;

    private static string Text(string name)
    {
        var resource = $"{typeof(ShippedCalendars).Namespace}.Data.{name}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program was built without {resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
