using HuiminCoord.Grains.Timekeeping;

namespace HuiminCoord.Server.Onboarding;

/// <summary>Looks now and then whether a unit's word was kept and not told: a server ended in between. It does nothing in a rehearsal, whose lists do it.</summary>
internal sealed class NamingWatch(Telling telling, TimekeepingOptions options, ILogger<NamingWatch> log) : BackgroundService
{
    /// <summary>Real time between two looks: one small question each.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Touching)
        {
            return;
        }

        using var timer = new PeriodicTimer(Every, options.RealTime);
        try
        {
            do
            {
                await Look(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; the next start looks again.
        }
    }

    private async Task Look(CancellationToken cancellation)
    {
        try
        {
            await telling.Mend(null, null, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("What units said by their links could not be looked at; the next look tries again: {Error}", failure.Message);
        }
    }
}
