using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Api.Messages;

/// <summary>An inbox row with when it was read.</summary>
internal sealed record ReadMessage(InboxRow Row, DateTimeOffset? ReadAt)
{
    internal MessageKey Key => new(Row.At, Row.Recipient, Row.Seq);
}

/// <summary>Where a page of messages ends.</summary>
internal sealed record MessageKey(DateTimeOffset At, string Recipient, long Seq);

/// <summary>Which messages of a campaign are asked for; null = all.</summary>
internal sealed record MessageQuery(string Campaign, string? Recipient, string? Unit, string? Kind, bool? Unread)
{
    /// <summary>The latest first, from a key on.</summary>
    internal Task<List<ReadMessage>> Read(CoordinationDb db, MessageKey? after, int most, CancellationToken cancellation)
    {
        var (campaign, recipient, kind, seats) = (Campaign, Recipient, Kind, $"{Unit}/");
        var rows = db.Inbox.Where(m => m.Campaign == campaign);
        rows = recipient is null ? rows : rows.Where(m => m.Recipient == recipient);
        rows = Unit is null ? rows : rows.Where(m => m.Recipient.StartsWith(seats));
        rows = kind is null ? rows : rows.Where(m => m.Kind == kind);
        rows = Unread is not { } unread ? rows
            : rows.Where(m => db.InboxReads.Any(r => r.Campaign == m.Campaign && r.Recipient == m.Recipient && r.Seq == m.Seq) != unread);
        return After(rows, after).OrderByDescending(m => m.At).ThenBy(m => m.Recipient).ThenByDescending(m => m.Seq).Take(most)
            .Select(m => new ReadMessage(
                m, db.InboxReads.Where(r => r.Campaign == m.Campaign && r.Recipient == m.Recipient && r.Seq == m.Seq).Select(r => (DateTimeOffset?)r.ReadAt).FirstOrDefault()))
            .ToListAsync(cancellation);
    }

    private static IQueryable<InboxRow> After(IQueryable<InboxRow> rows, MessageKey? key) => key is null ? rows : rows.Where(m =>
        m.At < key.At || (m.At == key.At && (string.Compare(m.Recipient, key.Recipient) > 0 || (m.Recipient == key.Recipient && m.Seq < key.Seq))));
}
