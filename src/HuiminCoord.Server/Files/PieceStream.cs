using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Files;

/// <summary>The pieces of an upload as one content, read from its start; no connection is held between two pieces.</summary>
/// <remarks>Throws <see cref="RefusedException"/> with <c>upload.unknown</c> when the pieces went away meanwhile.</remarks>
internal sealed class PieceStream(CoordinationDatabase database, BegunUploadRow upload) : Stream
{
    private byte[] _piece = [];
    private int _taken;
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => upload.Size;

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_taken == _piece.Length && _read < upload.Size)
        {
            (_piece, _taken) = (await Next(cancellationToken), 0);
        }

        var read = Math.Min(buffer.Length, _piece.Length - _taken);
        _piece.AsMemory(_taken, read).CopyTo(buffer);
        (_taken, _read) = (_taken + read, _read + read);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
        // Nothing is written.
    }

    private async Task<byte[]> Next(CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await db.BegunUploadPieces.Where(p => p.Upload == upload.Id && p.BeginsAt == _read).Select(p => p.Bytes).FirstOrDefaultAsync(cancellation)
            ?? throw new RefusedException(new Refusal("upload.unknown"));
    }
}
