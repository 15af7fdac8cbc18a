using System.Diagnostics;
using HuiminCoord.Grains.Telemetry;
using HuiminCoord.Server.Push;
using Microsoft.AspNetCore.SignalR.Client;

namespace HuiminCoord.Server.Tests.Push;

/// <summary>A client that remembers everything it was told, in order.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private readonly List<(string Recipient, InboxItem Item)> _received = [];
    private readonly HubConnection _connection;

    private HubClient(HubConnection connection)
    {
        _connection = connection;
        _connection.On<InboxDelivery>(nameof(ICoordinationClient.Deliver), delivery =>
        {
            foreach (var (_, traceparent) in delivery.Traceparents ?? new Dictionary<long, string>())
            {
                using var receipt = Traces.Continue("receive message", traceparent, ActivityKind.Consumer);
            }

            lock (_received)
            {
                _received.AddRange(delivery.Items.Select(i => (delivery.Recipient, i)));
            }
        });
    }

    public static Task<HubClient> Connect(TestServer server, string language = "en") => Connect(server.Url, language);

    public static async Task<HubClient> Connect(Uri server, string language = "en")
    {
        var client = new HubClient(new HubConnectionBuilder()
            .WithUrl(new Uri(server, PushServices.Path), o => o.Headers["Accept-Language"] = language).Build());
        await client._connection.StartAsync();
        return client;
    }

    public Task<InboxPosition> Resume(string recipient, long lastSeq, string campaign = TestServer.Campaign) =>
        _connection.InvokeAsync<InboxPosition>("Resume", campaign, recipient, lastSeq);

    public IReadOnlyList<InboxItem> Received(string recipient)
    {
        lock (_received)
        {
            return [.. _received.Where(r => r.Recipient == recipient).Select(r => r.Item)];
        }
    }

    /// <summary>Waits until a sequence has come; fails after ten seconds.</summary>
    public Task<IReadOnlyList<InboxItem>> Until(string recipient, long seq) =>
        Eventually(() => Received(recipient), items => items.Count > 0 && items[^1].Seq >= seq);

    public static Task<T> Eventually<T>(Func<T> look, Func<T, bool> enough) => Eventually(() => Task.FromResult(look()), enough);

    public static async Task<T> Eventually<T>(Func<Task<T>> look, Func<T, bool> enough)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(10))
        {
            var seen = await look();
            if (enough(seen))
            {
                return seen;
            }

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"After ten seconds there was still only {seen}.");
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
