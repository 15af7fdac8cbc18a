using HuiminCoord.Grains.Calendars;
using HuiminCoord.Grains.Timekeeping;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Grains.Importing;

/// <summary>Looks now and then whether another silo imported a paper, and at the start whether a campaign still has to adopt one.</summary>
/// <remarks>Commands name the revision they rest on, so this is for readers and for crashes. It does nothing in a rehearsal.</remarks>
public sealed class CalendarWatch(CalendarShelf shelf, CalendarImports imports, TimekeepingOptions options, ILogger<CalendarWatch> log) : BackgroundService
{
    /// <summary>Real time between two looks: one small question each.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private bool _mended;

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
                await Look(stoppingToken).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
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
            if (shelf.Refresh() || !_mended)
            {
                await imports.AdoptAll(cancellation).ConfigureAwait(false);
                _mended = true;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("Imported holiday papers could not be looked at; the next look tries again: {Error}", failure.Message);
        }
    }
}
