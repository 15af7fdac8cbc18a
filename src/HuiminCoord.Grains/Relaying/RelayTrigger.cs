using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Grains.Relaying;

/// <summary>Asks a shard's relay to drain soon after a commit; never more than one request per shard and silo is on its way.</summary>
/// <remarks>Only speed depends on it: what is not asked for here is drained by the next touch. A rehearsal switches it off and drains itself.</remarks>
public sealed class RelayTrigger(IGrainFactory grains, ILogger<RelayTrigger> log)
{
    private const int Idle = 0;
    private const int Draining = 1;
    private const int DrainAgain = 2;

    private readonly int[] _shards = new int[Shards.Count];

    /// <summary>False while a driver drains by itself.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Something was committed; returns at once.</summary>
    public void Hint(string campaign)
    {
        if (Enabled)
        {
            Touch(Shards.Of(campaign));
        }
    }

    /// <summary>Asks a shard's relay to drain; returns at once.</summary>
    public void Touch(int shard)
    {
        if (Interlocked.CompareExchange(ref _shards[shard], Draining, Idle) == Idle)
        {
            // The relay works for nobody in particular: the caller's context must not travel along.
            using (ExecutionContext.SuppressFlow())
            {
                _ = Task.Run(() => Drain(shard));
            }
        }
        else
        {
            Interlocked.CompareExchange(ref _shards[shard], DrainAgain, Draining);
        }
    }

    private async Task Drain(int shard)
    {
        using var quiet = Traces.Quiet();
        do
        {
            Volatile.Write(ref _shards[shard], Draining);
            try
            {
                await grains.GetGrain<IRelayGrain>(Shards.Key(shard)).Drain().ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                log.LogWarning("Shard {Shard} was not drained; the next touch tries again: {Error}", shard, failure.Message);
            }
        }
        while (Interlocked.CompareExchange(ref _shards[shard], Idle, Draining) != Draining);
    }
}
