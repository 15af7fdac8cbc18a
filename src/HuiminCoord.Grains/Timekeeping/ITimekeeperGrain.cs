using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Timekeeping;

/// <summary>Wakes the actors of one shard; its key is <see cref="Shards.Key"/>.</summary>
[Alias("timekeeper")]
public interface ITimekeeperGrain : IGrainWithStringKey
{
    /// <summary>Wakes every actor of the shard that has something to do by <paramref name="now"/>, until none is left.</summary>
    /// <param name="now">Campaign time; the actors get the same.</param>
    /// <returns>
    /// When all of them have answered, failed or timed out. Actors that an overlapping sweep is already waking are left to it.
    /// </returns>
    [Alias("sweep")]
    Task<SweepReport> Sweep(DateTimeOffset now);
}

/// <summary>What one sweep came to.</summary>
/// <param name="Woken">Actors that did what was due.</param>
/// <param name="Failed">Actors that did not; they are in the list of wake failures.</param>
[GenerateSerializer, Immutable, Alias("sweep-report")]
public sealed record SweepReport(int Woken, int Failed);
