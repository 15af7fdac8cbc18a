using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Telemetry;
using HuiminCoord.Grains.Timekeeping;
using HuiminCoord.Server.Telemetry;
using HuiminCoord.Server.Tests.Push;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace HuiminCoord.Server.Tests.Telemetry;

/// <summary>Spans are the whole process's: tests that listen to them have it to themselves.</summary>
[CollectionDefinition(nameof(Telemetry), DisableParallelization = true)]
public sealed class TelemetryCollection : ICollectionFixture<TracedServer>;

/// <summary>
/// A served campaign with a collector beside it and one short story: a liaison is named, a report comes in, another is refused,
/// a morning of reminders comes, and an actor fails to wake; a client follows the inboxes.
/// </summary>
public sealed class TracedServer : IAsyncLifetime
{
    /// <summary>Somebody's name and number, in no exported byte.</summary>
    internal const string Name = "苏日娜卡纳莉";
    internal const string Phone = "0471-7654321";
    internal const string Words = "canary-note-4711";

    private const string Unit = $"{TestServer.Path}/units/jiaoyu";

    internal Collector Collector { get; private set; } = null!;

    internal TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Collector = await Collector.Start();
        Server = await TestServer.Start(settings: Variables(Collector));
        await using var client = await HubClient.Connect(Server);
        await client.Resume("jiaoyu/liaison", 0);
        await client.Resume("minzheng/leader", 0);
        await Server.Do($"{Unit}/seats/liaison/name", new { holder = Name, phone = Phone });
        await Server.Do($"{Unit}/obligations/training/submit", new { note = Words });
        await client.Until("jiaoyu/liaison", 1);
        var (status, _) = await Server.Post($"{Unit}/obligations/no-such-duty/submit", new { note = Words });
        Assert.Equal(404, status);
        var before = client.Received("minzheng/leader").Count;
        await Server.RunUntil(new DateOnly(2020, 9, 22), 10);
        var head = (await Server.Get($"{TestServer.Path}/inbox/head?recipient=minzheng/leader"))["item"]!["head"]!.GetValue<int>();
        Assert.True(head > before, "the morning brought no reminder");
        await client.Until("minzheng/leader", head);
        await FailOneWake();
        await HubClient.Eventually(Flush, _ => Collector.Points.Any(p => p.Name == "huimincoord.outbox.oldest_age"));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Collector.DisposeAsync();
    }

    /// <summary>What an operator would set for such a collector.</summary>
    internal static Dictionary<string, string> Variables(Collector collector, string protocol = "http/protobuf") => new()
    {
        [Export.Endpoint] = collector.Url,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol,
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
    };

    /// <summary>Sends what was recorded so far.</summary>
    internal int Flush()
    {
        Assert.True(Server.Service<TracerProvider>().ForceFlush(10_000), "traces were not taken");
        Assert.True(Server.Service<MeterProvider>().ForceFlush(10_000), "metrics were not taken");
        Assert.True(Server.Service<LoggerProvider>().ForceFlush(10_000), "logs were not taken");
        return Collector.Spans.Count;
    }

    /// <summary>A document that a newer program wrote cannot be read: its actor cannot wake.</summary>
    private async Task FailOneWake()
    {
        var shard = Shards.Of("newer-2020");
        using (await Server.Database.Gate.Enter())
        {
            await using var broken = Server.Database.Source.CreateCommand(
                $$"""INSERT INTO grain_state (grain_type, grain_key, version, payload, modified_at) VALUES ('unit', 'newer-2020/x', 1, CAST('{"v":9,"shard":{{shard}},"wakeAt":1}' AS BLOB), 0)""");
            await broken.ExecuteNonQueryAsync();
        }

        using var quiet = Traces.Quiet();
        var report = await Server.Service<IGrainFactory>().GetGrain<ITimekeeperGrain>(Shards.Key(shard)).Sweep(Server.Driver.Now);
        Assert.Equal(1, report.Failed);
    }
}
