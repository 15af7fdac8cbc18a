using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Server.Tests.Telemetry;

/// <summary>A collector on loopback that keeps everything it is sent, by OTLP over HTTP/protobuf or gRPC.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private const int GrpcFrame = 5;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Signal, byte[] Bytes)> _requests = new();

    private Collector(HttpProtocols protocols)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.ConfigureEndpointDefaults(e => e.Protocols = protocols));
        _app = builder.Build();
        _app.Run(Take);
    }

    internal string Url => _app.Urls.Single();

    internal IReadOnlyList<ExportedSpan> Spans => [.. Requests("trace").SelectMany(ExportedSpan.Read)];

    internal IReadOnlyList<ExportedPoint> Points => [.. Requests("metric").SelectMany(ExportedPoint.Read)];

    internal IReadOnlyList<ExportedLog> Logs => [.. Requests("log").SelectMany(ExportedLog.Read)];

    /// <summary>Every byte that was sent.</summary>
    internal IEnumerable<byte[]> Bytes => _requests.Select(r => r.Bytes);

    internal static async Task<Collector> Start(HttpProtocols protocols = HttpProtocols.Http1)
    {
        var collector = new Collector(protocols);
        await collector._app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IEnumerable<ProtoMessage> Requests(string signal) => _requests.Where(r => r.Signal == signal).Select(r => new ProtoMessage(r.Bytes));

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var grpc = http.Request.ContentType!.StartsWith("application/grpc", StringComparison.Ordinal);
        var signal = new[] { "trace", "metric", "log" }.Single(s => http.Request.Path.Value!.Contains(s, StringComparison.OrdinalIgnoreCase));
        _requests.Enqueue((signal, grpc ? body.ToArray()[GrpcFrame..] : body.ToArray()));
        http.Response.ContentType = grpc ? "application/grpc" : "application/x-protobuf";
        if (grpc)
        {
            await http.Response.Body.WriteAsync(new byte[GrpcFrame]);
            http.Response.AppendTrailer("grpc-status", "0");
        }
    }
}
