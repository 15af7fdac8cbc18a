using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Server.Inboxes;

/// <summary>Messages of inboxes by how they are marked.</summary>
internal static class InboxQuery
{
    internal static IQueryable<InboxRow> Of(CoordinationDb db, string campaign, IReadOnlyCollection<string> recipients, InboxFilter filter)
    {
        var rows = db.Inbox.Where(m => m.Campaign == campaign && recipients.Contains(m.Recipient));
        return filter switch
        {
            InboxFilter.Unread => rows.Where(m => !db.InboxReads.Any(r => r.Campaign == m.Campaign && r.Recipient == m.Recipient && r.Seq == m.Seq)),
            InboxFilter.Open => rows.Where(m => !db.InboxDones.Any(d => d.Campaign == m.Campaign && d.Recipient == m.Recipient && d.Seq == m.Seq)),
            _ => rows,
        };
    }

    /// <summary>From a key on, in the order of <see cref="Latest"/>.</summary>
    internal static IQueryable<InboxRow> After(IQueryable<InboxRow> rows, InboxKey? key) => key is null ? rows : rows.Where(m =>
        m.At < key.At || (m.At == key.At && (string.Compare(m.Recipient, key.Recipient) > 0 || (m.Recipient == key.Recipient && m.Seq < key.Seq))));

    /// <summary>The latest first, then by inbox, and within it the newest sequence first.</summary>
    internal static IQueryable<InboxRow> Latest(IQueryable<InboxRow> rows, int most) =>
        rows.OrderByDescending(m => m.At).ThenBy(m => m.Recipient).ThenByDescending(m => m.Seq).Take(most);

    /// <summary>In the order in which the rows come.</summary>
    internal static IQueryable<MarkedMessage> Marked(CoordinationDb db, IQueryable<InboxRow> rows) => rows.Select(m => new MarkedMessage(m, new MessageMarks(
        db.InboxReads.Where(r => r.Campaign == m.Campaign && r.Recipient == m.Recipient && r.Seq == m.Seq).Select(r => (DateTimeOffset?)r.ReadAt).FirstOrDefault(),
        db.InboxReads.Where(r => r.Campaign == m.Campaign && r.Recipient == m.Recipient && r.Seq == m.Seq).Select(r => r.ReadBy).FirstOrDefault(),
        db.InboxDones.Where(d => d.Campaign == m.Campaign && d.Recipient == m.Recipient && d.Seq == m.Seq).Select(d => (DateTimeOffset?)d.DoneAt).FirstOrDefault(),
        db.InboxDones.Where(d => d.Campaign == m.Campaign && d.Recipient == m.Recipient && d.Seq == m.Seq).Select(d => d.DoneBy).FirstOrDefault())));
}
