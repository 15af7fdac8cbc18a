using System.Data.Common;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Grains.Relaying;

/// <summary>What stood in the outbox at a moment.</summary>
/// <param name="Depth">Events kept and not yet told, in all shards.</param>
/// <param name="Parked">Of these, events of actors that a register refuses: people have to help, waiting does not.</param>
/// <param name="OldestKeptAt">Real time of the oldest event that is not parked; null when there is none.</param>
public sealed record OutboxSample(long Depth, long Parked, DateTimeOffset? OldestKeptAt)
{
    /// <summary>How long the oldest event that is not parked has waited; zero when there is none.</summary>
    public TimeSpan AgeAt(DateTimeOffset now) => OldestKeptAt is { } kept && now > kept ? now - kept : TimeSpan.Zero;
}

/// <summary>Looks at the outbox for gauges and health, at most once in <see cref="Between"/> however many ask.</summary>
/// <remarks>It looks by itself only while somebody reads the gauges; reading a gauge never waits for the database.</remarks>
public sealed class OutboxWatch(CoordinationDatabase database, CampaignClock clock, Instruments instruments, TimeProvider time, ILogger<OutboxWatch> log) : BackgroundService
{
    /// <summary>The shortest real time between two looks.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private const string Text = """
        SELECT count(*), count(f.grain_key), min(CASE WHEN f.grain_key IS NULL THEN coalesce(o.kept_at, o.at) END)
        FROM outbox AS o LEFT JOIN relay_failure AS f ON f.grain_type = o.grain_type AND f.grain_key = o.grain_key
        """;

    private readonly SemaphoreSlim _looking = new(1, 1);
    private OutboxSample? _last;
    private long _lastAt;

    /// <summary>What stands there, not older than <see cref="Between"/>.</summary>
    public async Task<OutboxSample> Look(CancellationToken cancellation = default)
    {
        await _looking.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_last is not { } last || time.GetElapsedTime(_lastAt) >= Between)
            {
                last = await Ask(cancellation).ConfigureAwait(false);
                (_last, _lastAt) = (last, time.GetTimestamp());
            }

            return last;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _looking.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        instruments.ShowOutbox(() => _last is { } last ? (last.Depth, last.Parked, last.AgeAt(clock.RealNow).TotalSeconds) : null);
        using var quiet = Traces.Quiet();
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                _ = instruments.OutboxIsWatched ? await Look(stoppingToken).ConfigureAwait(false) : null;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("The outbox could not be looked at: {Error}", failure.Message);
            }
        }
    }

    private async Task<OutboxSample> Ask(CancellationToken cancellation)
    {
        await using DbCommand command = database.Source.CreateCommand(Text);
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await rows.ReadAsync(cancellation).ConfigureAwait(false);
        return new OutboxSample(rows.GetInt64(0), rows.GetInt64(1), rows.IsDBNull(2) ? null : DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(2)));
    }
}
