using HuiminCoord.Domain.Files;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Registers;

/// <summary>The register of attached files, from the events of every room: who may see the thing may open what hangs on it.</summary>
internal static class AttachmentBook
{
    /// <param name="e">The event that carries the files.</param>
    /// <param name="batch">Its transaction.</param>
    /// <param name="subject">What they belong to within the actor.</param>
    /// <param name="part">The part of a duty; null = several, or the whole.</param>
    /// <param name="files">Null = none.</param>
    internal static void Add(RelayedEvent e, RelayBatch batch, string subject, string? part, IReadOnlyList<FileRef>? files) =>
        batch.Db.Attachments.AddRange((files ?? []).Select((file, position) => new AttachmentRow
        {
            Campaign = e.Campaign,
            Room = e.GrainType,
            Id = RoomKey.IdOf(e.GrainKey),
            Seq = e.Sequence,
            Position = position,
            Subject = subject,
            Part = part,
            Hash = file.Hash,
            Name = file.Name,
            MediaType = file.MediaType,
            Size = file.Size,
            AddedBy = e.Actor,
            AddedAt = e.At,
        }));
}
