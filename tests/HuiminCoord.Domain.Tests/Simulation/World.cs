using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>What one history plays in: a plan, one of its units, and the holiday papers with their days of publication.</summary>
internal sealed record World(Plan Plan, UnitPlan Unit, IReadOnlyList<PaperFact> Papers)
{
    /// <summary>The first unit with the real papers.</summary>
    public static World Real { get; } = new(NoticePlan.Plan, NoticePlan.Units[0], PaperFact.Real);

    /// <summary>Later versions of the plan, in order; those that nobody amends have none.</summary>
    public IReadOnlyList<PlanVersion> Later { get; init; } = [];

    /// <summary>The facts as the rules take them.</summary>
    public UnitTerms Terms() => new(Plan, Unit, new WorkingCalendars(PaperFact.Table(Papers)));

    /// <summary>The same world, where the paper of 2021 was imported while the campaign ran: on its day, or weeks too late.</summary>
    public World Importing(SplitMix random)
    {
        var at = new DateTime(2020, 11, 25).AddDays(random.Chance(40) ? 0 : random.Below(300)) + random.Pick(ImportTimes);
        return this with { Papers = [.. Papers.Select(p => p.Id == "2021-1" ? p with { ImportedAt = at } : p)] };
    }

    private static readonly TimeSpan[] ImportTimes = [new(0, 0, 0), new(0, 0, 1), new(8, 59, 59), new(9, 0, 0), new(9, 0, 1), new(11, 20, 0), new(17, 30, 0), new(23, 59, 59)];
    /// <summary>The same for every version that names the unit.</summary>
    public Dictionary<int, UnitTerms> TermsByVersion()
    {
        var calendars = new WorkingCalendars(PaperFact.Table(Papers));
        return Later.Where(v => v.Unit is not null).Append(new(Plan, Unit)).ToDictionary(v => v.Plan.Version, v => new UnitTerms(v.Plan, v.Unit!, calendars));
    }

    /// <summary>The version as this unit sees it; null when there is none, or none that names the unit.</summary>
    public PlanVersion? Naming(int version) =>
        version == Plan.Version ? new(Plan, Unit) : Later.FirstOrDefault(v => v.Plan.Version == version && v.Unit is not null);

    /// <summary>Real papers most often; otherwise also one that moves days of rest about in the middle of the campaign.</summary>
    public static World Of(SplitMix random) =>
        new(NoticePlan.Plan, random.Pick([.. NoticePlan.Units.Take(2)]), random.Chance(60) ? PaperFact.Real : [.. PaperFact.Real, Amendment(random)]);

    private static PaperFact Amendment(SplitMix random)
    {
        var published = new DateOnly(2021, 1, 4).AddDays(random.Below(280));
        var (off, work) = (new List<DateOnly>(), new List<DateOnly>());
        for (var day = published.AddDays(random.Between(0, 3)); off.Count + work.Count < 40 && day.Year == 2021; day = day.AddDays(random.Between(1, 6)))
        {
            (random.Chance(65) ? off : work).Add(day);
            while (random.Chance(55) && day.AddDays(1).Year == 2021)
            {
                day = day.AddDays(1);
                off.Add(day);
            }
        }

        return new("2021-2", 2021, published, "http://example.org/", off, work);
    }
}

/// <summary>One version of the plan, seen from the unit of a world.</summary>
/// <param name="Unit">Null when the version does not name the unit.</param>
internal sealed record PlanVersion(Plan Plan, UnitPlan? Unit);
