using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Files;

/// <summary>A file that was attached.</summary>
/// <param name="Hash">SHA-256 of its content; getFile opens it.</param>
/// <param name="MediaType">What name and content together say.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Subject">What it was attached to: the duty, the unit that reported on the task, the goal of the phase.</param>
/// <param name="Part">The part of the duty, where one alone was handed in.</param>
/// <param name="Seat">The seat that attached it.</param>
/// <param name="At">When, by the campaign's clock.</param>
public sealed record AttachmentView(string Hash, string Name, string MediaType, long Size, string Subject, string? Part, string? Seat, DateTimeOffset At)
{
    /// <summary>What hangs on an actor, in the order in which it came.</summary>
    /// <param name="db">The registers.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="room">Type of the actor.</param>
    /// <param name="id">The actor.</param>
    /// <param name="subject">Only what hangs on this; null = all.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static async Task<IReadOnlyList<AttachmentView>> Of(CoordinationDb db, string campaign, string room, string id, string? subject, CancellationToken cancellation)
    {
        var rows = await db.Attachments.Where(a => a.Campaign == campaign && a.Room == room && a.Id == id && (subject == null || a.Subject == subject))
            .OrderBy(a => a.Seq).ThenBy(a => a.Position).ToListAsync(cancellation);
        return [.. rows.Select(Of)];
    }

    /// <summary>The seat, without the person's account.</summary>
    private static AttachmentView Of(AttachmentRow row) =>
        new(row.Hash, row.Name, row.MediaType, row.Size, row.Subject, row.Part, Signature.Of(row.AddedBy).Seat, row.AddedAt);
}
