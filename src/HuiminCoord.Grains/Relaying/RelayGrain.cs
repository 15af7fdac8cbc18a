using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using Orleans.Concurrency;

namespace HuiminCoord.Grains.Relaying;

/// <summary>The one relay of a shard; its key is <see cref="Shards.Key"/>.</summary>
[Alias("relay")]
public interface IRelayGrain : IGrainWithStringKey
{
    /// <summary>Tells everything that was committed before the call.</summary>
    [Alias("drain")]
    Task<RelayReport> Drain();
}

/// <summary>Runs one drain at a time; callers that come meanwhile share the next one.</summary>
[GrainType("relay"), Reentrant]
internal sealed class RelayGrain(Relay relay, Homes homes) : Grain, IRelayGrain
{
    private Task _current = Task.CompletedTask;
    private Task<RelayReport>? _next;
    private object? _silos;

    public Task<RelayReport> Drain()
    {
        if (homes.IsElsewhere(this.GetGrainId(), ref _silos))
        {
            this.MigrateOnIdle();
        }

        return _next ??= Following();
    }

    private async Task<RelayReport> Following()
    {
        // A drain that has not begun sees what all its callers have committed; from here on callers need another one.
        await Task.Yield();
        await _current.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _next = null;
        var shard = Shards.FromKey(this.GetPrimaryKeyString());

        // SQLite works on the calling thread: not on the one that answers this grain's other callers.
        var drain = Task.Run(() => relay.Drain(shard));
        _current = drain;
        return await drain;
    }
}
