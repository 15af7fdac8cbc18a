using HuiminCoord.Domain.Files;
using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Files;

/// <summary>A piece of a file as the body of a request.</summary>
internal static class SentPiece
{
    /// <summary>A little more than is taken: our own answer says what the limit is.</summary>
    internal static readonly RequestSizeLimitAttribute Limit = new(UploadRules.MostPiece + (64 * 1024));

    /// <summary>All of it, or nothing: a body that breaks off throws.</summary>
    /// <returns>At most one byte more than a piece may have.</returns>
    internal static async Task<byte[]> Read(HttpRequest request, CancellationToken cancellation)
    {
        var most = UploadRules.MostPiece + 1;
        var buffer = new byte[request.ContentLength is { } length && length < most ? (int)length : most];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return read == buffer.Length ? buffer : buffer[..read];
    }
}
