using HuiminCoord.Grains.Telemetry;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Health;
using HuiminCoord.Server.Push;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HuiminCoord.Server.Telemetry;

/// <summary>Sends traces, metrics and logs to a collector, if <see cref="Endpoint"/> names one; otherwise nobody listens to them at all.</summary>
/// <remarks>
/// The standard variables say the rest: <c>OTEL_EXPORTER_OTLP_PROTOCOL</c> (<c>grpc</c>, the default, or <c>http/protobuf</c>),
/// <c>OTEL_EXPORTER_OTLP_HEADERS</c>, <c>OTEL_SERVICE_NAME</c>, <c>OTEL_TRACES_SAMPLER</c>, <c>OTEL_METRIC_EXPORT_INTERVAL</c> …
/// </remarks>
public static class Export
{
    /// <summary>The standard variable that switches everything on: where the collector is.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string ServiceName = "OTEL_SERVICE_NAME";

    /// <summary>Orleans' own sources; those for activations and membership would only repeat what its metrics say.</summary>
    private static readonly string[] Sources = [Traces.Name, "Microsoft.Orleans.Application", "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Storage", "Microsoft.AspNetCore.SignalR.Server", "Npgsql"];

    private static readonly string[] Meters =
    [
        Traces.Name, "Microsoft.Orleans", "Npgsql", "System.Runtime",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections",
    ];

    /// <summary>Puts telemetry into a server.</summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            return;
        }

        builder.UseOrleans(silo => silo.AddActivityPropagation());

        // The terminal shows warnings; a collector has room for what our own rooms say about their work.
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(Traces.Name, LogLevel.Information);

        // It writes whole addresses, and some of them open a door.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => Describe(resource, builder.Configuration[ServiceName] ?? "huimincoord"))
            .WithTracing(traces => traces.AddSource(Sources).AddAspNetCoreInstrumentation(http =>
            {
                http.Filter = IsWorthASpan;
                http.EnrichWithHttpResponse = (span, response) => span.SetTag("url.path", SecretPaths.Shown(response.HttpContext.Request.Path));
            }))
            .WithMetrics(metrics => metrics.AddMeter(Meters))
            .WithLogging(configureBuilder: null, configureOptions: logs => logs.IncludeFormattedMessage = true)
            .UseOtlpExporter();
    }

    /// <summary>Traces of a client of ours, for the receipt of messages; null when no collector is named.</summary>
    public static IDisposable? OfClient(string name) => string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Endpoint))
        ? null
        : Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => Describe(resource, Environment.GetEnvironmentVariable(ServiceName) ?? name))
            .AddSource(Traces.Name)
            .AddOtlpExporter()
            .Build();

    private static void Describe(ResourceBuilder resource, string service) =>
        resource.AddService(service, serviceVersion: typeof(Export).Assembly.GetName().Version?.ToString(3));

    /// <summary>A connection's request lasts as long as the connection, and probes come every few seconds: neither tells a story.</summary>
    private static bool IsWorthASpan(HttpContext http) =>
        !http.Request.Path.StartsWithSegments(PushServices.Path) && !http.Request.Path.StartsWithSegments(HealthDoors.Path);
}
