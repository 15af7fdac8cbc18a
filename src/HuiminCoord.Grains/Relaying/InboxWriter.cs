using System.Data.Common;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HuiminCoord.Grains.Relaying;

/// <summary>Writes the messages of a batch and numbers them: per recipient 1, 2, 3 … without gaps.</summary>
internal static class InboxWriter
{
    /// <returns>The new head of each recipient that got something.</returns>
    public static async Task<IReadOnlyList<InboxHint>> Write(RelayBatch batch, CancellationToken cancellation)
    {
        var fresh = await WithoutRepetitions(batch, cancellation).ConfigureAwait(false);
        var hints = new List<InboxHint>();

        // Sorted: two relays that count in different orders would lock each other out.
        foreach (var inbox in fresh.GroupBy(m => (m.Draft.Campaign, m.Draft.Recipient))
            .OrderBy(g => g.Key.Campaign, StringComparer.Ordinal).ThenBy(g => g.Key.Recipient, StringComparer.Ordinal))
        {
            var messages = inbox.ToList();
            var head = await Advance(batch.Db, inbox.Key.Campaign, inbox.Key.Recipient, messages.Count, cancellation).ConfigureAwait(false);
            batch.Db.Inbox.AddRange(messages.Select((m, i) => Row(m.Draft, m.Origin, head - messages.Count + 1 + i, batch.ToldAt)));
            batch.WrittenKinds.AddRange(messages.Select(m => m.Draft.Kind));
            hints.Add(new InboxHint(inbox.Key.Campaign, inbox.Key.Recipient, head));
        }

        return hints;
    }

    /// <summary>A message of the same event is already there when the event is told again; of another event, it is a register's error.</summary>
    private static async Task<IReadOnlyList<(InboxDraft Draft, RelayedEvent Origin)>> WithoutRepetitions(RelayBatch batch, CancellationToken cancellation)
    {
        if (batch.Messages.Count == 0)
        {
            return [];
        }

        var campaigns = batch.Messages.Select(m => m.Draft.Campaign).Distinct().ToList();
        var recipients = batch.Messages.Select(m => m.Draft.Recipient).Distinct().ToList();
        var slots = batch.Messages.Select(m => m.Draft.Slot).Distinct().ToList();
        var taken = await batch.Db.Inbox.AsNoTracking()
            .Where(r => campaigns.Contains(r.Campaign) && recipients.Contains(r.Recipient) && slots.Contains(r.Slot))
            .Select(r => new { r.Campaign, r.Recipient, r.Slot, r.GrainType, r.GrainKey, r.GrainSeq })
            .ToDictionaryAsync(r => (r.Campaign, r.Recipient, r.Slot), r => (r.GrainType, r.GrainKey, r.GrainSeq), cancellation).ConfigureAwait(false);
        var fresh = new List<(InboxDraft, RelayedEvent)>();
        foreach (var (draft, origin) in batch.Messages)
        {
            if (!taken.TryGetValue((draft.Campaign, draft.Recipient, draft.Slot), out var first))
            {
                fresh.Add((draft, origin));
            }
            else if (first != (origin.GrainType, origin.GrainKey, origin.Sequence))
            {
                throw new EventRefusedException(origin, new RegisterException(
                    $"{draft.Recipient} already has a message for slot '{draft.Slot}', from {first.GrainType}/{first.GrainKey} number {first.GrainSeq}."));
            }
        }

        return fresh;
    }

    private static async Task<long> Advance(CoordinationDb db, string campaign, string recipient, int count, CancellationToken cancellation)
    {
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = """
            INSERT INTO inbox_head (campaign, recipient, head) VALUES (@campaign, @recipient, @count)
            ON CONFLICT (campaign, recipient) DO UPDATE SET head = inbox_head.head + excluded.head RETURNING head
            """;
        command.Set("campaign", campaign).Set("recipient", recipient).Set("count", (long)count);
        return (long)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }

    private static InboxRow Row(InboxDraft draft, RelayedEvent origin, long seq, DateTimeOffset? toldAt) => new()
    {
        Campaign = draft.Campaign,
        Recipient = draft.Recipient,
        Seq = seq,
        Slot = draft.Slot,
        At = draft.At,
        Kind = draft.Kind,
        Title = draft.Title,
        Body = draft.Body,
        Data = draft.Data,
        GrainType = origin.GrainType,
        GrainKey = origin.GrainKey,
        GrainSeq = origin.Sequence,
        Trace = origin.Trace,
        ToldAt = toldAt,
    };
}
