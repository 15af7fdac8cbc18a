using System.Text.Json;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Push;

/// <summary>One inbox.</summary>
public readonly record struct InboxAddress(string Campaign, string Recipient);

/// <summary>A message with what its way to a client is measured by.</summary>
/// <param name="Trace">W3C <c>traceparent</c> of the relay's work; null when nobody traced it.</param>
/// <param name="ToldAt">Real time of its commit by the database's clock; null in rows of an older program.</param>
internal sealed record UnsentMessage(InboxItem Item, string? Trace, DateTimeOffset? ToldAt);

/// <summary>Reads inboxes: the truth that pushes only hint at.</summary>
public sealed class InboxReader(CoordinationDatabase database)
{
    /// <summary>Most messages read at once.</summary>
    public const int LargestBatch = 200;

    /// <summary>The newest sequence of an inbox; 0 when it is empty.</summary>
    public async Task<long> Head(InboxAddress inbox, CancellationToken cancellation = default)
    {
        await using var db = database.OpenToRead();
        return (await db.InboxHeads.FindAsync([inbox.Campaign, inbox.Recipient], cancellation))?.Head ?? 0;
    }

    /// <summary>The newest sequences of many inboxes, in one query; empty ones are missing.</summary>
    public async Task<IReadOnlyDictionary<InboxAddress, long>> Heads(IReadOnlyCollection<InboxAddress> inboxes, CancellationToken cancellation = default)
    {
        // Pairs do not fit into one IN: a few rows of other campaigns may come along and find nobody waiting.
        var campaigns = inboxes.Select(i => i.Campaign).Distinct().ToList();
        var recipients = inboxes.Select(i => i.Recipient).Distinct().ToList();
        await using var db = database.OpenToRead();
        return await db.InboxHeads.AsNoTracking()
            .Where(h => campaigns.Contains(h.Campaign) && recipients.Contains(h.Recipient))
            .ToDictionaryAsync(h => new InboxAddress(h.Campaign, h.Recipient), h => h.Head, cancellation);
    }

    /// <summary>The messages after a sequence, ascending.</summary>
    public async Task<IReadOnlyList<InboxItem>> After(InboxAddress inbox, long seq, int limit = LargestBatch, CancellationToken cancellation = default) =>
        [.. (await Unsent(inbox, seq, limit, cancellation)).Select(m => m.Item)];

    /// <summary>The same, for the push channel.</summary>
    internal async Task<IReadOnlyList<UnsentMessage>> Unsent(InboxAddress inbox, long seq, int limit, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var rows = await db.Inbox.AsNoTracking()
            .Where(m => m.Campaign == inbox.Campaign && m.Recipient == inbox.Recipient && m.Seq > seq)
            .OrderBy(m => m.Seq).Take(limit).ToListAsync(cancellation);
        return [.. rows.Select(row => new UnsentMessage(Shown(row), row.Trace, row.ToldAt))];
    }

    private static InboxItem Shown(InboxRow row) => new(
        row.Seq, row.At.ToOffset(ChinaTime.Offset), row.Kind, row.Title, row.Body, row.Slot,
        row.Data is null ? null : JsonSerializer.Deserialize<JsonElement>(row.Data));
}
