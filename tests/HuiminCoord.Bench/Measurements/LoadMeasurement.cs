using System.Diagnostics;
using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Bench.Measurements;

/// <summary>Durable commands beside raw upserts, and the relay behind them.</summary>
internal sealed class LoadMeasurement : IMeasurement
{
    public string Name => "load";

    public string About => "durable commands beside raw upserts, and the relay's lag";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        await using var place = await places.New();
        await using var database = await place.OpenReady(cancellation);
        await using var silo = await BenchSilo.Start(database, CampaignClock.Live(TimeProvider.System), cancellation);
        var raw = new RawUpserts(database);
        await raw.Prepare();
        var lanes = await Task.WhenAll(Enumerable.Range(0, settings.Lanes).Select(n => CommandLane.Begin(silo, n)));
        await Commands(database, lanes, settings.Load / 2, cancellation);
        await raw.Round(settings.Lanes, settings.Load / 4);

        var (upserts, rounds) = (new List<double>(), new List<LoadRound>());
        for (var round = 1; round <= settings.Rounds; round++)
        {
            upserts.Add(await raw.Round(settings.Lanes, settings.Load));
            rounds.Add(await Commands(database, lanes, settings.Load, cancellation));
            say($"round {round}: {upserts[^1]:N0} upserts/s, {rounds[^1].Rate:N0} commands/s, {rounds[^1].Relayed:N0} events/s told");
        }

        return [.. Results(places.Provider, upserts, rounds)];
    }

    private static IEnumerable<Measured> Results(DatabaseProvider provider, List<double> upserts, List<LoadRound> rounds)
    {
        var peer = Measured.Of(provider, "raw upserts of 1.5 KB", "1/s", upserts);
        yield return peer;
        yield return Measured.Of(provider, "durable commands", "1/s", [.. rounds.Select(r => r.Rate)], peer);
        yield return Measured.Of(provider, "durable command, p50", "ms", [.. rounds.Select(r => r.Median)]);
        yield return Measured.Of(provider, "durable command, p99", "ms", [.. rounds.Select(r => r.Slowest)]);
        yield return Measured.Of(provider, "events told during the load", "1/s", [.. rounds.Select(r => r.Relayed)]);
        yield return Measured.Of(provider, "outbox, most events waiting", "events", [.. rounds.Select(r => (double)r.Deepest)]);
        yield return Measured.Of(provider, "outbox, longest wait of the oldest", "ms", [.. rounds.Select(r => r.Oldest)]);
        yield return Measured.Of(provider, "time to drain after the load", "ms", [.. rounds.Select(r => r.Drain)]);
    }

    internal static async Task<LoadRound> Commands(CoordinationDatabase database, CommandLane[] lanes, TimeSpan length, CancellationToken cancellation)
    {
        var before = await database.Count("audit");
        var relay = new RelayWatch(database);
        using var stop = new CancellationTokenSource();
        var sampling = relay.Sample(stop.Token);
        var watch = Stopwatch.StartNew();
        var times = (await Task.WhenAll(lanes.Select(lane => Task.Run(() => Drive(lane, watch, length), cancellation)))).SelectMany(t => t).Order().ToList();
        var took = watch.Elapsed.TotalSeconds;
        var told = await database.Count("audit") - before;
        await stop.CancelAsync();
        var drain = await relay.Drained(cancellation);
        await sampling;
        return new(times.Count / took, Percentile(times, 0.50), Percentile(times, 0.99), told / took, relay.Deepest, relay.Oldest.TotalMilliseconds, drain.TotalMilliseconds);
    }

    private static async Task<List<double>> Drive(CommandLane lane, Stopwatch watch, TimeSpan length)
    {
        var times = new List<double>();
        while (watch.Elapsed < length)
        {
            var sent = Stopwatch.GetTimestamp();
            await lane.Send();
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return times;
    }

    private static double Percentile(List<double> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];
}

/// <summary>One round of commands: rates per second, times in milliseconds.</summary>
internal sealed record LoadRound(double Rate, double Median, double Slowest, double Relayed, long Deepest, double Oldest, double Drain);
