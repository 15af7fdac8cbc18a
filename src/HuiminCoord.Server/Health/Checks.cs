using System.Globalization;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HuiminCoord.Server.Health;

/// <summary>The silo has joined its cluster and takes calls.</summary>
internal sealed class SiloCheck(Func<SiloStatus> status) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(status() is var now && now == SiloStatus.Active ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"The silo is {now}."));
}

/// <summary>The database answers.</summary>
internal sealed class DatabaseCheck(CoordinationDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.Now(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // By its kind alone: a driver's message may name hosts and accounts.
            return HealthCheckResult.Unhealthy($"The database does not answer ({failure.GetType().Name}).");
        }
    }
}

/// <summary>This machine's clock and the database's agree. A rehearsal has a clock of its own.</summary>
internal sealed class ClockCheck(CampaignClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(clock.IsReady
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(string.Create(
                CultureInfo.InvariantCulture,
                $"The database's clock is {Math.Abs(clock.Skew.TotalSeconds):0.0} s {(clock.Skew > TimeSpan.Zero ? "ahead of" : "behind")} this machine's; {CampaignClock.LargestSkew.TotalSeconds:0} s are tolerated. Nobody is woken from here.")));
}

/// <summary>What was kept is told in time. In a rehearsal the driver tells, at its own pace.</summary>
/// <remarks>
/// Events of an actor that a register refuses are left out: they wait for people, and a server that is taken out of service for
/// them would help nobody. The operator's list names them.
/// </remarks>
internal sealed class RelayCheck(OutboxWatch outbox, CampaignClock clock) : IHealthCheck
{
    /// <summary>Six touches of the relays: whoever waits longer is not waiting for its turn.</summary>
    internal static readonly TimeSpan Behind = TimeSpan.FromSeconds(30);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (clock.IsVirtual)
        {
            return HealthCheckResult.Healthy();
        }

        try
        {
            var sample = await outbox.Look(cancellationToken);
            var age = sample.AgeAt(clock.RealNow);
            return age <= Behind
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy(string.Create(
                    CultureInfo.InvariantCulture, $"The relay is behind: of {sample.Depth} untold events the oldest waits for {age.TotalSeconds:0} s; {Behind.TotalSeconds:0} s are tolerated."));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"The outbox cannot be read ({failure.GetType().Name}).");
        }
    }
}
