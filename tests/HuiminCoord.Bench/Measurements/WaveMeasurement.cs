using System.Diagnostics;
using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;

namespace HuiminCoord.Bench.Measurements;

/// <summary>Nine o'clock in many districts: every unit fires rungs at the same instant, through the sweeps of all shards, and the relay tells it.</summary>
internal sealed class WaveMeasurement : IMeasurement
{
    /// <summary>A calendar has no longer stretch without a reminder.</summary>
    private const int MostInstants = 40;

    public string Name => "wave";

    public string About => "all units' reminders at one instant";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        await using var place = await places.New();
        await using var database = await place.OpenReady(cancellation);
        var now = await WaveCampaigns.Store(database, settings.WaveCampaigns, cancellation);
        var units = (int)await database.Number($"SELECT count(*) FROM grain_state WHERE grain_type = '{Rooms.Unit}'");
        say($"{units:N0} units in {settings.WaveCampaigns:N0} campaigns are stored");
        await using var silo = await BenchSilo.Start(database, CampaignClock.Virtual(now), cancellation);
        var waves = new List<Wave>();
        for (var instant = 0; waves.Count <= settings.Waves; instant++)
        {
            Expect.That(instant < MostInstants, "The units do not wake at the same instants.");
            if (await Next(silo, database, cancellation) is { Steps: var steps } wave && wave.Woken == units && steps >= units)
            {
                waves.Add(wave);
                say($"wave {waves.Count}: {wave.Woken / wave.Swept:N0} units/s woken, {wave.Steps:N0} steps told after {wave.Swept + wave.Told:0.0} s");
            }
        }

        return [.. Results(places.Provider, units, waves[0], waves[1..])];
    }

    /// <summary>The first wave activates the actors and reads the plans; the others find them in memory.</summary>
    private static IEnumerable<Measured> Results(DatabaseProvider provider, int units, Wave cold, List<Wave> warm)
    {
        var wave = $"wave of {units:N0} units";
        yield return Measured.Of(provider, $"{wave}, woken and stored", "1/s", [.. warm.Select(w => w.Woken / w.Swept)]);
        yield return Measured.Of(provider, $"{wave}, lateness of the last", "s", [.. warm.Select(w => w.Swept)]);
        yield return Measured.Of(provider, $"{wave}, the last is in its inbox after", "s", [.. warm.Select(w => w.Swept + w.Told)]);
        yield return Measured.Of(provider, $"{wave}, steps told by the relay", "1/s", [.. warm.Select(w => w.Steps / w.Told)]);
        yield return Measured.Of(provider, $"{wave}, lateness of the last after a start", "s", [cold.Swept]);
    }

    private static async Task<Wave> Next(BenchSilo silo, CoordinationDatabase database, CancellationToken cancellation)
    {
        var at = await silo.Get<WakeIndex>().NextWake(cancellation: cancellation) ?? throw new InvalidOperationException("Nobody has anything to do.");
        silo.Get<CampaignClock>().Set(at);
        var before = await database.Count("step");
        var watch = Stopwatch.StartNew();
        var woken = await silo.Sweep(at);
        var swept = watch.Elapsed.TotalSeconds;
        await silo.Drain();
        return new(woken, await database.Count("step") - before, swept, watch.Elapsed.TotalSeconds - swept);
    }

    /// <param name="Swept">Seconds from the instant to the last stored wake.</param>
    /// <param name="Told">Seconds from there to the last inbox row.</param>
    private sealed record Wave(int Woken, double Steps, double Swept, double Told);
}
