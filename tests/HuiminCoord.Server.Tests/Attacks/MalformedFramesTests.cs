using System.Net.WebSockets;
using System.Text;
using HuiminCoord.Server.Push;
using HuiminCoord.Server.Tests.Push;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Server.Tests.Attacks;

/// <summary>Ten thousand malformed messages on the push channel, from somebody who is signed in.</summary>
public sealed class MalformedFramesTests : IAsyncLifetime
{
    private const int Seed = 57, Frames = 10_000, Lanes = 4, PerConnection = 2;

    private readonly KeptLogs _logs = new();
    private TestServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _server = await TestServer.Start(with: _logs.Into);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Nobody_else_is_disturbed_and_nothing_is_told_or_changed()
    {
        await using var bystander = await HubClient.Connect(_server);
        await bystander.Resume("minzheng/leader", 0);
        var token = (await _server.Seats.Token("jiaoyu/liaison"))!;
        var (before, said, connections) = (await TableStates.Of(_server.Database), new StringBuilder(), 0);
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(async () =>
        {
            var hostile = new HostileFrames(Seed);
            for (var number = lane; number < Frames;)
            {
                var (next, answers) = await Speak(hostile, token, number);
                number = next;
                lock (said)
                {
                    said.Append(answers);
                    connections++;
                }
            }
        })));

        TestContext.Current.TestOutputHelper!.WriteLine($"{connections} connections, {said.Length} characters said.");
        Assert.True(connections >= Frames / PerConnection, $"{connections} connections");
        Assert.DoesNotContain("民政局", said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.ToString(), StringComparison.Ordinal);
        // SignalR's own word for a refusal is the only one.
        Assert.DoesNotMatch("(?<!Hub)Exception", said.ToString());
        var errors = _logs.Lines.Where(l => l.Level >= LogLevel.Error).Select(l => l.Line.Length <= 600 ? l.Line : l.Line[..600]).ToList();
        Assert.True(errors.Count == 0, $"{errors.Count}:\n{string.Join("\n\n", errors.Take(4))}");
        await TableStates.AreStill(before, _server.Database);
        var head = bystander.Received("minzheng/leader").Count;
        await _server.Do($"{TestServer.Path}/units/minzheng/obligations/liaison/urge", new { });
        await bystander.Until("minzheng/leader", head + 1);
    }

    /// <summary>Sends some of them, says good-bye, and hears what is said until the server hangs up.</summary>
    private async Task<(int Next, string Said)> Speak(HostileFrames hostile, string token, int number)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        await socket.ConnectAsync(new UriBuilder(_server.Url) { Scheme = "ws", Path = PushServices.Path }.Uri, Cancellation);
        var heard = Listen(socket);
        // One in ten begins without the handshake that has to come first.
        if (number % 10 != 0)
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, Cancellation);
        }

        try
        {
            // What comes after a frame that ends the connection is never looked at, so few go over each.
            for (var sent = 0; sent < PerConnection && number < Frames; sent++)
            {
                var (bytes, isText) = hostile.Number(number);
                number += Lanes;
                await socket.SendAsync(bytes, isText ? WebSocketMessageType.Text : WebSocketMessageType.Binary, true, Cancellation);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancellation);
        }
        catch (WebSocketException)
        {
            // The server hung up meanwhile.
        }

        return (number, await heard);
    }

    private static async Task<string> Listen(ClientWebSocket socket)
    {
        var (said, buffer) = (new StringBuilder(), new byte[16_384]);
        try
        {
            while (await socket.ReceiveAsync(buffer, Cancellation) is { MessageType: not WebSocketMessageType.Close } got)
            {
                said.Append(Encoding.UTF8.GetString(buffer, 0, got.Count));
            }
        }
        catch (WebSocketException)
        {
            // Hung up on.
        }

        return said.ToString();
    }
}
