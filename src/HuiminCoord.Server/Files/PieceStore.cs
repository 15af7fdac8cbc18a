using System.Security.Cryptography;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Files;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Files;

/// <summary>Takes a file in piece by piece: whoever is cut off asks how far it is and goes on from there, with any server of the database.</summary>
/// <remarks>
/// A piece is answered when it is committed, whole or not at all. Uploads are their side's alone, as uploaded files are; to others there
/// is none. What is not finished counts against its side (begun at the same moment, a few more may slip in) and goes when nothing comes for
/// <see cref="UploadRules.KeptFor"/>.
/// </remarks>
internal sealed class PieceStore(CoordinationDatabase database, UploadBook uploads, FileStore files, TimeProvider time)
{
    /// <summary>Digits of an id that nobody guesses.</summary>
    private const int IdDigits = 24;

    /// <summary>Begins an upload, or finds the one that the side began of the same file: name, size and hash.</summary>
    /// <exception cref="RefusedException">
    /// <c>file.empty</c>, <c>file.name-malformed</c>, <c>file.too-large</c>, <c>file.too-many-waiting</c>, <c>file.type-refused</c> by the name alone;
    /// <c>upload.hash-malformed</c>, <c>upload.too-many</c>, <c>upload.too-much</c>.
    /// </exception>
    internal async Task<UploadView> Begin(string campaign, BeginUploadBody body, Asker by, CancellationToken cancellation)
    {
        var (name, sha256) = (FileNames.Clean(body.Name), body.Sha256?.ToLowerInvariant());
        FileStore.Require(FileRules.RefuseName(name) ?? FileRules.RefuseSize(body.Size));
        FileStore.Require(sha256 is null || FileRules.IsHash(sha256) ? null : new Refusal("upload.hash-malformed"));
        await uploads.RequireRoom(campaign, by, cancellation);
        var fresh = new BegunUploadRow
        {
            Id = $"u{RandomNumberGenerator.GetHexString(IdDigits, lowercase: true)}", Campaign = campaign, Owner = UploadBook.SideOf(by), Name = name!, Size = body.Size, Sha256 = sha256, Received = 0, BegunBy = by.Signature, At = time.GetUtcNow(),
        };
        return UploadView.Of(await database.Write((db, token) => Begin(db, fresh, token), cancellation));
    }

    /// <summary>How far it is.</summary>
    /// <exception cref="RefusedException"><c>upload.unknown</c>.</exception>
    internal async Task<UploadView> Find(string campaign, string id, Asker by, CancellationToken cancellation) => UploadView.Of(await Mine(campaign, id, by, cancellation));

    /// <summary>Puts a piece at the end of what is there. The last piece, sent again, is the same wish.</summary>
    /// <exception cref="RefusedException"><c>upload.beyond-size</c>, <c>upload.offset-wrong</c>, <c>upload.piece-out-of-range</c>, <c>upload.unknown</c>.</exception>
    internal async Task<UploadView> Append(string campaign, string id, long offset, byte[] piece, Asker by, CancellationToken cancellation)
    {
        var row = await Mine(campaign, id, by, cancellation);
        if (offset == row.Received)
        {
            FileStore.Require(UploadRules.RefusePiece(row.Size, offset, piece.Length));
            if (await database.Write((db, token) => BegunUploads.Append(db, row, piece, time.GetUtcNow(), token), cancellation))
            {
                return UploadView.Of(row, piece.Length);
            }

            row = await Mine(campaign, id, by, cancellation);
        }

        return await IsLast(row, offset, piece, cancellation)
            ? UploadView.Of(row)
            : throw new RefusedException(new Refusal("upload.offset-wrong", $"{row.Received}")) { Offset = row.Received };
    }

