using System.Text;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Calendars;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Commands;

/// <summary>A plan as a file, or the one that ships with the program.</summary>
/// <param name="Name">How people call the file.</param>
/// <param name="Json">Its text.</param>
public sealed record PlanFile(string Name, string Json)
{
    private const string ShippedName = "huimin-2020.json";

    /// <summary>The plan of the model notice.</summary>
    public static PlanFile Shipped()
    {
        var assembly = typeof(PlanFile).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(n => n.EndsWith(ShippedName, StringComparison.Ordinal));
        using var text = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return new(ShippedName, text.ReadToEnd());
    }

    /// <summary>The named file; null = the shipped plan.</summary>
    /// <exception cref="CommandRefusedException">It cannot be read.</exception>
    public static PlanFile Open(FileInfo? file) => file is null ? Shipped() : new(file.ToString(), TextFile.Read(file, PlanLimits.Bytes));

    /// <summary>Reads and checks it against the holiday papers too.</summary>
    public PlanReading Check() => RungCheck.Read(Json, CalendarsFor);

    /// <summary>The plan.</summary>
    /// <exception cref="CommandRefusedException">It has problems; the message lists all of them.</exception>
    public Plan Require()
    {
        var reading = Check();
        return reading.Plan ?? throw new CommandRefusedException(string.Join('\n', reading.Problems.Select(p => $"{Name}:{p}")));
    }

    /// <summary>The holiday papers as they apply in the plan's district.</summary>
    public static WorkingCalendars CalendarsFor(Plan plan) => new(ShippedCalendars.HolidayTable, plan.District.Code);
}
