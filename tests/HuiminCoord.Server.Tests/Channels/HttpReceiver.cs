using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>A request as it was taken.</summary>
internal sealed record TakenRequest(string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Id => Headers["X-HuiminCoord-Delivery"];

    public JsonNode Json => JsonNode.Parse(Body)!;
}

/// <summary>A web server on loopback that keeps what it is sent.</summary>
internal sealed class HttpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<TakenRequest> _taken = [];

    private HttpReceiver(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    /// <summary>The answer, given once the request is kept.</summary>
    public Func<TakenRequest, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public IReadOnlyList<TakenRequest> Taken
    {
        get
        {
            lock (_taken)
            {
                return [.. _taken];
            }
        }
    }

    /// <summary>Starts one.</summary>
    /// <param name="urls">Where it listens; IPv4 loopback unless told.</param>
    public static async Task<HttpReceiver> Start(string urls = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls(urls);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new HttpReceiver(app);
        app.Run(receiver.Take);
        await app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var request = new TakenRequest(
            http.Request.Path, http.Request.QueryString.Value ?? "", http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(http.RequestAborted));
        lock (_taken)
        {
            _taken.Add(request);
        }

        await Answer(request, http);
    }
}
