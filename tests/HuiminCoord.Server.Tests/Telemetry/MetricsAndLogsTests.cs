using HuiminCoord.Server.Tests.Push;
using HuiminCoord.Grains.Telemetry;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenTelemetry.Trace;

namespace HuiminCoord.Server.Tests.Telemetry;

[Collection(nameof(Telemetry))]
public sealed class MetricsAndLogsTests(TracedServer traced)
{
    private static readonly string[] Tags = ["room", "outcome", "refusal", "rung", "kind"];

    private IEnumerable<ExportedPoint> Ours => traced.Collector.Points.Where(p => p.Meter == Traces.Name);

    [Theory]
    [InlineData("huimincoord.command.duration", "s", "room=unit outcome=done")]
    [InlineData("huimincoord.command.duration", "s", "room=unit outcome=refused refusal=obligation.unknown")]
    [InlineData("huimincoord.wake.duration", "s", "room=unit outcome=done")]
    [InlineData("huimincoord.wake.failures", "{failure}", "room=unit")]
    [InlineData("huimincoord.scan.wakes", "{wake}", "")]
    [InlineData("huimincoord.steps.fired", "{step}", "outcome=delivered rung=t")]
    [InlineData("huimincoord.step.lateness", "s", "outcome=delivered rung=t")]
    [InlineData("huimincoord.relay.batch.size", "{event}", "")]
    [InlineData("huimincoord.relay.batch.duration", "s", "outcome=done")]
    [InlineData("huimincoord.inbox.messages", "{message}", "kind=receipt")]
    [InlineData("huimincoord.push.latency", "s", "")]
    [InlineData("huimincoord.push.connections", "{connection}", "")]
    [InlineData("huimincoord.inbox.gap", "{message}", "")]
    [InlineData("huimincoord.outbox.depth", "{event}", "")]
    [InlineData("huimincoord.outbox.parked", "{event}", "")]
    [InlineData("huimincoord.outbox.oldest_age", "s", "")]
    public void A_metric_arrives_with_its_unit_and_tags(string name, string unit, string tags)
    {
        var points = Ours.Where(p => p.Name == name).ToList();

        Assert.True(points.Exists(p => Text(p.Tags) == tags && p.Count > 0), $"{name} came with: {string.Join("; ", points.Select(p => Text(p.Tags)).Distinct())}");
        Assert.All(points, p => Assert.Equal(unit, p.Unit));
        Assert.All(points, p => Assert.NotEqual("", p.Description));
    }

    [Fact]
    public void Tags_are_few_words_of_ours() => Assert.All(Ours, p => Assert.All(p.Tags, t =>
    {
        Assert.Contains(t.Key, Tags);
        Assert.Matches("^[a-z][a-z.-]*$", t.Value);
    }));

    [Fact]
    public void A_push_is_measured_in_less_than_the_story_took()
    {
        var latency = Ours.Last(p => p.Name == "huimincoord.push.latency");

        Assert.InRange(latency.Value / latency.Count, 0.0001, 10);
    }

    [Theory]
    [InlineData("Microsoft.Orleans")]
    [InlineData("System.Runtime")]
    [InlineData("Microsoft.AspNetCore.Hosting")]
    public void The_meters_that_we_stand_on_arrive_too(string meter) => Assert.Contains(traced.Collector.Points, p => p.Meter == meter);

    [Fact]
    public void A_refusal_is_logged_in_the_trace_of_its_request()
    {
        var line = Assert.Single(traced.Collector.Logs, l => l.Values.GetValueOrDefault("Code") == "obligation.unknown");

        Assert.Contains(traced.Collector.Spans, s => s.Trace == line.Trace && s.Source == "Microsoft.AspNetCore");
        Assert.Equal("unit/huimin-2020/jiaoyu refused Submit: obligation.unknown", line.Body);
        Assert.Equal("Submit", line.Values["Command"]);
    }

    [Fact]
    public void A_failed_wake_is_logged_in_the_trace_of_the_wake()
    {
        var line = Assert.Single(traced.Collector.Logs, l => l.Body.Contains("did not wake", StringComparison.Ordinal));

        Assert.Contains(traced.Collector.Spans, s => s.Trace == line.Trace && s.Name == "wake" && s.Tags.ContainsKey("error.type"));
    }

    [Fact]
    public async Task A_collector_that_speaks_gRPC_is_served_as_well()
    {
        await using var collector = await Collector.Start(HttpProtocols.Http2);
        await using var server = await TestServer.Start(begin: false, settings: TracedServer.Variables(collector, "grpc"));

        await server.Get("/api/v1/campaigns");

        // The request's span ends a moment after its answer has arrived.
        var spans = await HubClient.Eventually(
            () =>
            {
                Assert.True(server.Service<TracerProvider>().ForceFlush(10_000));
                return collector.Spans.ToList();
            },
            all => all.Any(s => s.Tags.GetValueOrDefault("url.path") == "/api/v1/campaigns"));
        Assert.Contains(spans, s => s.Tags.GetValueOrDefault("url.path") == "/api/v1/campaigns");
    }

    private static string Text(IReadOnlyDictionary<string, string> tags) => string.Join(' ', Tags.Where(tags.ContainsKey).Select(t => $"{t}={tags[t]}"));
}
