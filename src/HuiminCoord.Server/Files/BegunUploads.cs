using HuiminCoord.Domain.Files;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Files;

/// <summary>The rows of uploads that are sent piece by piece.</summary>
internal static class BegunUploads
{
    /// <summary>Uploads of one transaction of the clean-up: actors wait for it on SQLite.</summary>
    private const int AtOnce = 4;

    /// <summary>Those that still wait for something: older ones are as good as gone, whenever they are cleaned up.</summary>
    internal static IQueryable<BegunUploadRow> Living(CoordinationDb db, string campaign, string side, DateTimeOffset now)
    {
        var since = now - UploadRules.KeptFor;
        return db.BegunUploads.AsNoTracking().Where(u => u.Campaign == campaign && u.Owner == side && u.At >= since);
    }

    /// <summary>Puts a piece at the end; false when the end is elsewhere by now.</summary>
    internal static async Task<bool> Append(CoordinationDb db, BegunUploadRow row, byte[] piece, DateTimeOffset now, CancellationToken cancellation)
    {
        var (length, at) = (piece.Length, now.ToUnixTimeMilliseconds());
        var moved = await db.Database.ExecuteSqlAsync(
            $"UPDATE begun_upload SET received = received + {length}, at = {at} WHERE id = {row.Id} AND received = {row.Received} AND hash IS NULL", cancellation);
        return moved > 0
            && await db.Database.ExecuteSqlAsync($"INSERT INTO begun_upload_piece (upload, begins_at, bytes) VALUES ({row.Id}, {row.Received}, {piece})", cancellation) > 0;
    }

    /// <summary>The content was taken in: the pieces go, the row answers whoever asks again. False when it is settled, or gone, already.</summary>
    internal static async Task<bool> Settle(CoordinationDb db, BegunUploadRow row, string hash, DateTimeOffset now, CancellationToken cancellation)
    {
        var at = now.ToUnixTimeMilliseconds();
        var settled = await db.Database.ExecuteSqlAsync($"UPDATE begun_upload SET hash = {hash}, at = {at} WHERE id = {row.Id} AND hash IS NULL", cancellation);
        await db.BegunUploadPieces.Where(p => p.Upload == row.Id).ExecuteDeleteAsync(cancellation);
        return settled > 0;
    }

    /// <summary>Removes an upload with its pieces.</summary>
    internal static async Task Remove(CoordinationDb db, string id, CancellationToken cancellation)
    {
        await db.BegunUploads.Where(u => u.Id == id).ExecuteDeleteAsync(cancellation);
        await db.BegunUploadPieces.Where(p => p.Upload == id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Removes those that waited too long; looks at each row again, so that one that went on in between stays.</summary>
    internal static async Task Expire(CoordinationDatabase database, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = now - UploadRules.KeptFor;
        while (await Expired(database, since, cancellation) is { Count: > 0 } ids)
        {
            await database.Write((db, token) => Remove(db, ids, since, token), cancellation);
        }
    }

    private static async Task<List<string>> Expired(CoordinationDatabase database, DateTimeOffset since, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await db.BegunUploads.Where(u => u.At < since).OrderBy(u => u.At).Take(AtOnce).Select(u => u.Id).ToListAsync(cancellation);
    }

    private static async Task Remove(CoordinationDb db, List<string> ids, DateTimeOffset since, CancellationToken cancellation)
    {
        foreach (var id in ids)
        {
            if (await db.BegunUploads.Where(u => u.Id == id && u.At < since).ExecuteDeleteAsync(cancellation) > 0)
            {
                await db.BegunUploadPieces.Where(p => p.Upload == id).ExecuteDeleteAsync(cancellation);
            }
        }
    }
}
