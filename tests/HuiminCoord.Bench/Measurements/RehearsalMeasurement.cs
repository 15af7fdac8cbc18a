using System.Diagnostics;
using HuiminCoord.Bench.Places;
using HuiminCoord.Bench.Results;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Commands;
using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Bench.Measurements;

/// <summary>The whole shipped plan in virtual time, start and stop of its silo included.</summary>
internal sealed class RehearsalMeasurement : IMeasurement
{
    public string Name => "rehearsal";

    public string About => "the whole shipped plan in virtual time";

    public async Task<IReadOnlyList<Measured>> Run(Databases places, BenchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        var rounds = new List<Round>();
        for (var round = 1; round <= settings.LongRounds; round++)
        {
            rounds.Add(await Once(places, cancellation));
            say($"round {round}: {rounds[^1].Wall:0.00} s, {rounds[^1].Events:N0} events");
        }

        return
        [
            Measured.Of(places.Provider, "rehearsal, wall time", "s", [.. rounds.Select(r => r.Wall)]),
            Measured.Of(places.Provider, "rehearsal, processor time of the server", "s", [.. rounds.Select(r => r.Processor)]),
            Measured.Of(places.Provider, "rehearsal, events", "1/s", [.. rounds.Select(r => r.Events / r.Wall)]),
            Measured.Of(places.Provider, "rehearsal, allocated per event", "KB", [.. rounds.Select(r => r.Allocated / r.Events / 1024)]),
        ];
    }

    private static async Task<Round> Once(Databases places, CancellationToken cancellation)
    {
        await using var place = await places.New();
        var (file, until) = (PlanFile.Shipped(), new DateOnly(2021, 11, 30));
        var plan = file.Require();
        var request = new RehearsalRequest(plan, file.Json, 1, ChinaTime.StartOf(plan.Document.IssuedOn), ChinaTime.EndOf(until), []);
        using var process = Process.GetCurrentProcess();
        var (processor, allocated, watch) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        await new Rehearsal(request, place.Open).Run(_ => { }, cancellation);
        var wall = watch.Elapsed.TotalSeconds;
        process.Refresh();
        await using var database = place.Open();
        return new(wall, (process.TotalProcessorTime - processor).TotalSeconds, await database.Count("audit"), GC.GetTotalAllocatedBytes() - allocated);
    }

    private sealed record Round(double Wall, double Processor, double Events, double Allocated);
}
