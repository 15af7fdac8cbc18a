using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Grains.Timekeeping;

/// <summary>Keeps the timekeepers and relays going: every silo touches each of them every few seconds of real time.</summary>
/// <remarks>
/// No single silo has to live for this, and touching twice does no harm. On the way it compares the clocks and, now and then,
/// forgets old command keys and settled failures. It does nothing in a rehearsal.
/// </remarks>
public sealed class TimekeeperTouch(
    IGrainFactory grains, RelayTrigger relays, CampaignClock clock, CommandMemory memory, WakeFailures failures, CoordinationDatabase database,
    TimekeepingOptions options, ILogger<TimekeeperTouch> log) : BackgroundService
{
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromMinutes(10);

    private readonly Task?[] _sweeps = new Task?[Shards.Count];
    private DateTimeOffset _forgotten;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Touching)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.TouchEvery, options.RealTime);
        try
        {
            do
            {
                await TouchAll(stoppingToken).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what is due stays due.
        }
    }

    private async Task TouchAll(CancellationToken cancellation)
    {
        using var quiet = Traces.Quiet();
        try
        {
            await clock.Sample(() => database.Now(cancellation)).ConfigureAwait(false);
            await ForgetOldKeys(cancellation).ConfigureAwait(false);
            await failures.ForgetSettled(clock.Now, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("The database did not answer the touch: {Error}", failure.Message);
        }

        if (!clock.IsReady)
        {
            log.LogError("This silo's clock is {Skew} off the database's: nobody is woken from here.", clock.Skew);
        }

        for (var shard = 0; shard < Shards.Count; shard++)
        {
            relays.Touch(shard);
            if (clock.IsReady && _sweeps[shard] is not { IsCompleted: false })
            {
                _sweeps[shard] = Sweep(shard);
            }
        }
    }

    private async Task Sweep(int shard)
    {
        try
        {
            await grains.GetGrain<ITimekeeperGrain>(Shards.Key(shard)).Sweep(clock.Now).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            log.LogWarning("Shard {Shard} was not swept; the next touch tries again: {Error}", shard, failure.Message);
        }
    }

    private async Task ForgetOldKeys(CancellationToken cancellation)
    {
        if (options.RealTime.GetUtcNow() - _forgotten >= ForgetEvery)
        {
            _forgotten = options.RealTime.GetUtcNow();
            await memory.Forget(cancellation).ConfigureAwait(false);
        }
    }
}
