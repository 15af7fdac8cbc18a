using HuiminCoord.Server.Rehearsals;

namespace HuiminCoord.Server.Serving;

/// <summary>Lets a rehearsal's time go while the server is open to people: it asks the control again and again what is due.</summary>
/// <remarks>What people do through the API happens at the campaign's time; it is told within one beat, also while time stands still.</remarks>
public sealed class PacedRehearsal(ServeSettings settings, RehearsalControl control, TimeProvider time, IHostApplicationLifetime life, ILogger<PacedRehearsal> log) : BackgroundService
{
    private static readonly TimeSpan BeatLength = TimeSpan.FromMilliseconds(40);

    /// <summary>The plan is issued, or the rehearsal goes on, before the doors open.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await control.Begin(settings.Plan, settings.PlanJson, settings.Rehearsal!.Seed, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var beats = new PeriodicTimer(BeatLength, time);
            do
            {
                await control.Beat(stoppingToken);
            }
            while (await beats.WaitForNextTickAsync(stoppingToken));
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
}
