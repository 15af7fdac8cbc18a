using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace HuiminCoord.Bench.Measurements;

/// <summary>What sealing costs: the load of <see cref="LoadMeasurement"/> without and with the sealer, in turns.</summary>
internal sealed class SealingMeasurement : IMeasurement
{
    public string Name => "sealing";

    public string About => "durable commands without and with the audit being sealed";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        await using var place = await places.New();
        await using var database = await place.OpenReady(cancellation);
        await using var silo = await BenchSilo.Start(database, CampaignClock.Live(TimeProvider.System), cancellation);
        using var keys = new ThrowAwayKeys();
        var sealing = new AuditSealing(database, silo.Get<CampaignClock>());
        var lanes = await Task.WhenAll(Enumerable.Range(0, settings.Lanes).Select(n => CommandLane.Begin(silo, n)));
        await LoadMeasurement.Commands(database, lanes, settings.Load / 2, cancellation);

        var (bare, kept, waits, most) = (new List<LoadRound>(), new List<LoadRound>(), new List<double>(), new List<double>());
        for (var round = 1; round <= settings.Rounds * 2; round++)
        {
            bare.Add(await LoadMeasurement.Commands(database, lanes, settings.Load, cancellation));

            // What was told until now is not this round's work.
            await sealing.Round(keys.Keys, cancellation);
            var watch = new SealWatch(database);
            using var sealer = new AuditSealer(sealing, database, keys.Places, TimeProvider.System, NullLogger<AuditSealer>.Instance);
            using var stop = new CancellationTokenSource();
            await sealer.StartAsync(cancellation);
            var watching = watch.Sample(stop.Token);
            kept.Add(await LoadMeasurement.Commands(database, lanes, settings.Load, cancellation));
            await stop.CancelAsync();
            await watching;
            await sealer.StopAsync(cancellation);
            waits.Add(watch.Longest.TotalMilliseconds);
            most.Add(watch.Most);
            say($"round {round}: {bare[^1].Rate:N0} commands/s not sealed, {kept[^1].Rate:N0} sealed, longest wait for a seal {waits[^1]:N0} ms");
        }

        await Sound(database, keys, cancellation);
        return [.. Results(places.Provider, bare, kept, waits, most)];
    }

    private static IEnumerable<Measured> Results(DatabaseProvider provider, List<LoadRound> bare, List<LoadRound> kept, List<double> waits, List<double> most)
    {
        foreach (var (name, unit, part) in new (string, string, Func<LoadRound, double>)[]
        {
            ("durable commands", "1/s", r => r.Rate), ("durable command, p50", "ms", r => r.Median), ("durable command, p99", "ms", r => r.Slowest), ("events told", "1/s", r => r.Relayed),
        })
        {
            var peer = Measured.Of(provider, $"{name}, audit not sealed", unit, [.. bare.Select(part)]);
            yield return peer;
            yield return Measured.Of(provider, $"{name}, audit sealed", unit, [.. kept.Select(part)], peer);
        }

        yield return Measured.Of(provider, "longest wait for a seal", "ms", waits);
        yield return Measured.Of(provider, "most rows waiting for a seal", "rows", most);
    }

    private static async Task Sound(CoordinationDatabase database, ThrowAwayKeys keys, CancellationToken cancellation)
    {
        await new AuditSealing(database, CampaignClock.Live(TimeProvider.System)).Round(keys.Keys, cancellation);
        var report = await new AuditVerification(database, keys.Keys).Run(null, [keys.Places.Checkpoints], (_, _) => { }, cancellation);
        Expect.That(report.Sound && report.Campaigns.All(c => c.Rows == c.SealedRows), "The audit is not sound.");
    }
}
