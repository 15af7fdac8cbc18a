using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using HuiminCoord.Server.Api.Doors;

namespace HuiminCoord.Server.Tests.Api;

public sealed class LocalOnlyTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080;http://[::1]:5081")]
    [InlineData("https://127.3.2.1:443")]
    public void Loopback_addresses_are_listened_on(string urls) => LoopbackOnly.Require([urls]);

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:80")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://127.0.0.1:5080;http://10.0.0.5:5080")]
    [InlineData("http://example.org:5080")]
    [InlineData("http://localhost.example.org:5080")]
    public void Other_addresses_are_refused(string urls) => Assert.Throws<LoopbackOnlyException>(() => LoopbackOnly.Require([urls]));

    [Theory]
    [InlineData("example.org", 421, "host.not-local")]
    [InlineData("localhost.example.org:80", 421, "host.not-local")]
    [InlineData("192.168.1.7", 421, "host.not-local")]
    [InlineData("localhost", 200, null)]
    [InlineData("[::1]:99", 200, null)]
    public async Task A_name_that_points_here_from_elsewhere_is_refused(string host, int status, string? code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/campaigns");
        request.Headers.Host = host;
        var (answered, body) = await Server.Send(request);
        Assert.Equal((status, code), (answered, (string?)body["code"]));
    }

    [Theory]
    [InlineData("https://example.org", 403)]
    [InlineData("null", 403)]
    [InlineData("http://localhost:3000", 403)]
    [InlineData("self", 200)]
    public async Task A_page_from_elsewhere_is_refused(string origin, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/campaigns");
        request.Headers.Add("Origin", origin == "self" ? Server.Url.GetLeftPart(UriPartial.Authority) : origin);
        var (answered, body) = await Server.Send(request);
        Assert.Equal((status, status == 403 ? "origin.not-local" : null), (answered, (string?)body["code"]));
    }

    [Fact]
    public async Task A_page_from_elsewhere_cannot_open_the_push_channel()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://example.org");
        var address = new UriBuilder(Server.Url) { Scheme = "ws", Path = "/hubs/coordination" }.Uri;
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Idempotency-Key: \u00e4\r\n", 400, "command.key-malformed")]
    [InlineData("Idempotency-Key: a\r\nIdempotency-Key: b\r\n", 400, "command.key-malformed")]
    public async Task Headers_that_no_polite_client_sends_are_refused(string header, int status, string code)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, Server.Url.Port, TestContext.Current.CancellationToken);
        var head = $"POST {TestServer.Path}/units/minzheng/obligations/training/submit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\nAuthorization: Bearer {await Server.Seats.Token("minzheng/liaison")}\r\n{header}\r\n{{}}";
        await tcp.GetStream().WriteAsync(Encoding.Latin1.GetBytes(head), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(tcp.GetStream(), Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
        Assert.True(answer.Contains(code, StringComparison.Ordinal) || answer.Contains("Content-Length: 0", StringComparison.Ordinal), answer);
    }
}
