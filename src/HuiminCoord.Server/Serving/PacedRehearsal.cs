using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Server.Serving;

/// <summary>How a served rehearsal runs.</summary>
/// <param name="SecondsPerDay">Real seconds that a campaign day takes.</param>
public sealed record Pace(double SecondsPerDay)
{
    /// <summary>Campaign time that passes in so much real time.</summary>
    public TimeSpan Campaign(TimeSpan real) => TimeSpan.FromSeconds(real.TotalSeconds * 86400 / SecondsPerDay);
}

/// <summary>Lets a rehearsal's time flow while the server is open to people: instants happen as the paced clock reaches them.</summary>
/// <remarks>What people do through the API happens at the paced time; it is told within one beat.</remarks>
public sealed class PacedRehearsal(ServeSettings settings, RehearsalDriver driver, CampaignClock clock, TimeProvider time, IHostApplicationLifetime life, ILogger<PacedRehearsal> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(40);

    /// <summary>The plan is issued, or the rehearsal goes on, before the doors open.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await driver.Begin(settings.Plan, settings.PlanJson, settings.Rehearsal!.Seed, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Flow(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; the cursor in the database says where to go on.
        }
        catch (Exception failure)
        {
            log.LogCritical(failure, "The rehearsal cannot go on: {Error}", failure.Message);
            life.StopApplication();
        }
    }

    private async Task Flow(CancellationToken cancellation)
    {
        var pace = settings.Rehearsal!.Pace;
        var (realStart, campaignStart) = (time.GetTimestamp(), clock.Now);
        using var beat = new PeriodicTimer(Beat, time);
        do
        {
            var reached = campaignStart + pace.Campaign(time.GetElapsedTime(realStart));
            while (await driver.NextInstant(cancellation) is { } next && next <= reached)
            {
                // A busy machine falls behind its pace rather than skipping: instants keep their order and their time.
                await driver.StepTo(next < clock.Now ? clock.Now : next);
            }

            if (reached > clock.Now)
            {
                clock.Set(reached);
            }

            if ((await driver.Drain()).Applied > 0)
            {
                await driver.FollowAmendments(cancellation);
            }
        }
        while (await beat.WaitForNextTickAsync(cancellation));
    }
}
