using HuiminCoord.Domain.Files;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Server.Files;

/// <summary>An upload that is sent piece by piece, and how far it is.</summary>
/// <param name="Upload">Names it in the addresses of its pieces.</param>
/// <param name="Name">As the file will be called.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Offset">Bytes that are kept: the next piece begins here.</param>
/// <param name="MostPiece">Largest piece, in bytes.</param>
/// <param name="Hash">SHA-256 of the file once it was finished; null before.</param>
public sealed record UploadView(string Upload, string Name, long Size, long Offset, int MostPiece, string? Hash)
{
    internal static UploadView Of(BegunUploadRow row, int more = 0) => new(row.Id, row.Name, row.Size, row.Received + more, UploadRules.MostPiece, row.Hash);
}
