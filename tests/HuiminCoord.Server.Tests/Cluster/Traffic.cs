using System.Collections.Concurrent;
using System.Diagnostics;

namespace HuiminCoord.Server.Tests.Cluster;

/// <summary>Sends wishes to both servers at once, some of them twice, and kills a server in the middle of it.</summary>
internal sealed class Traffic(TwoServers servers, WishSender sender, int victim, Random seed)
{
    private const int Lanes = 8;

    private readonly int _killAfter = seed.Next(250, 400);
    private readonly ConcurrentBag<Acknowledged> _acknowledged = [];
    private readonly ConcurrentBag<(Acknowledged First, Acknowledged Second)> _again = [];
    private int _count;
    private long _began;
    private long _ended;
    private long _killed;
    private Task _detection = Task.CompletedTask;
    private long _detected;

    public IReadOnlyCollection<Acknowledged> Acknowledged => _acknowledged;

    /// <summary>Wishes that were sent again after they had been acknowledged.</summary>
    public IReadOnlyCollection<(Acknowledged First, Acknowledged Second)> Again => _again;

    /// <summary>The longest time that any client waited which waited after the kill.</summary>
    public TimeSpan LongestWait => After.Max(a => a.Took);

    public int WaitedLong => After.Count(a => a.Took > TimeSpan.FromSeconds(1));

    /// <summary>From the kill to the first answer to a command that was sent after it.</summary>
    public TimeSpan FirstAfter => Stopwatch.GetElapsedTime(_killed, After.Where(a => a.SentAt > _killed).Min(a => a.At));

    /// <summary>From the kill to the survivor's saying that it is alone.</summary>
    public TimeSpan Detected => Stopwatch.GetElapsedTime(_killed, _detected);

    public TimeSpan Took => Stopwatch.GetElapsedTime(_began, _ended);

    public double PerSecondBefore => _killAfter / Stopwatch.GetElapsedTime(_began, _killed).TotalSeconds;

    public int Failures => sender.Failures.Count;

    /// <summary>The longest time for which this process itself did not get on: the machine is busy, whatever the servers do.</summary>
    public TimeSpan Stall { get; private set; }

    private IEnumerable<Acknowledged> After => _acknowledged.Where(a => a.At > _killed);

    /// <summary>Returns when every wish is acknowledged and the survivor knows that it is alone.</summary>
    public async Task Run(IReadOnlyList<Wish> wishes, int repeated)
    {
        var twice = Enumerable.Range(0, wishes.Count).OrderBy(_ => seed.Next()).Take(repeated).ToList();
        var (early, late) = (twice.Take(repeated / 2).ToHashSet(), twice.Skip(repeated / 2).ToHashSet());
        using var stop = new CancellationTokenSource();
        var stalls = MeasureStalls(stop.Token);
        _began = Stopwatch.GetTimestamp();
        await InLanes(Enumerable.Range(0, wishes.Count), async number =>
        {
            var first = await sender.Send(wishes[number], number % 2);
            _acknowledged.Add(first);
            KillWhenItIsTime();
            if (early.Contains(number))
            {
                _again.Add((first, await sender.Send(wishes[number], 1 - first.Server)));
            }
        });
        _ended = Stopwatch.GetTimestamp();
        await _detection;
        var firsts = _acknowledged.ToDictionary(a => a.Wish);
        await InLanes(late, async number => _again.Add((firsts[wishes[number]], await sender.Send(wishes[number], 1 - victim))));
        await stop.CancelAsync();
        await stalls;
    }

    private static Task InLanes(IEnumerable<int> numbers, Func<int, Task> send) => Parallel.ForEachAsync(
        numbers, new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = TestContext.Current.CancellationToken }, async (number, _) => await send(number));

    private void KillWhenItIsTime()
    {
        if (Interlocked.Increment(ref _count) == _killAfter)
        {
            _killed = servers.Kill(victim);
            sender.Leave(victim);
            _detection = Detect();
        }
    }

    private async Task Detect()
    {
        await servers.IsAlone(1 - victim);
        _detected = Stopwatch.GetTimestamp();
    }

    private async Task MeasureStalls(CancellationToken stop)
    {
        var pause = TimeSpan.FromMilliseconds(50);
        while (!stop.IsCancellationRequested)
        {
            var from = Stopwatch.GetTimestamp();
            await Task.Delay(pause, CancellationToken.None);
            var late = Stopwatch.GetElapsedTime(from) - pause;
            Stall = late > Stall ? late : Stall;
        }
    }
}
