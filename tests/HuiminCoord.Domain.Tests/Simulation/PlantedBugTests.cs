using HuiminCoord.Domain.Tests.Simulation.Bugs;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>A simulation that finds nothing may be blind. It has eyes for these.</summary>
public sealed class PlantedBugTests
{
    private const ulong Patience = 200;

    public static TheoryData<string> Names { get; } = [.. PlantedBug.All.Select(b => b.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_simulation_finds_that(string bug)
    {
        var planted = PlantedBug.All.Single(b => b.Name == bug);
        for (ulong seed = 0; seed < Patience; seed++)
        {
            if (Seeded.Play(seed, planted.In) is { } found)
            {
                TestContext.Current.TestOutputHelper?.WriteLine(found);
                return;
            }
        }

        Assert.Fail($"Not found in {Patience} histories.");
    }
}
