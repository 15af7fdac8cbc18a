using System.Text.Json;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Bodies;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HuiminCoord.Server.Health;

/// <summary>One check.</summary>
/// <param name="Why">What is wrong; null when it is passed.</param>
internal sealed record CheckView(string Check, bool Passed, string? Why);

/// <summary>What a probe is answered; the status is 200 when everything is passed, else 503.</summary>
internal sealed record HealthView(bool Healthy, IReadOnlyList<CheckView> Checks);

/// <summary>
/// For whoever restarts or routes: <c>/health/live</c> says that the process answers, <c>/health/ready</c> that it can work. A
/// server that is not ready need not be restarted: it says what it waits for.
/// </summary>
public static class HealthDoors
{
    /// <summary>Below this the probes are.</summary>
    public const string Path = "/health";

    /// <summary>A database that takes longer to answer does not count as reachable.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Registers what has to hold. Needs the rooms beside it.</summary>
    public static IServiceCollection AddCoordinationHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .Add(new HealthCheckRegistration("silo", p => new SiloCheck(() => p.GetRequiredService<ISiloStatusOracle>().CurrentStatus), null, null, Patience))
            .AddCheck<DatabaseCheck>("database", timeout: Patience)
            .AddCheck<ClockCheck>("clock", timeout: Patience)
            .AddCheck<RelayCheck>("relay", timeout: Patience);
        return services;
    }

    /// <summary>Opens both doors.</summary>
    public static void MapCoordinationHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks($"{Path}/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).Under("probe");
        app.MapHealthChecks($"{Path}/ready", new HealthCheckOptions { ResponseWriter = Write }).Under("probe");
    }

    private static Task Write(HttpContext http, HealthReport report)
    {
        var checks = report.Entries.Select(e => new CheckView(e.Key, e.Value.Status == HealthStatus.Healthy, e.Value.Description)).ToList();
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(JsonSerializer.Serialize(new HealthView(report.Status == HealthStatus.Healthy, checks), ApiJson.Options), http.RequestAborted);
    }
}
