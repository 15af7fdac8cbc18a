using System.Diagnostics;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Bench.Measurements;

/// <summary>How far the relay is behind while commands run, and how long it takes to catch up.</summary>
internal sealed class RelayWatch(CoordinationDatabase database)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Most events that waited at one time.</summary>
    public long Deepest { get; private set; }

    /// <summary>How long the oldest of them had waited, at worst.</summary>
    public TimeSpan Oldest { get; private set; }

    /// <summary>Samples until it is told to stop.</summary>
    public async Task Sample(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Every);
        while (!stop.IsCancellationRequested)
        {
            var (depth, at) = await Waiting();
            Deepest = Math.Max(Deepest, depth);
            if (at is { } oldest)
            {
                var age = TimeSpan.FromMilliseconds((await database.Now(CancellationToken.None)).ToUnixTimeMilliseconds() - oldest);
                Oldest = age > Oldest ? age : Oldest;
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>How long it takes until everything is told, from now.</summary>
    public async Task<TimeSpan> Drained(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while ((await Waiting()).Depth > 0)
        {
            Expect.That(watch.Elapsed < Patience, $"The relay has not caught up within {Patience}.");
            await Task.Delay(5, cancellation);
        }

        return watch.Elapsed;
    }

    private async Task<(long Depth, long? OldestAt)> Waiting()
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*), min(at) FROM outbox";
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt64(1));
    }
}
