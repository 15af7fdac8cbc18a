using System.Diagnostics;
using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;

namespace HuiminCoord.Bench.Measurements;

/// <summary>The schedule's query alone: everything that is due, in all shards, page by page as the timekeepers read it.</summary>
internal sealed class ScanMeasurement : IMeasurement
{
    /// <summary>As the timekeeper has it.</summary>
    private const int PageSize = 256;

    private static readonly DateTimeOffset Now = new(2020, 9, 28, 1, 0, 0, TimeSpan.Zero);

    public string Name => "scan";

    public string About => "reading what is due";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        await using var place = await places.New();
        await using var database = await place.OpenReady(cancellation);
        await SilentUnit.Store(database, "due", settings.Due, Now);
        await database.Analyze();
        var alone = await Rounds(database, settings, cancellation);
        say($"{settings.Due:N0} due of {settings.Due:N0}: {alone[^1].Time:N0} ms");
        await SilentUnit.Store(database, "later", settings.Stored - settings.Due, Now.AddDays(400));
        await database.Analyze();
        var among = await Rounds(database, settings, cancellation);
        say($"{settings.Due:N0} due of {settings.Stored:N0}: {among[^1].Time:N0} ms");
        return [.. Results(places.Provider, settings.Due, settings.Due, alone), .. Results(places.Provider, settings.Due, settings.Stored, among)];
    }

    private static IEnumerable<Measured> Results(DatabaseProvider provider, int due, int stored, List<(double Raw, double Time)> rounds)
    {
        var peer = Measured.Of(provider, $"one raw query for {due:N0} due of {stored:N0}", "ms", [.. rounds.Select(r => r.Raw)]);
        yield return peer;
        yield return Measured.Of(provider, $"wake scan, {due:N0} due of {stored:N0}", "ms", [.. rounds.Select(r => r.Time)], peer);
    }

    private static async Task<List<(double Raw, double Time)>> Rounds(CoordinationDatabase database, BenchSettings settings, CancellationToken cancellation)
    {
        var rounds = new List<(double, double)>();
        for (var round = 0; round <= settings.Rounds; round++)
        {
            rounds.Add((await Timed(() => RawScan(database), settings.Due), await Timed(() => Scan(database, cancellation), settings.Due)));
        }

        // The first one filled the caches.
        return rounds[1..];
    }

    private static async Task<double> Timed(Func<Task<int>> scan, int expected)
    {
        var watch = Stopwatch.StartNew();
        var found = await scan();
        Expect.That(found == expected, $"{found} actors were found due instead of {expected}.");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<int> Scan(CoordinationDatabase database, CancellationToken cancellation)
    {
        var index = new WakeIndex(database);
        var found = 0;
        for (var shard = 0; shard < Shards.Count; shard++)
        {
            IReadOnlyList<DueWake> page = [];
            do
            {
                page = await index.Due(shard, Now, page.Count == 0 ? null : page[^1], PageSize, cancellation);
                found += page.Count;
            }
            while (page.Count > 0);
        }

        return found;
    }

    private static async Task<int> RawScan(CoordinationDatabase database)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT grain_type, grain_key, wake_at FROM grain_state WHERE wake_at <= @now";
        command.Set("now", Now.ToUnixTimeMilliseconds());
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<DueWake>();
        while (await rows.ReadAsync())
        {
            found.Add(new DueWake(GrainId.Create(rows.GetString(0), rows.GetString(1)), rows.GetInt64(2), false));
        }

        return found.Count;
    }
}
