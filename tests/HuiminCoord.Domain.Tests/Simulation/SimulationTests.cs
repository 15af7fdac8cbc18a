using System.Collections.Concurrent;
using System.Globalization;

namespace HuiminCoord.Domain.Tests.Simulation;

public sealed class SimulationTests
{
    private const int Histories = 2000;

    public static TheoryData<ulong> SeedsThatFailedOnce { get; } = [.. Resource.Text("seeds-that-failed.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => !line.StartsWith('#'))
        .Select(line => ulong.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture))];

    [Theory]
    [MemberData(nameof(SeedsThatFailedOnce))]
    public void A_seed_that_failed_once_is_played_for_ever(ulong seed) => Assert.Null(Seeded.Play(seed, shrink: true) ?? Seeded.Play(seed, shrink: true, reviews: false));

    [Fact]
    public void Two_thousand_histories_of_fifteen_months_go_as_the_reference_model_says()
    {
        var problems = new ConcurrentDictionary<ulong, string>();
        var (coverage, amendments) = (new Coverage(), new AmendmentCoverage());
        Parallel.For(0, Histories, (seed, loop) =>
        {
            if (Seeded.Play((ulong)seed, shrink: false, run => amendments.Add(run, coverage)) is { } problem)
            {
                problems[(ulong)seed] = problem;
                loop.Break();
            }
        });
        Assert.True(problems.IsEmpty, problems.IsEmpty ? "" : Seeded.Play(problems.Keys.Min(), shrink: true));
        Assert.Empty(coverage.Missed);
        Assert.Empty(amendments.Rare);
        Assert.InRange(coverage.Events, 150 * Histories, int.MaxValue);
    }
}
