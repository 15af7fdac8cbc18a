using System.Diagnostics;
using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Bench.Measurements;

/// <summary>The whole audit computed anew, beside one query that reads the same rows.</summary>
internal sealed class VerifyMeasurement : IMeasurement
{
    public string Name => "verify";

    public string About => "sealing what was missed, and audit verify";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        await using var place = await places.New();
        await using var database = await place.OpenReady(cancellation);
        await AuditedCampaign.Store(database, settings.Audited);
        say($"{settings.Audited:N0} rows stored");
        using var keys = new ThrowAwayKeys();
        var watch = Stopwatch.StartNew();
        var round = await new AuditSealing(database, CampaignClock.Live(TimeProvider.System)).Round(keys.Keys, cancellation);
        Expect.That(round.Rows == settings.Audited && round.Gaps.Count == 0, $"{round.Rows} rows were sealed instead of {settings.Audited}.");
        var sealing = round.Rows / watch.Elapsed.TotalSeconds;
        await database.Analyze();
        say($"{sealing:N0} rows/s sealed");

        var (raw, verified) = (new List<double>(), new List<double>());
        for (var i = 0; i <= settings.Rounds; i++)
        {
            raw.Add(await Timed(() => Raw(database, settings.Audited)));
            verified.Add(await Timed(() => Verify(database, keys.Keys, settings.Audited, cancellation)));
            say($"round {i}: {raw[^1]:N1} s raw, {verified[^1]:N1} s verified");
        }

        // The first ones filled the caches.
        return [.. Results(places.Provider, settings.Audited, sealing, raw[1..], verified[1..])];
    }

    private static IEnumerable<Measured> Results(DatabaseProvider provider, int rows, double sealing, List<double> raw, List<double> verified)
    {
        var peer = Measured.Of(provider, $"one raw query for {rows:N0} audit rows", "s", raw);
        yield return peer;
        yield return Measured.Of(provider, $"audit verify, {rows:N0} rows", "s", verified, peer);
        yield return Measured.Of(provider, "sealing what was missed", "1/s", [sealing]);
    }

    private static async Task<double> Timed(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task Verify(CoordinationDatabase database, AuditKeys keys, int rows, CancellationToken cancellation)
    {
        var report = await new AuditVerification(database, keys).Run(null, [], (_, _) => { }, cancellation);
        var found = report.Campaigns.Single();
        Expect.That(report.Sound && found.Rows == rows && found.SealedRows == rows && found.AttestedThrough > 0, $"Not sound: {found}");
    }

    /// <summary>Every column of every row, as texts and numbers.</summary>
    private static async Task Raw(CoordinationDatabase database, int rows)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 300;
        command.CommandText = "SELECT campaign, grain_type, grain_key, seq, at, actor, event_type, body, position FROM audit";
        var (seen, length) = (0, 0L);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            seen++;
            length += reader.GetString(0).Length + reader.GetString(1).Length + reader.GetString(2).Length + reader.GetInt64(3) + reader.GetInt64(4)
                + (reader.IsDBNull(5) ? 0 : reader.GetString(5).Length) + reader.GetString(6).Length + reader.GetString(7).Length + reader.GetInt64(8);
        }

        Expect.That(seen == rows && length > rows, $"{seen} rows were read instead of {rows}.");
    }
}
