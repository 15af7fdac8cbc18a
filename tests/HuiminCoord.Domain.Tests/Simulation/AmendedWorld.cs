using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Tests.Simulation.Reference;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>Lets the campaign amend its plan while a history runs.</summary>
internal static class AmendedWorld
{
    /// <summary>Nearly half of the worlds stay as they are; the others get one or two later versions and inputs that deliver them.</summary>
    public static (World World, IInputs Inputs) Of(SplitMix random, World world, IInputs inputs)
    {
        if (random.Chance(45))
        {
            return (world, inputs);
        }

        var joinsLater = random.Chance(12);
        var first = joinsLater ? world with { Plan = world.Plan with { Version = 2 } } : world;
        var begun = Shanghai.Of(inputs.NextAt!.Value);
        var issues = Issues(random, begun, random.Chance(45) ? 1 : 2);
        var versions = new List<PlanVersion> { new(first.Plan, first.Unit) };
        foreach (var issuedAt in issues)
        {
            versions.Add(Next(new PlanAmender(random, DateOnly.FromDateTime(issuedAt), world.Unit), versions, random));
        }

        var amended = first with { Later = versions[1..] };
        return (amended, new AmendingInputs(inputs, amended, issues, random));
    }

    /// <summary>Instants of issue: any time of the campaign, some at the edges of a day, two on one day now and then.</summary>
    private static List<DateTime> Issues(SplitMix random, DateTime begun, int count)
    {
        var issues = new List<DateTime> { begun.Date.AddDays(random.Chance(25) ? random.Between(1, 20) : random.Between(1, 380)) + Moment(random) };
        while (issues.Count < count)
        {
            var last = issues[^1];
            var next = random.Chance(20) ? last.AddMinutes(random.Between(1, 300)) : last.Date.AddDays(random.Between(1, random.Chance(50) ? 30 : 200)) + Moment(random);
            issues.Add(next);
        }

        return issues;
    }

    private static TimeSpan Moment(SplitMix random) => random.Pick([new(0, 0, 0), new(8, 59, 59), new(9, 0, 0), new(10, 20, 30), new(16, 0, 0), new TimeSpan(23, 59, 59)]);

    /// <summary>A version that the campaign would let pass.</summary>
    private static PlanVersion Next(PlanAmender amender, List<PlanVersion> versions, SplitMix random)
    {
        while (true)
        {
            var isMember = versions[^1].Unit is null ? random.Chance(85) : random.Chance(87);
            var next = amender.Next(versions[^1].Plan, versions.FindLast(v => v.Unit is not null)!.Unit!, isMember);
            if (AmendmentRules.Refuse([.. versions.Select(v => v.Plan)], next) is null)
            {
                return new(next, next.Unit(versions[0].Unit!.Id));
            }
        }
    }
}
