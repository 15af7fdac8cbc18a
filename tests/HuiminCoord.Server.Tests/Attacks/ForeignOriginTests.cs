using System.Net;
using System.Net.WebSockets;
using System.Text;
using HuiminCoord.Server.Push;
using HuiminCoord.Server.Tests.Access;
using HuiminCoord.Server.Tests.Console;

namespace HuiminCoord.Server.Tests.Attacks;

/// <summary>Pages of other sites send the visitor's browser to every door that changes something.</summary>
public sealed class ForeignOriginTests : IAsyncLifetime
{
    private TestServer _server = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string[] Origins => ["https://evil.example", "null", "http://127.0.0.1:1", $"{_server.Url.GetLeftPart(UriPartial.Authority)}.evil.example"];

    [Fact]
    public async Task Every_door_that_changes_something_refuses_them_alike()
    {
        using var person = await PageVisitor.In(_server, "office-director");
        await person.Get("/roster");
        await _server.Seats.Token("office-director");
        var doors = Doors.Of(_server).Where(d => d.Method is not ("GET" or "HEAD" or "OPTIONS")).Append(new Door("POST", PushServices.Path + "/negotiate", "connectHub")).Distinct().ToList();
        var before = await TableStates.Of(_server.Database);
        var (wrong, bodies) = (new List<string>(), new HashSet<string>());
        foreach (var door in doors)
        {
            foreach (var origin in Origins)
            {
                foreach (var signed in new[] { false, true })
                {
                    var (status, body) = await Send(door, origin, signed ? person.Session!.Value : null);
                    bodies.Add(body);
                    if (status != HttpStatusCode.Forbidden)
                    {
                        wrong.Add($"{door.Method} {door.Address} from {origin}: {(int)status} {body}");
                    }
                }
            }
        }

        Assert.True(doors.Count > 60, $"{doors.Count} doors");
        Assert.Equal([], wrong);
        Assert.Equal("origin.not-local", Assert.Single(bodies));
        await TableStates.AreStill(before, _server.Database);
    }

    [Fact]
    public async Task None_of_them_opens_the_push_channel()
    {
        foreach (var origin in Origins)
        {
            using var socket = new ClientWebSocket();
            socket.Options.SetRequestHeader("Origin", origin);
            socket.Options.SetRequestHeader("Authorization", $"Bearer {await _server.Seats.Token("office-director")}");
            var address = new UriBuilder(_server.Url) { Scheme = "ws", Path = PushServices.Path }.Uri;
            Assert.Contains("403", (await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>As a browser would send it for a page of another site, with whatever it keeps for this server.</summary>
    private async Task<(HttpStatusCode Status, string Code)> Send(Door door, string origin, string? session)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _server.Url };
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.At(("campaign", TestServer.Campaign), ("unit", "jiaoyu"), ("task", "chi-1"), ("seat", "deputy"), ("duty", "liaison")));
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Origin", origin);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", "from-elsewhere");
        if (session is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", $"huimin-session={session}");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {await _server.Seats.Token("office-director")}");
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, text.Contains("origin.not-local", StringComparison.Ordinal) ? "origin.not-local" : text);
    }
}
