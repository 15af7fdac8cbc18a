using System.Diagnostics;
using HuiminCoord.Bench.Places;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Bench.Measurements;

/// <summary>How long rows wait for their seal while commands run.</summary>
internal sealed class SealWatch(CoordinationDatabase database)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);

    /// <summary>Most rows that waited at one time.</summary>
    public long Most { get; private set; }

    /// <summary>The longest wait of a row, to the sampling's 50 ms.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>Samples until it is told to stop and what was there then is sealed.</summary>
    public async Task Sample(CancellationToken stop)
    {
        var waiting = new Queue<(long At, long Told)>();
        using var timer = new PeriodicTimer(Every);
        for (var last = false; !last || waiting.Count > 0; await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            // What is sealed first, or rows that come in between would count as sealed.
            var done = await database.Number("SELECT coalesce(sum(position), 0) FROM audit_seal_head");
            var told = await database.Number("SELECT coalesce(sum(position), 0) FROM audit_head");
            Most = Math.Max(Most, told - done);
            while (waiting.TryPeek(out var oldest) && oldest.Told <= done)
            {
                waiting.Dequeue();
                var took = Stopwatch.GetElapsedTime(oldest.At);
                Longest = took > Longest ? took : Longest;
            }

            last = stop.IsCancellationRequested;
            if (!last && told > done)
            {
                waiting.Enqueue((Stopwatch.GetTimestamp(), told));
            }
        }
    }
}
