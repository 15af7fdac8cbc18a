using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Server.Hosting;
using HuiminCoord.Server.Rehearsals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Bench.Places;

/// <summary>The server's own silo and rooms in this process, without its doors.</summary>
internal sealed class BenchSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private BenchSilo(IHost host) => _host = host;

    public IGrainFactory Grains => Get<IGrainFactory>();

    /// <summary>Starts it; the database stays the caller's.</summary>
    public static async Task<BenchSilo> Start(CoordinationDatabase database, CampaignClock clock, CancellationToken cancellation)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error);
        builder.AddCoordination(database, clock);
        builder.Services.AddRehearsing();
        var host = builder.Build();
        await host.StartAsync(cancellation);
        return new BenchSilo(host);
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Sweeps all shards at once. A failed wake ends the benchmark.</summary>
    /// <returns>How many actors were woken.</returns>
    public async Task<int> Sweep(DateTimeOffset now)
    {
        var reports = await Task.WhenAll(Enumerable.Range(0, Shards.Count).Select(s => Grains.GetGrain<ITimekeeperGrain>(Shards.Key(s)).Sweep(now)));
        return reports.Sum(r => r.Failed) is > 0 and var failed ? throw new InvalidOperationException($"{failed} actors did not wake.") : reports.Sum(r => r.Woken);
    }

    /// <summary>Drains all shards at once. A refused or waiting event ends the benchmark.</summary>
    /// <returns>How many events were told.</returns>
    public async Task<int> Drain()
    {
        var reports = await Task.WhenAll(Enumerable.Range(0, Shards.Count).Select(Drain));
        return reports.Sum(r => r.Failed + r.Waiting) is > 0 and var stuck ? throw new InvalidOperationException($"{stuck} actors' events could not be told.") : reports.Sum(r => r.Applied);
    }

    /// <summary>A wave of ten thousand units takes a relay longer than Orleans waits for an answer; it goes on, and is asked again.</summary>
    private async Task<RelayReport> Drain(int shard)
    {
        while (true)
        {
            try
            {
                return await Grains.GetGrain<IRelayGrain>(Shards.Key(shard)).Drain();
            }
            catch (TimeoutException)
            {
                await Task.Yield();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
