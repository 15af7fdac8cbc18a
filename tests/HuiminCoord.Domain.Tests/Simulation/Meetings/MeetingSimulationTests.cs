using System.Collections.Concurrent;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

public sealed class MeetingSimulationTests
{
    private const int Histories = 100;

    [Fact]
    public void Histories_of_units_and_their_meetings_go_as_the_reference_models_say()
    {
        var problems = new ConcurrentDictionary<ulong, string>();
        var coverage = new MeetingCoverage();
        Parallel.For(0, Histories, seed =>
        {
            if (SeededCampaign.Play((ulong)seed, shrink: false, then: coverage.Add) is { } problem)
            {
                problems[(ulong)seed] = problem;
            }
        });
        Assert.True(problems.IsEmpty, problems.IsEmpty ? "" : $"{SeededCampaign.Play(problems.Keys.Min(), shrink: true)}\nin all:\n{string.Join('\n', problems.OrderBy(p => p.Key).Select(p => p.Value))}");
        TestContext.Current.TestOutputHelper?.WriteLine(coverage.ToString());
        Assert.True(!coverage.Missed.Any(), $"Never met: {string.Join(", ", coverage.Missed)}. All: {coverage}");
        Assert.InRange(coverage.Events, 60 * Histories, int.MaxValue);
    }
}
