using System.Security.Cryptography;
using HuiminCoord.Domain.Files;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.WebUtilities;

namespace HuiminCoord.Server.Files;

/// <summary>A file on its way in, read to its end: only then is it known what it is. A large one waits on the disk, not in memory.</summary>
/// <remarks>Nothing of the database is held meanwhile: a sender may be as slow as the web server allows.</remarks>
internal sealed class ArrivingFile : IAsyncDisposable
{
    private const int InMemory = 256 * 1024;
    private const int Chunk = 64 * 1024;

    private readonly FileBufferingReadStream _kept;

    private ArrivingFile(FileBufferingReadStream kept, string hash, long size) => (_kept, Hash, Size) = (kept, hash, size);

    /// <summary>SHA-256 of the content, as it is written in addresses.</summary>
    internal string Hash { get; }

    /// <summary>In bytes.</summary>
    internal long Size { get; }

    /// <summary>Can be read from any place, again and again.</summary>
    internal Stream Content => _kept;

    /// <summary>Takes everything that a sender has.</summary>
    /// <exception cref="RefusedException"><c>file.too-large</c>, as soon as it is.</exception>
    internal static async Task<ArrivingFile> Read(Stream sent, CancellationToken cancellation)
    {
        var kept = new FileBufferingReadStream(sent, InMemory);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (buffer, size) = (new byte[Chunk], 0L);
            for (int read; (read = await kept.ReadAsync(buffer, cancellation)) > 0;)
            {
                size += read;
                FileStore.Require(FileRules.RefuseLarge(size));
                hash.AppendData(buffer, 0, read);
            }

            return new ArrivingFile(kept, Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        catch
        {
            await kept.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _kept.DisposeAsync();
}
