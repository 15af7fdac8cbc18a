using HuiminCoord.Domain.Tests.Simulation.Bugs;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>A simulation that finds nothing may be blind. It has eyes for these, and shows each by a history that can be read.</summary>
public sealed class PlantedMeetingBugTests
{
    private const ulong Patience = 240;
    private const int Readable = 80;

    public static TheoryData<string> Names { get; } = [.. PlantedMeetingBug.All.Select(b => b.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_simulation_finds_that(string bug)
    {
        var rules = PlantedMeetingBug.All.Single(b => b.Name == bug).Rules;
        for (ulong seed = 0; seed < Patience; seed++)
        {
            if (SeededCampaign.Found(seed, rules) is { } found)
            {
                var (text, inputs) = CampaignShrinker.Smallest(found);
                TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {text}");
                Assert.InRange(inputs, 1, Readable);
                return;
            }
        }

        Assert.Fail($"Not found in {Patience} histories.");
    }
}
