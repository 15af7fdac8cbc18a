using HuiminCoord.Domain.Deciding;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Push;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Inboxes;

/// <summary>What recipients have read and done of what they were told. Messages themselves never change.</summary>
internal sealed class InboxBook(CoordinationDatabase database, CampaignClock clock)
{
    /// <summary>Marks a message. The first mark counts; repeating it changes nothing.</summary>
    /// <param name="inbox">The inbox; whether it is the asker's own is settled before.</param>
    /// <param name="seq">The message.</param>
    /// <param name="mark">What is said of it.</param>
    /// <param name="by">Who says it, as the audit names people.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How the message is marked now, and whether this changed it.</returns>
    /// <exception cref="RefusedException"><c>message.unknown</c>.</exception>
    internal Task<(MessageMarks Marks, bool Changed)> Mark(InboxAddress inbox, long seq, InboxMark mark, string by, CancellationToken cancellation = default) => Change(
        inbox, seq,
        async (db, token) =>
        {
            var ((campaign, recipient), at) = ((inbox.Campaign, inbox.Recipient), clock.Now.ToUnixTimeMilliseconds());
            var changed = await db.Database.ExecuteSqlAsync(
                $"INSERT INTO inbox_read (campaign, recipient, seq, read_at, read_by) VALUES ({campaign}, {recipient}, {seq}, {at}, {by}) ON CONFLICT DO NOTHING", token);
            return changed + (mark == InboxMark.Read ? 0 : await db.Database.ExecuteSqlAsync(
                $"INSERT INTO inbox_done (campaign, recipient, seq, done_at, done_by) VALUES ({campaign}, {recipient}, {seq}, {at}, {by}) ON CONFLICT DO NOTHING", token));
        },
        cancellation);

    /// <summary>Takes a mark back; where there is none, nothing changes.</summary>
    /// <inheritdoc cref="Mark"/>
    internal Task<(MessageMarks Marks, bool Changed)> Unmark(InboxAddress inbox, long seq, InboxMark mark, CancellationToken cancellation = default) => Change(
        inbox, seq,
        (db, token) => mark == InboxMark.Read
            ? db.InboxReads.Where(r => r.Campaign == inbox.Campaign && r.Recipient == inbox.Recipient && r.Seq == seq).ExecuteDeleteAsync(token)
            : db.InboxDones.Where(r => r.Campaign == inbox.Campaign && r.Recipient == inbox.Recipient && r.Seq == seq).ExecuteDeleteAsync(token),
        cancellation);

    /// <summary>How inboxes of a campaign stand.</summary>
    internal async Task<IReadOnlyDictionary<string, InboxCounts>> Counts(string campaign, IReadOnlyCollection<string> recipients, CancellationToken cancellation = default)
    {
        await using var db = database.OpenToRead();
        // Sequences have no gaps and messages are never removed: what is not marked is the head without the marks.
        var found = await db.InboxHeads.Where(h => h.Campaign == campaign && recipients.Contains(h.Recipient))
            .Select(h => new
            {
                h.Recipient, h.Head,
                Read = db.InboxReads.LongCount(r => r.Campaign == h.Campaign && r.Recipient == h.Recipient),
                Done = db.InboxDones.LongCount(r => r.Campaign == h.Campaign && r.Recipient == h.Recipient),
            })
            .ToDictionaryAsync(h => h.Recipient, h => new InboxCounts(h.Head, h.Head - h.Read, h.Head - h.Done), cancellation);
        return recipients.Distinct().ToDictionary(r => r, r => found.GetValueOrDefault(r, InboxCounts.Empty));
    }

    /// <summary>Messages of one inbox, or of several as one list, the latest first.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="recipients">The inboxes.</param>
    /// <param name="filter">Which messages.</param>
    /// <param name="after">The last one of the page before; null = from the latest.</param>
    /// <param name="most">Rows.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<List<MarkedMessage>> Page(
        string campaign, IReadOnlyCollection<string> recipients, InboxFilter filter, InboxKey? after, int most, CancellationToken cancellation = default)
    {
        await using var db = database.OpenToRead();
        var rows = InboxQuery.After(InboxQuery.Of(db, campaign, recipients, filter), after);
        return await InboxQuery.Marked(db, InboxQuery.Latest(rows, most)).ToListAsync(cancellation);
    }

    private Task<(MessageMarks Marks, bool Changed)> Change(
        InboxAddress inbox, long seq, Func<CoordinationDb, CancellationToken, Task<int>> change, CancellationToken cancellation) => database.Write(
        async (db, token) =>
        {
            var message = db.Inbox.Where(m => m.Campaign == inbox.Campaign && m.Recipient == inbox.Recipient && m.Seq == seq);
            var rows = await message.AnyAsync(token) ? await change(db, token) : throw new RefusedException(new Refusal("message.unknown", $"{seq}"));
            return ((await InboxQuery.Marked(db, message.AsNoTracking()).SingleAsync(token)).Marks, rows > 0);
        },
        cancellation);
}
