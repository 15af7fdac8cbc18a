using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Storage.Rows;
using System.Threading.Channels;

namespace HuiminCoord.Server.Channels;

/// <summary>Works on the channels of one kind, several at once. Slow receivers of one kind never hold up the other.</summary>
internal sealed class ChannelLane(ChannelKind kind, int slots, ChannelQueue queue, Handover handover, TimeProvider time, ILogger log)
{
    /// <summary>How often it looks although nobody hinted: rests end, and dead processes' leases run out.</summary>
    internal static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    /// <summary>After a look for nothing: a wave of hints about seats without channels must not become a wave of queries.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    /// <summary>Where there are very many channels a look takes long: looks for nothing take at most a tenth of the time.</summary>
    private const int QuietTimes = 9;

    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly HashSet<Task> _working = [];

    /// <summary>Something may be waiting.</summary>
    internal void Wake() => _signal.Writer.TryWrite(true);

    /// <summary>Works until the server stops, and until what is under way has ended.</summary>
    internal async Task Run(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                _working.RemoveWhere(t => t.IsCompleted);
                var looked = time.GetTimestamp();
                var claimed = await Claim(stopping);
                var took = time.GetElapsedTime(looked);
                foreach (var channel in claimed)
                {
                    _working.Add(Work(channel, stopping));
                }

                await Rest(claimed.Count > 0 || _working.Count == slots ? TimeSpan.Zero : Quiet + (took * QuietTimes), stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAll(_working);
        }
    }

    private async Task<IReadOnlyList<ChannelRow>> Claim(CancellationToken stopping)
    {
        try
        {
            return _working.Count < slots ? await queue.Claim(kind, slots - _working.Count, stopping) : [];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("{Kind} channels could not be looked at; soon again: {Error}", kind, failure.Message);
            return [];
        }
    }

    private async Task Rest(TimeSpan quiet, CancellationToken stopping)
    {
        await Task.Delay(quiet, time, stopping);
        using var look = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var signal = _signal.Reader.WaitToReadAsync(look.Token).AsTask();
        await Task.WhenAny(signal, Task.Delay(LookEvery, time, look.Token));
        await look.CancelAsync();
        stopping.ThrowIfCancellationRequested();
        _signal.Reader.TryRead(out _);
    }

    private async Task Work(ChannelRow channel, CancellationToken stopping)
    {
        // The claim's caller goes on to the next channel at once.
        await Task.Yield();
        try
        {
            await handover.Deliver(channel, stopping);
        }
        catch (Exception failure)
        {
            if (!stopping.IsCancellationRequested)
            {
                log.LogWarning("A {Kind} channel waits for the end of its lease: {Error}", kind, failure.Message);
            }
        }

        // A slot is free, and more may wait behind what was read.
        Wake();
    }
}
