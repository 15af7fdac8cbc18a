using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HuiminCoord.Server.Tests.Access;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Server.Tests.Attacks;

/// <summary>Ten thousand malformed requests over raw connections.</summary>
public sealed class MalformedHttpTests : IAsyncLifetime
{
    private const int Seed = 57, Requests = 10_000, AtOnce = 8;

    /// <summary>What tells of how a server is made.</summary>
    private static readonly string[] TooMuch = ["Exception", "   at ", ".cs:line", "System.", "SELECT ", "/src/", "Npgsql", "Sqlite"];

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly KeptLogs _logs = new();
    private TestServer _server = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _server = await TestServer.Start(with: _logs.Into);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <remarks>505 is the protocol's own answer to a version that is none.</remarks>
    [Fact]
    public async Task None_is_an_error_of_the_server_and_none_changes_anything()
    {
        var token = (await _server.Seats.Token("jiaoyu/liaison"))!;
        var doors = Doors.Of(_server).Where(d => !d.Address.StartsWith("/api/v1/session", StringComparison.Ordinal)).ToList();
        var hostile = new HostileRequests(Seed, doors, token);
        var (wrong, seen) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<int, int>());
        var before = await TableStates.Of(_server.Database);
        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken }, async (number, cancellation) =>
        {
            var request = hostile.Number(number);
            var answer = await Ask(request, cancellation);
            var status = answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;
            seen.AddOrUpdate(status, 1, (_, n) => n + 1);
            if (status is >= 500 and not 505 || answer.Contains(token, StringComparison.Ordinal) || (status >= 400 && TooMuch.Any(t => answer.Contains(t, StringComparison.Ordinal))))
            {
                wrong.Enqueue($"seed {Seed}, request {number}:\n{Cut(Encoding.UTF8.GetString(request))}\n→ {Cut(answer)}");
            }
        });

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(", ", seen.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));
        Assert.True(wrong.IsEmpty, $"{wrong.Count}:\n{string.Join("\n\n", wrong.Take(5))}");
        Assert.True(seen.Count >= 5 && seen.GetValueOrDefault(400) > 500 && seen.GetValueOrDefault(401) > 500, "The requests are not as various as they should be.");
        var errors = _logs.Lines.Where(l => l.Level >= LogLevel.Error).Select(l => Cut(l.Line)).ToList();
        Assert.True(errors.Count == 0, $"{errors.Count}:\n{string.Join("\n\n", errors.Take(5))}");
        await TableStates.AreStill(before, _server.Database);
        Assert.Equal(11, (await _server.Get($"{TestServer.Path}/units"))["items"]!.AsArray().Count);
    }

    /// <summary>Sends, and reads to the end; what the server waits for in vain is then said not to come.</summary>
    private async Task<string> Ask(byte[] request, CancellationToken cancellation)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, _server.Url.Port, cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        var answer = new MemoryStream();
        var stream = tcp.GetStream();
        try
        {
            await stream.WriteAsync(request, limit.Token);
            var answered = stream.CopyToAsync(answer, limit.Token);
            if (await Task.WhenAny(answered, Task.Delay(Patience, cancellation)) != answered)
            {
                tcp.Client.Shutdown(SocketShutdown.Send);
            }

            await answered;
        }
        catch (IOException)
        {
            // Hung up on: what came before counts.
        }
        catch (SocketException)
        {
            // The same, while shutting down.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    private static string Cut(string text) => text.Length <= 600 ? text : text[..600] + "…";
}
