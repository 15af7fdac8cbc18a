using System.Text;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Kernel.Bench;

/// <summary>The plan and the holiday papers that the program ships, and a unit that lived under them.</summary>
internal static class Shipped
{
    internal static readonly string PlanText = Text("huimin-2020.json");

    internal static readonly Plan Plan = PlanReader.Read(PlanText).Plan ?? throw new InvalidOperationException("The shipped plan has problems.");

    internal static readonly WorkingCalendars Calendars = new(HolidayTable.Parse(Text("cn-workdays.json")), Plan.District.Code);

    internal static UnitTerms Terms(string unit = "jiaoyu") => new(Plan, Plan.Units.Single(u => u.Id.Value == unit), Calendars);

    /// <summary>A unit that has said nothing since the notice, woken at all its own times before <paramref name="until"/>.</summary>
    /// <returns>Its state, and the wake that comes next.</returns>
    internal static (UnitState State, DateTimeOffset Next) Silent(UnitTerms terms, DateTimeOffset until)
    {
        var issued = ChinaTime.StartOf(Plan.Document.IssuedOn);
        var state = Apply(new UnitState(), UnitRules.Decide(new UnitState(), new UnitCommand.Begin(1, issued, "局负责同志"), terms, issued));
        var now = issued;
        while (UnitWake.Next(state, terms, now) is { } next)
        {
            if (next >= until)
            {
                return (state, next);
            }

            (state, now) = (Apply(state, UnitRules.DecideWake(state, terms, next)), next);
        }

        throw new InvalidOperationException($"The unit has nothing left to do before {until:O}.");
    }

    private static UnitState Apply(UnitState state, Domain.Deciding.Decision<UnitEvent> decision) =>
        decision is Domain.Deciding.Decision<UnitEvent>.Kept kept
            ? kept.Events.Aggregate(state, UnitEvolution.Evolve)
            : throw new InvalidOperationException($"The unit refused: {decision}.");

    private static string Text(string name)
    {
        using var stream = typeof(Shipped).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"Built without {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
