using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using HuiminCoord.Bench.Measurements;
using HuiminCoord.Bench.Places;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Units;

namespace HuiminCoord.Bench;

/// <summary>The process that <see cref="StartMeasurement"/> starts: cold code, a heap of its own.</summary>
internal static class StartedChild
{
    private const string Name = "started-child";
    private const int Callers = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Starts such a process and waits for its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; its own words are on the error stream.</exception>
    public static async Task<Started> Start(ThrowAway place, int activate, CancellationToken cancellation)
    {
        var assembly = typeof(StartedChild).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, Name, place.Provider.ToString(), place.Place, $"{activate}"]) { RedirectStandardOutput = true })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var said = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Expect.That(process.ExitCode == 0, $"The started process ended with {process.ExitCode}.");
            return JsonSerializer.Deserialize<Started>(said)!;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The command that the process is started with; people have no use for it.</summary>
    public static Command Command()
    {
        var provider = new Argument<DatabaseProvider>("provider");
        var place = new Argument<string>("place");
        var activate = new Argument<int>("activate");
        var command = new Command(Name) { provider, place, activate };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => Run(parsed.GetValue(provider), parsed.GetValue(place)!, parsed.GetValue(activate), cancellation));
        return command;
    }

    private static async Task<int> Run(DatabaseProvider provider, string place, int activate, CancellationToken cancellation)
    {
        await using var database = ThrowAway.Open(provider, place);
        await database.CreateOrUpgrade(cancellation);
        var build = Stopwatch.StartNew();
        await using var silo = await BenchSilo.Start(database, CampaignClock.Live(TimeProvider.System), cancellation);
        var ready = build.Elapsed.TotalMilliseconds;
        await silo.Sweep(silo.Get<CampaignClock>().Now);
        using var self = Process.GetCurrentProcess();
        var swept = (DateTime.Now - self.StartTime).TotalMilliseconds;
        var (took, managed, workingSet) = await Activate(silo, activate);
        Console.Out.Write(JsonSerializer.Serialize(new Started(ready, swept, took, managed, workingSet)));
        return 0;
    }

    private static async Task<(double Seconds, double Managed, double WorkingSet)> Activate(BenchSilo silo, int count)
    {
        var (managed, workingSet) = Memory();
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            SilentUnit.Keys(StartMeasurement.Stored, count),
            new ParallelOptions { MaxDegreeOfParallelism = Callers },
            // Nothing is due: the actor reads its document and goes idle.
            async (key, _) => await silo.Grains.GetGrain<IUnitGrain>(key).Wake(DateTimeOffset.UnixEpoch));
        var took = watch.Elapsed.TotalSeconds;
        var (managedAfter, workingSetAfter) = Memory();
        return (took, managedAfter - managed, workingSetAfter - workingSet);
    }

    private static (double Managed, double WorkingSet) Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
    }
}
