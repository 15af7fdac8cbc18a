using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Files;

/// <summary>Removes what was begun and not finished, and what was uploaded and never attached, at the start and once a day. Real time, also in a rehearsal.</summary>
internal sealed class FileCleanUp(CoordinationDatabase database, TimeProvider time, ILogger<FileCleanUp> log) : BackgroundService
{
    /// <summary>So long an upload waits for its act.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>What has waited to be told for so much less than <see cref="KeptFor"/> is told soon; what has waited longer may be an act that nobody knows of yet.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromDays(1);

    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>Contents of one transaction: actors wait for it on SQLite.</summary>
    private const int AtOnce = 10;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
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

    /// <summary>Cleans up once; the number of contents that went.</summary>
    /// <remarks>
    /// While an actor's events cannot be told, or have waited for longer than a busy outbox lets them, no content goes: they may attach
    /// what looks as if nobody had. Nobody can attach what was not finished.
    /// </remarks>
    internal async Task<int> Clean(CancellationToken cancellation)
    {
        await BegunUploads.Expire(database, time.GetUtcNow(), cancellation);
        var before = time.GetUtcNow() - KeptFor;
        await using (var db = database.OpenToRead())
        {
            var stalled = before + Busy;
            if (await db.RelayFailures.AnyAsync(cancellation) || await db.Outbox.AnyAsync(o => o.KeptAt == null || o.KeptAt < stalled, cancellation))
            {
                return 0;
            }

            if (await db.FileUploads.AnyAsync(u => u.At < before, cancellation))
            {
                await database.Write((writing, token) => Forget(writing, before, token), cancellation);
            }
        }

        var removed = 0;
        while (await Unused(before, cancellation) is { Count: > 0 } hashes)
        {
            removed += await database.Write((db, token) => Remove(db, hashes, before, token), cancellation);
        }

        return removed;
    }

    private async Task Look(CancellationToken cancellation)
    {
        try
        {
            await Clean(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("Uploads that nobody attached could not be removed; the next look tries again: {Error}", failure.Message);
        }
    }

    private static Task<int> Forget(CoordinationDb db, DateTimeOffset before, CancellationToken cancellation) => db.FileUploads
        .Where(u => u.At < before && !db.Attachments.Any(a => a.Hash == u.Hash && a.Campaign == u.Campaign))
        .ExecuteDeleteAsync(cancellation);

    private async Task<List<string>> Unused(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await Unused(db, before).OrderBy(c => c.Hash).Take(AtOnce).Select(c => c.Hash).ToListAsync(cancellation);
    }

    /// <summary>Looks at each content's row again, so that one that was uploaded anew in between stays.</summary>
    private static async Task<int> Remove(CoordinationDb db, List<string> hashes, DateTimeOffset before, CancellationToken cancellation)
    {
        var removed = 0;
        foreach (var hash in hashes)
        {
            if (await Unused(db, before).Where(c => c.Hash == hash).ExecuteDeleteAsync(cancellation) > 0)
            {
                removed++;
                await db.FilePieces.Where(p => p.Hash == hash).ExecuteDeleteAsync(cancellation);
            }
        }

        return removed;
    }

    private static IQueryable<FileContentRow> Unused(CoordinationDb db, DateTimeOffset before) => db.FileContents
        .Where(c => c.StoredAt < before && !db.FileUploads.Any(u => u.Hash == c.Hash) && !db.Attachments.Any(a => a.Hash == c.Hash));
}
