using System.Text;
using HuiminCoord.Server.Tests.Commands;
using HuiminCoord.Server.Tests.Push;

namespace HuiminCoord.Server.Tests.Telemetry;

/// <summary>A command and a reminder are one trace each, from their beginning to the client's receipt.</summary>
[Collection(nameof(Telemetry))]
public sealed class OneTraceTests(TracedServer traced)
{
    private IReadOnlyList<ExportedSpan> Spans => traced.Collector.Spans;

    [Fact]
    public void A_command_is_one_trace_from_its_request_to_the_clients_receipt()
    {
        var request = Assert.Single(Spans, s => s.Source == "Microsoft.AspNetCore" && PathOf(s).EndsWith("/units/jiaoyu/obligations/training/submit", StringComparison.Ordinal));
        TestContext.Current.TestOutputHelper!.WriteLine(TraceTree.Of(Spans, request.Trace));

        var receipt = Assert.Single(Spans, s => s.Trace == request.Trace && s.Name == "receive message");
        Assert.Equal(
            ["receive message", "push message", "relay event", "decide command", "IUnitGrain/Do", "IUnitGrain/Do"],
            Ancestry(receipt).Select(s => s.Name).Take(6));
        Assert.Equal(request.Id, Ancestry(receipt)[^1].Id);
    }

    [Fact]
    public void A_reminder_is_one_trace_from_the_wake_to_the_clients_receipt()
    {
        var receipt = Spans.Last(s => s.Name == "receive message" && Ancestry(s)[^1].Name == "wake");
        TestContext.Current.TestOutputHelper!.WriteLine(TraceTree.Of(Spans, receipt.Trace));

        Assert.Equal(
            ["receive message", "push message", "relay event", "decide wake", "IWakeable/Wake", "IWakeable/Wake", "wake"],
            Ancestry(receipt).Select(s => s.Name));
        Assert.Equal("unit", Ancestry(receipt)[^1].Tags["huimincoord.room"]);
    }

    [Fact]
    public async Task The_watch_command_is_in_the_trace_of_what_it_prints()
    {
        using var watch = ServerProcess.Start(Path.GetTempPath(), new Dictionary<string, string>(TracedServer.Variables(traced.Collector)) { ["HUIMINCOORD_PASSWORD"] = await traced.Server.Seats.Phrase }, "watch", "--unit", "minzheng", "--seat", "leader", "--url", $"{traced.Server.Url}");
        await HubClient.Eventually(() => watch.Errors, lines => lines.Any(l => l.Contains("connected to", StringComparison.Ordinal)));
        await traced.Server.Do($"{TestServer.Path}/units/minzheng/obligations/training/submit", new { });
        await watch.Printed(lines => lines.Any(l => l.Contains("回执", StringComparison.Ordinal) || l.Contains("training", StringComparison.Ordinal)), "the receipt");
        await HubClient.Eventually(() => Spans, spans => spans.Any(s => s.Service == "huimincoord-watch"));
        traced.Flush();

        var receipt = Assert.Single(Spans, s => s.Service == "huimincoord-watch");
        Assert.EndsWith("/units/minzheng/obligations/training/submit", PathOf(Ancestry(receipt)[^1]), StringComparison.Ordinal);
        Assert.Equal("huimincoord", Ancestry(receipt)[^1].Service);
    }

    [Fact]
    public void A_batch_links_to_the_traces_of_all_its_events()
    {
        var events = Spans.Where(s => s.Name == "relay event").ToList();
        var batches = Spans.Where(s => s.Name == "relay batch").ToList();

        Assert.Contains(batches, b => b.LinkedTraces.Distinct().Count() > 1);
        Assert.All(events, e => Assert.Contains(batches, b => e.LinkedTraces.Contains(b.Trace) && b.LinkedTraces.Contains(e.Trace)));
    }

    [Fact]
    public void Looking_for_work_is_nobodys_trace() => Assert.DoesNotContain(Spans, s =>
        s.Name.Contains("Drain", StringComparison.Ordinal) || s.Name.Contains("Sweep", StringComparison.Ordinal) || s.Name == "quiet");

    [Fact]
    public void No_exported_byte_knows_a_name_a_number_or_what_somebody_wrote()
    {
        Assert.True(traced.Collector.Bytes.Sum(b => b.Length) > 10_000, "too little was exported to say so");
        Assert.All(
            new[] { TracedServer.Name, TracedServer.Phone, TracedServer.Words },
            canary => Assert.All(traced.Collector.Bytes, sent => Assert.Equal(-1, sent.AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)))));
    }

    /// <summary>The span and what it is in, up to the first span of the trace.</summary>
    private List<ExportedSpan> Ancestry(ExportedSpan span)
    {
        var up = new List<ExportedSpan> { span };
        while (Spans.FirstOrDefault(s => s.Trace == span.Trace && s.Id == up[^1].Parent) is { } parent)
        {
            up.Add(parent);
        }

        return up;
    }

    private static string PathOf(ExportedSpan span) => span.Tags.GetValueOrDefault("url.path", "");
}
