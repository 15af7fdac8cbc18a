using System.CommandLine;
using HuiminCoord.Bench.Measurements;
using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Tests;

namespace HuiminCoord.Bench;

/// <summary>The one command.</summary>
internal static class BenchCommand
{
    /// <summary>In this order: what disturbs memory and files most comes last.</summary>
    private static readonly IMeasurement[] All =
    [
        new LoadMeasurement(), new SealingMeasurement(), new VerifyMeasurement(),
        new ScanMeasurement(), new WaveMeasurement(), new ChannelMeasurement(), new RehearsalMeasurement(), new SizeMeasurement(), new StartMeasurement(), new AccessMeasurement(),
        new ConsolidationMeasurement(), new WorkbooksMeasurement(), new HostileMeasurement(), new PagesMeasurement(), new CircuitsMeasurement(), new SittingMeasurement(),
    ];

    internal static Task<int> Run(string[] args)
    {
        var quick = new Option<bool>("--quick") { Description = "Smaller numbers and fewer rounds: shows that everything works; not for comparing." };
        var only = new Option<string[]>("--only") { Description = $"Only these: {string.Join(", ", All.Select(m => m.Name))}.", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong([.. All.Select(m => m.Name)]);
        var json = new Option<FileInfo?>("--json") { Description = "Write the results to this file." };
        var against = new Option<FileInfo>("--against") { Description = "Show what changed since this result file." };
        var root = new RootCommand("Measures HuiminCoord on SQLite and on a PostgreSQL server of its own.") { quick, only, json, against, StartedChild.Command() };
        against.AcceptExistingOnly();
        root.SetAction((parsed, cancellation) => Measure(
            new BenchSettings(parsed.GetValue(quick)), parsed.GetValue(only) ?? [], parsed.GetValue(json), parsed.GetValue(against), cancellation));
        return root.Parse(args).InvokeAsync(cancellationToken: CancellationToken.None);
    }

    private static async Task<int> Measure(BenchSettings settings, string[] only, FileInfo? json, FileInfo? against, CancellationToken cancellation)
    {
        var before = against is null ? null : ResultFile.Read(against);
        var say = new Progress();
        var results = new List<Measured>();
        await using var server = new PostgreSqlServer();
        foreach (var measurement in All.Where(m => only.Length == 0 || only.Contains(m.Name)))
        {
            foreach (var places in new[] { new Databases(DatabaseProvider.Sqlite, server), new Databases(DatabaseProvider.PostgreSql, server) })
            {
                say.Begin(measurement, places.Provider);
                results.AddRange(await measurement.Run(places, settings, say.Say, cancellation));
            }
        }

        var file = await ResultFile.Of(settings, results, say.Elapsed, new Databases(DatabaseProvider.PostgreSql, server), cancellation);
        ResultTable.Print(file, before);
        json?.Directory?.Create();
        if (json is not null)
        {
            await file.Write(json, cancellation);
        }

        return 0;
    }
}
