using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Files;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Files;

/// <summary>Who uploaded what. Knowing a hash is not enough: only the side that uploaded a content may attach it.</summary>
/// <remarks>A side is a unit with all its seats, the office, or the supervision groups: a liaison uploads, the leader hands in.</remarks>
internal sealed class UploadBook(CoordinationDatabase database, TimeProvider time)
{
    /// <summary>Most files of one side that no act carries: whoever only uploads must not fill the disk.</summary>
    internal const int MostWaiting = 100;

    /// <summary>The side that an asker belongs to: a unit, or an inbox with a stroke before it, which no unit is spelt like.</summary>
    internal static string SideOf(Asker asker) => asker.Standing.Seat is { Unit: { } unit } ? unit.Value : $"/{asker.Standing.Seat.Inbox}";

    /// <summary>The files that an act names, as its command carries them; null when it names none.</summary>
    /// <remarks>Being named renews an upload: the clean-up does not take it away before the act is told.</remarks>
    /// <exception cref="RefusedException"><c>file.too-many</c>; <c>file.unknown</c> also where somebody else uploaded it; what a name is refused for.</exception>
    internal async Task<IReadOnlyList<FileRef>?> Named(string campaign, IReadOnlyList<FileBody>? files, Asker by, CancellationToken cancellation)
    {
        if (files is not { Count: > 0 })
        {
            return null;
        }

        FileStore.Require(FileRules.RefuseCount(files.Count));
        var found = await database.Write((db, token) => Renew(db, campaign, SideOf(by), files, token), cancellation);
        return [.. files.Select(file => Named(file, found[file.Hash]))];
    }

    /// <summary>A file that the side uploaded, as it was called last; null when it did not.</summary>
    internal async Task<FileRef?> Find(string campaign, string hash, Asker by, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await db.FileUploads.FindAsync([campaign, SideOf(by), hash], cancellation) is { } row ? new FileRef(row.Hash, row.Name, row.MediaType, row.Size) : null;
    }

    /// <exception cref="RefusedException"><c>file.too-many-waiting</c>.</exception>
    internal async Task RequireRoom(string campaign, Asker by, CancellationToken cancellation)
    {
        var side = SideOf(by);
        await using var db = database.OpenToRead();
        var waiting = await db.FileUploads.CountAsync(
            u => u.Campaign == campaign && u.Owner == side && !db.Attachments.Any(a => a.Hash == u.Hash && a.Campaign == campaign), cancellation);
        FileStore.Require(waiting >= MostWaiting ? new Refusal("file.too-many-waiting", $"{MostWaiting}") : null);
    }

    /// <summary>That a file was uploaded, within the transaction that keeps its content. The last name stands.</summary>
    internal Task Remember(CoordinationDb db, string campaign, FileRef file, Asker by, CancellationToken cancellation)
    {
        var (side, now) = (SideOf(by), time.GetUtcNow().ToUnixTimeMilliseconds());
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO file_upload (campaign, owner, hash, name, media_type, size, uploaded_by, at)
            VALUES ({campaign}, {side}, {file.Hash}, {file.Name}, {file.MediaType}, {file.Size}, {by.Signature}, {now})
            ON CONFLICT (campaign, owner, hash) DO UPDATE
            SET name = excluded.name, media_type = excluded.media_type, uploaded_by = excluded.uploaded_by, at = excluded.at
            """, cancellation);
    }

    private static FileRef Named(FileBody file, Found found)
    {
        var name = file.Name is null ? found.Name : FileNames.Clean(file.Name);
        FileStore.Require(FileRules.RefuseName(name, found.Kind));
        return new FileRef(file.Hash, name!, FileTypes.Find(name!)!.MediaType, found.Size);
    }

    /// <summary>In one order, so that two acts that name the same files do not lock each other out.</summary>
    private async Task<Dictionary<string, Found>> Renew(CoordinationDb db, string campaign, string side, IReadOnlyList<FileBody> files, CancellationToken cancellation)
    {
        var (now, found) = (time.GetUtcNow().ToUnixTimeMilliseconds(), new Dictionary<string, Found>());
        foreach (var hash in files.Select(f => f.Hash).Distinct().Order(StringComparer.Ordinal))
        {
            var mine = await db.Database.ExecuteSqlAsync($"UPDATE file_upload SET at = {now} WHERE campaign = {campaign} AND owner = {side} AND hash = {hash}", cancellation);
            FileStore.Require(mine == 0 ? FileRules.Unknown(hash) : null);
            found[hash] = await db.FileUploads.Where(u => u.Campaign == campaign && u.Owner == side && u.Hash == hash)
                .Join(db.FileContents, u => u.Hash, c => c.Hash, (u, c) => new Found(u.Name, c.Kind, c.Size)).SingleAsync(cancellation);
        }

        return found;
    }

    private sealed record Found(string Name, FileKind Kind, long Size);
}
