using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Messages;

/// <summary>Over which channels messages went, or are to go.</summary>
internal sealed class ReachedChannels
{
    private readonly ILookup<(string Recipient, long Seq), DeliveryRow> _settled;
    private readonly ILookup<string, ChannelRow> _channels;

    private ReachedChannels(IEnumerable<DeliveryRow> settled, IEnumerable<ChannelRow> channels) =>
        (_settled, _channels) = (settled.ToLookup(d => (d.Recipient, d.Seq)), channels.ToLookup(c => c.Recipient));

    /// <summary>Reads what these messages need.</summary>
    internal static async Task<ReachedChannels> Of(CoordinationDb db, string campaign, IReadOnlyList<InboxRow> messages, CancellationToken cancellation)
    {
        var recipients = messages.Select(m => m.Recipient).Distinct().ToList();
        var sequences = messages.Select(m => m.Seq).Distinct().ToList();
        return new(
            await db.Deliveries.Where(d => d.Campaign == campaign && recipients.Contains(d.Recipient) && sequences.Contains(d.Seq)).ToListAsync(cancellation),
            await db.Channels.Where(c => c.Campaign == campaign && c.Enabled && recipients.Contains(c.Recipient)).ToListAsync(cancellation));
    }

    /// <summary>站内 first; a channel that was set later than the message has nothing to do with it.</summary>
    internal IEnumerable<ReachedView> Of(InboxRow message) =>
    [
        ReachedView.Inbox,
        .. _settled[(message.Recipient, message.Seq)].OrderBy(d => d.Kind).Select(ReachedView.Of),
        .. _channels[message.Recipient].Where(c => c.Cursor < message.Seq).OrderBy(c => c.Kind).Select(ReachedView.Waiting),
    ];
}
