using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Telemetry;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace HuiminCoord.Grains.Timekeeping;

/// <summary>Sweeps one shard. Sweeps may overlap: an actor that hangs holds up one place, never the rest.</summary>
[GrainType("timekeeper"), Reentrant]
internal sealed class TimekeeperGrain(
    WakeIndex index, WakeFailures failures, TimekeepingOptions options, Homes homes, Instruments instruments, ILogger<TimekeeperGrain> log)
    : Grain, ITimekeeperGrain, IDisposable
{
    private const int PageSize = 256;

    private readonly HashSet<GrainId> _inFlight = [];
    private object? _silos;
    private readonly SemaphoreSlim _places = new(options.Concurrency);

    private int Shard => Shards.FromKey(this.GetPrimaryKeyString());

    public async Task<SweepReport> Sweep(DateTimeOffset now)
    {
        if (homes.IsElsewhere(this.GetGrainId(), ref _silos))
        {
            this.MigrateOnIdle();
        }

        var sweep = new SweepState(now);
        int before;
        do
        {
            before = sweep.Tried.Count;
            await OnePass(sweep);
        }
        while (sweep.Tried.Count > before);
        instruments.Scanned(sweep.Woken);
        return new SweepReport(sweep.Woken, sweep.Failed);
    }

    public void Dispose() => _places.Dispose();

    private async Task OnePass(SweepState sweep)
    {
        var shard = Shard;
        var running = new List<Task>();
        DueWake? after = null;
        while (true)
        {
            // SQLite works on the calling thread, which this grain needs for the answers of the woken.
            var from = after;
            var page = await Task.Run(() => index.Due(shard, sweep.Now, from, PageSize));
            if (page.Count == 0)
            {
                await Task.WhenAll(running);
                return;
            }

            foreach (var due in page.Where(due => _inFlight.Add(due.Grain)))
            {
                await _places.WaitAsync();
                running.Add(WakeOne(due, sweep));
            }

            after = page[^1];
        }
    }

    private async Task WakeOne(DueWake due, SweepState sweep)
    {
        Task? wake = null;
        using var watch = new WakeWatch(instruments, due.Type);
        try
        {
            if (!sweep.Tried.Add((due.Grain, due.WakeAt)))
            {
                throw new InvalidOperationException("It was woken and is still due: its row does not agree with its memory.");
            }

            wake = GrainFactory.GetGrain<IWakeable>(due.Grain).Wake(sweep.Now);
            await wake.WaitAsync(options.WakeTimeout, options.RealTime);
            sweep.Woken++;
            watch.Answered();
            if (due.FailedBefore)
            {
                await Task.Run(() => failures.Clear(due));
            }
        }
        catch (Exception failure)
        {
            sweep.Failed++;
            watch.Failed(failure);
            await Record(due, failure, sweep.Now);
        }
        finally
        {
            _places.Release();
            Land(due, wake);
        }
    }

    /// <summary>An actor is in flight until its call has really come back, however long ago the sweep gave up on it.</summary>
    private void Land(DueWake due, Task? wake)
    {
        if (wake is null || wake.IsCompleted)
        {
            _inFlight.Remove(due.Grain);
        }
        else
        {
            _ = Later();
        }

        async Task Later()
        {
            await wake.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            _inFlight.Remove(due.Grain);
        }
    }

    private async Task Record(DueWake due, Exception failure, DateTimeOffset now)
    {
        var shard = Shard;
        log.LogError(failure, "{Grain} did not wake at {Now:O}: {Error}", due.Grain, now, failure.Message);
        try
        {
            await Task.Run(() => failures.Record(due, shard, failure.Message, now));
        }
        catch (Exception unwritable)
        {
            // The list is for people; the row stays due and the next sweep finds it again.
            log.LogError(unwritable, "The failure of {Grain} could not be listed: {Error}", due.Grain, unwritable.Message);
        }
    }

    /// <summary>What one sweep has done so far.</summary>
    private sealed class SweepState(DateTimeOffset now)
    {
        public DateTimeOffset Now { get; } = now;

        /// <summary>Who was woken for which instant: nobody is woken twice for the same one.</summary>
        public HashSet<(GrainId Grain, long WakeAt)> Tried { get; } = [];

        public int Woken { get; set; }

        public int Failed { get; set; }
    }
}
