using HuiminCoord.Domain.Files;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Files;

namespace HuiminCoord.Server.Console.Uploads;

/// <summary>Files of a form on their way into a command.</summary>
internal static class DraftFiles
{
    /// <summary>As the command carries them; null when there are none.</summary>
    /// <exception cref="Api.Refusals.RefusedException">What the book refuses: too many, unknown, a name or a kind that is not taken.</exception>
    internal static Task<IReadOnlyList<FileRef>?> Named(this UploadBook uploads, string campaign, IReadOnlyList<DraftFile> files, Visitor visitor) =>
        uploads.Named(campaign, [.. files.Select(f => new FileBody(f.Hash, f.Name))], visitor.Asker, visitor.Gone);
}
