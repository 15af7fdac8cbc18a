using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Bench.Measurements;

/// <summary>A process of its own that starts on a full and on an empty database; on the full one all actors are then activated and weighed.</summary>
internal sealed class StartMeasurement : IMeasurement
{
    /// <summary>Campaigns of the stored units are named after it.</summary>
    public const string Stored = "stored";

    public string Name => "start";

    public string About => "starting with many actors, and what an idle one weighs";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        await using var empty = await places.New();
        await using var full = await places.New();
        await using (var none = await empty.OpenReady(cancellation))
        await using (var database = await full.OpenReady(cancellation))
        {
            await SilentUnit.Store(database, Stored, settings.Stored, DateTimeOffset.UtcNow.AddYears(10));
            await database.Analyze();
        }

        var (without, with) = (new List<Started>(), new List<Started>());
        for (var round = 1; round <= settings.LongRounds; round++)
        {
            without.Add(await StartedChild.Start(empty, 0, cancellation));
            with.Add(await StartedChild.Start(full, round == settings.LongRounds ? settings.Stored : 0, cancellation));
            say($"round {round}: ready after {without[^1].Ready:N0} ms empty, {with[^1].Ready:N0} ms with {settings.Stored:N0} actors");
        }

        return [.. Results(places.Provider, settings.Stored, without, with)];
    }

    private static IEnumerable<Measured> Results(DatabaseProvider provider, int stored, List<Started> without, List<Started> with)
    {
        var peer = Measured.Of(provider, "start on an empty database, host built to ready", "ms", [.. without.Select(s => s.Ready)]);
        yield return peer;
        yield return Measured.Of(provider, $"start with {stored:N0} actors, host built to ready", "ms", [.. with.Select(s => s.Ready)], peer);
        peer = Measured.Of(provider, "start on an empty database, process to first sweep of all shards", "ms", [.. without.Select(s => s.Swept)]);
        yield return peer;
        yield return Measured.Of(provider, $"start with {stored:N0} actors, process to first sweep of all shards", "ms", [.. with.Select(s => s.Swept)], peer);
        yield return Measured.Of(provider, $"activating {stored:N0} idle actors", "1/s", [stored / with[^1].Activated]);
        yield return Measured.Of(provider, $"managed memory per idle actor of {stored:N0}", "KB", [with[^1].Managed / stored / 1024]);
        yield return Measured.Of(provider, $"working set per idle actor of {stored:N0}", "KB", [with[^1].WorkingSet / stored / 1024]);
    }
}

/// <summary>What a started process said.</summary>
/// <param name="Ready">Milliseconds from building the host to its readiness.</param>
/// <param name="Swept">Milliseconds from the process's own start to the end of the first sweep.</param>
/// <param name="Activated">Seconds that the activations took.</param>
/// <param name="Managed">Bytes that they added to the managed heap.</param>
/// <param name="WorkingSet">Bytes that they added to the process.</param>
internal sealed record Started(double Ready, double Swept, double Activated, double Managed, double WorkingSet);