    /// <summary>Takes the whole in as an upload in one go is; asked again, it answers the same. Content that is refused is removed.</summary>
    /// <exception cref="RefusedException">As <see cref="FileStore.Put(string, Stream, string?, Asker, CancellationToken)"/>; <c>upload.hash-differs</c>, <c>upload.incomplete</c>, <c>upload.unknown</c>.</exception>
    internal async Task<FileRef> Finish(string campaign, string id, Asker by, CancellationToken cancellation)
    {
        var row = await Mine(campaign, id, by, cancellation);
        if (row.Hash is not null)
        {
            return Taken(row);
        }

        if (UploadRules.RefuseFinish(row.Size, row.Received) is { } incomplete)
        {
            throw new RefusedException(incomplete) { Offset = row.Received };
        }

        try
        {
            await using var whole = new PieceStream(database, row);
            return await files.Put(campaign, whole, row.Name, by, (db, file, token) => Settle(db, row, file, token), cancellation);
        }
        catch (RefusedException refused) when (refused.Refusal.Code is "file.type-refused" or "upload.hash-differs")
        {
            await database.Write((db, token) => BegunUploads.Remove(db, row.Id, token), cancellation);
            throw;
        }
        catch (RefusedException refused) when (refused.Refusal.Code == "upload.unknown")
        {
            // Finished by somebody who asked at the same moment, or given up.
            return await Mine(campaign, id, by, cancellation) is { Hash: not null } settled ? Taken(settled) : throw new RefusedException(refused.Refusal);
        }
    }

    /// <summary>Gives it up; what has arrived is removed. How far it was.</summary>
    /// <exception cref="RefusedException"><c>upload.unknown</c>.</exception>
    internal async Task<UploadView> GiveUp(string campaign, string id, Asker by, CancellationToken cancellation)
    {
        var row = await Mine(campaign, id, by, cancellation);
        await database.Write((db, token) => BegunUploads.Remove(db, row.Id, token), cancellation);
        return UploadView.Of(row);
    }

    private static async Task<BegunUploadRow> Begin(CoordinationDb db, BegunUploadRow fresh, CancellationToken cancellation)
    {
        var mine = BegunUploads.Living(db, fresh.Campaign, fresh.Owner, fresh.At);
        if (fresh.Sha256 is not null && await mine.Where(u => u.Sha256 == fresh.Sha256 && u.Name == fresh.Name && u.Size == fresh.Size).OrderByDescending(u => u.At).FirstOrDefaultAsync(cancellation) is { } known)
        {
            return known;
        }

        var unfinished = mine.Where(u => u.Hash == null);
        FileStore.Require(UploadRules.RefuseAnother(await unfinished.CountAsync(cancellation), await unfinished.SumAsync(u => u.Size, cancellation), fresh.Size));
        db.BegunUploads.Add(fresh);
        return fresh;
    }

    private async Task<BegunUploadRow> Mine(string campaign, string id, Asker by, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await BegunUploads.Living(db, campaign, UploadBook.SideOf(by), time.GetUtcNow()).SingleOrDefaultAsync(u => u.Id == id, cancellation)
            ?? throw new RefusedException(new Refusal("upload.unknown"));
    }

    /// <summary>True for the piece that was kept last: its answer got lost.</summary>
    private async Task<bool> IsLast(BegunUploadRow row, long offset, byte[] piece, CancellationToken cancellation)
    {
        if (offset + piece.Length != row.Received || piece.Length == 0)
        {
            return false;
        }

        await using var db = database.OpenToRead();
        var kept = await db.BegunUploadPieces.Where(p => p.Upload == row.Id && p.BeginsAt == offset).Select(p => p.Bytes).FirstOrDefaultAsync(cancellation);
        return kept is not null && kept.AsSpan().SequenceEqual(piece);
    }

    private async Task Settle(CoordinationDb db, BegunUploadRow row, FileRef file, CancellationToken cancellation)
    {
        FileStore.Require(row.Sha256 is { } announced && announced != file.Hash ? new Refusal("upload.hash-differs") : null);
        FileStore.Require(await BegunUploads.Settle(db, row, file.Hash, time.GetUtcNow(), cancellation) ? null : new Refusal("upload.unknown"));
    }

    private static FileRef Taken(BegunUploadRow row) => new(row.Hash!, row.Name, FileTypes.Find(row.Name)!.MediaType, row.Size);
}
