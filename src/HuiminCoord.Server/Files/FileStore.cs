using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Files;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Files;

/// <summary>Keeps contents in the database, each of them once, under their SHA-256: one backup has everything, and every silo serves it.</summary>
internal sealed class FileStore(CoordinationDatabase database, UploadBook uploads, TimeProvider time)
{
    /// <summary>As much of a content as is held in memory at once.</summary>
    private const int PieceLength = 512 * 1024;

    /// <summary>Takes a file in. Until an act carries it, only the sender's own side knows of it.</summary>
    /// <param name="campaign">Where it may be attached.</param>
    /// <param name="sent">The content; read once, from where it stands.</param>
    /// <param name="declaredName">What the sender calls it.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="cancellation">Gives up; nothing is kept.</param>
    /// <exception cref="RefusedException">
    /// <c>file.empty</c>, <c>file.name-malformed</c>, <c>file.too-large</c>, <c>file.too-many-waiting</c>, <c>file.type-refused</c>; nothing is kept.
    /// </exception>
    internal Task<FileRef> Put(string campaign, Stream sent, string? declaredName, Asker by, CancellationToken cancellation = default) =>
        Put(campaign, sent, declaredName, by, (_, _, _) => Task.CompletedTask, cancellation);

    /// <summary>The same, with something that is done in the same transaction; when that throws, nothing is kept.</summary>
    internal async Task<FileRef> Put(
        string campaign, Stream sent, string? declaredName, Asker by, Func<CoordinationDb, FileRef, CancellationToken, Task> also, CancellationToken cancellation)
    {
        var name = FileNames.Clean(declaredName);
        Require(FileRules.RefuseName(name));
        await uploads.RequireRoom(campaign, by, cancellation);
        await using var arriving = await ArrivingFile.Read(sent, cancellation);
        Require(FileRules.RefuseSize(arriving.Size));
        var kind = ContentReader.KindOf(arriving.Content);
        Require(FileRules.RefuseName(name, kind));
        var file = new FileRef(arriving.Hash, name!, FileTypes.Find(name!)!.MediaType, arriving.Size);
        await database.Write(
            async (db, token) =>
            {
                await Keep(db, file, kind, arriving.Content, token);
                await uploads.Remember(db, campaign, file, by, token);
                await also(db, file, token);
            },
            cancellation);
        return file;
    }

    /// <summary>Copies a content, piece by piece: no connection is held while the receiver takes its time.</summary>
    /// <exception cref="InvalidOperationException">It is not there, or not whole.</exception>
    internal async Task CopyTo(FileRef file, Stream receiver, CancellationToken cancellation = default)
    {
        var copied = 0L;
        for (var number = 0; copied < file.Size; number++)
        {
            var piece = await Piece(file.Hash, number, cancellation) ?? throw new InvalidOperationException($"{file.Hash} ends after {copied} of {file.Size} bytes.");
            await receiver.WriteAsync(piece, cancellation);
            copied += piece.Length;
        }
    }

    /// <exception cref="RefusedException">There is a refusal.</exception>
    internal static void Require(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }

    private async Task<byte[]?> Piece(string hash, int number, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await db.FilePieces.Where(p => p.Hash == hash && p.Number == number).Select(p => p.Bytes).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>
    /// The row is written also when the content is there: it is held then until the commit, and the clean-up, which looks at the
    /// instant again, does not take the content away in between.
    /// </summary>
    private async Task Keep(CoordinationDb db, FileRef file, FileKind kind, Stream content, CancellationToken cancellation)
    {
        var (now, word) = (time.GetUtcNow().ToUnixTimeMilliseconds(), kind.ToString().ToLowerInvariant());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO file_content (hash, kind, size, stored_at) VALUES ({file.Hash}, {word}, {file.Size}, {now})
            ON CONFLICT (hash) DO UPDATE SET stored_at = excluded.stored_at
            """, cancellation);
        if (await db.FilePieces.AnyAsync(p => p.Hash == file.Hash, cancellation))
        {
            return;
        }

        content.Position = 0;
        var buffer = new byte[PieceLength];
        for (var (number, read) = (0, 0); (read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation)) > 0; number++)
        {
            var bytes = read == buffer.Length ? buffer : buffer[..read];
            await db.Database.ExecuteSqlAsync($"INSERT INTO file_piece (hash, number, bytes) VALUES ({file.Hash}, {number}, {bytes})", cancellation);
        }
    }
}
