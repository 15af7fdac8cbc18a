using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Bench.Results;

/// <summary>One number: the median of its rounds.</summary>
/// <param name="Name">Stable; results of two builds are compared by it.</param>
/// <param name="Database">As <see cref="EngineOf"/> names it.</param>
/// <param name="Unit">Such as <c>1/s</c>, <c>ms</c>, <c>B</c>.</param>
/// <param name="Rounds">Every round, in order.</param>
/// <param name="Peer">Name of the raw peer that was measured in the same run; null = none.</param>
/// <param name="Ratio">Median divided by the peer's median.</param>
internal sealed record Measured(string Name, string Database, string Unit, double Median, IReadOnlyList<double> Rounds, string? Peer = null, double? Ratio = null)
{
    public static Measured Of(DatabaseProvider provider, string name, string unit, IReadOnlyList<double> rounds, Measured? peer = null)
    {
        Expect.That(rounds.Count > 0 && rounds.All(double.IsFinite), $"'{name}' was not measured.");
        var median = MedianOf(rounds);
        return new(name, EngineOf(provider), unit, median, rounds, peer?.Name, peer is null ? null : median / peer.Median);
    }

    /// <summary>As people write it.</summary>
    public static string EngineOf(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? "SQLite" : "PostgreSQL";

    /// <summary>The middle one; of an even number the mean of the two in the middle.</summary>
    public static double MedianOf(IReadOnlyList<double> rounds)
    {
        var sorted = rounds.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
