using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;

namespace HuiminCoord.Bench.Measurements;

/// <summary>Something that is measured on each engine.</summary>
internal interface IMeasurement
{
    /// <summary>What <c>--only</c> calls it.</summary>
    string Name { get; }

    /// <summary>For the person who waits.</summary>
    string About { get; }

    /// <summary>Measures it in databases of its own.</summary>
    /// <exception cref="InvalidOperationException">The work behind a number was not done.</exception>
    Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation);
}
