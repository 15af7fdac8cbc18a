using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Grains.Auditing;

/// <summary>Keeps the audit sealed: every half second of real time it seals what was told and publishes checkpoints.</summary>
/// <remarks>Each serving process has one; a rehearsal that runs by itself has none, because nobody relies on its audit.</remarks>
public sealed class AuditSealer(AuditSealing sealing, CoordinationDatabase database, AuditPlaces places, TimeProvider time, ILogger<AuditSealer> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private readonly CheckpointFile _file = new(places.Checkpoints);
    private readonly HashSet<string> _said = [];
    private AuditKeys? _keys;

    /// <summary>Before the doors open the key is there and the file can be written.</summary>
    /// <exception cref="AuditKeysException">One of them cannot be used.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _keys = AuditKeys.OpenOrCreate(places.Keys);
        if (AuditKeys.IsExposed(places.Keys))
        {
            log.LogWarning("Others than its owner can read the audit's key {File}: whoever has it can sign checkpoints.", places.Keys);
        }

        try
        {
            await _file.Append(await Last(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new AuditKeysException($"The audit's checkpoints cannot be published: {unwritable.Message} Name another file with {AuditPlaces.CheckpointsVariable}.", unwritable);
        }

        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What was told until now is sealed before the server is away: nobody else watches over it meanwhile.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await Round(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _keys?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await Round(stoppingToken).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task Round(CancellationToken cancellation)
    {
        using var quiet = Traces.Quiet();
        try
        {
            var round = await sealing.Round(_keys!, cancellation).ConfigureAwait(false);
            foreach (var (campaign, position) in round.Gaps)
            {
                Say($"gap/{campaign}", $"The audit of {campaign} has no row at position {position} and is not sealed beyond it. Run 'audit verify'.");
            }

            await _file.Append(round.Checkpoints, cancellation).ConfigureAwait(false);
            _said.RemoveWhere(what => !what.StartsWith("gap/", StringComparison.Ordinal));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Say(failure.GetType().Name, $"The audit could not be sealed or its checkpoints not published; it is tried again every half second: {failure.Message}");
        }
    }

    /// <summary>Once until it is better: a line every half second would hide everything else.</summary>
    private void Say(string what, string words)
    {
        if (_said.Add(what))
        {
            log.LogError("{Audit}", words);
        }
    }

    /// <summary>The newest checkpoint of each campaign, published again: a crash may have come between its commit and the file.</summary>
    private async Task<IReadOnlyList<SignedCheckpoint>> Last(CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var rows = await db.AuditCheckpoints.Join(
            db.AuditSealHeads, c => new { c.Campaign, c.Number }, h => new { h.Campaign, Number = h.Checkpoint }, (c, _) => c).OrderBy(c => c.Campaign).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToSigned())];
    }
}
