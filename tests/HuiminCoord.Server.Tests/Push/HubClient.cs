using System.Diagnostics;
using HuiminCoord.Grains.Telemetry;
using HuiminCoord.Server.Push;
using Microsoft.AspNetCore.SignalR.Client;

namespace HuiminCoord.Server.Tests.Push;

/// <summary>A client that remembers everything it was told, in order; it has one connection for each seat it follows.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private readonly List<(string Recipient, InboxItem Item)> _received = [];
    private readonly Dictionary<string, HubConnection> _connections = [];
    private readonly Uri _server;
    private readonly TestSeats _seats;
    private readonly string _language;

    private HubClient(Uri server, TestSeats seats, string language) => (_server, _seats, _language) = (server, seats, language);

    public static Task<HubClient> Connect(TestServer server, string language = "en") => Connect(server.Url, server.Seats, language);

    public static Task<HubClient> Connect(Uri server, TestSeats seats, string language = "en") => Task.FromResult(new HubClient(server, seats, language));

    public Task<InboxPosition> Resume(string recipient, long lastSeq, string campaign = TestServer.Campaign) => ResumeAs(TestSeats.SeatOf(recipient), recipient, lastSeq, campaign);

    /// <summary>Follows an inbox from a seat that may be another's.</summary>
    public async Task<InboxPosition> ResumeAs(string seat, string recipient, long lastSeq, string campaign = TestServer.Campaign) =>
        await (await Connection(seat, campaign)).InvokeAsync<InboxPosition>("Resume", campaign, recipient, lastSeq);

    /// <summary>The connection of a seat.</summary>
    public async Task<HubConnection> Connection(string seat, string? campaign = null)
    {
        if (_connections.TryGetValue(seat, out var known))
        {
            return known;
        }

        var token = await _seats.Token(seat, campaign) ?? await _seats.Token("office-director");
        var connection = new HubConnectionBuilder().WithUrl(new Uri(_server, PushServices.Path), o =>
        {
            o.Headers["Accept-Language"] = _language;
            o.AccessTokenProvider = () => Task.FromResult(token);
        }).Build();
        connection.On<InboxDelivery>(nameof(ICoordinationClient.Deliver), Remember);
        await connection.StartAsync();
        return _connections[seat] = connection;
    }

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

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections.Values)
        {
            await connection.DisposeAsync();
        }
    }

    private void Remember(InboxDelivery delivery)
    {
        foreach (var (_, traceparent) in delivery.Traceparents ?? new Dictionary<long, string>())
        {
            using var receipt = Traces.Continue("receive message", traceparent, ActivityKind.Consumer);
        }

        lock (_received)
        {
            _received.AddRange(delivery.Items.Select(i => (delivery.Recipient, i)));
        }
    }
}
