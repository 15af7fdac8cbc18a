using System.Text.Json;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Channels;

/// <summary>What a seat asks for.</summary>
/// <param name="Template">Null for mail.</param>
internal sealed record WantedChannel(string Campaign, string Recipient, ChannelKind Kind, string Target, WebhookTemplate? Template, string? Secret)
{
    /// <summary>A record would print its members, the secret among them.</summary>
    public override string ToString() => $"{Campaign}/{Recipient} {Kind}";
}

/// <summary>The channels of seats: set, removed, tested. Nobody has one before it is asked for.</summary>
public sealed class ChannelBook(CoordinationDatabase database, WaitingMessages messages, TimeProvider time)
{
    /// <summary>Between two tests of a channel: a test must not become a way to trouble somebody.</summary>
    internal static readonly TimeSpan BetweenTests = TimeSpan.FromMinutes(1);

    /// <summary>Sets a channel, and answers it with its inbox's head. A new one begins at the inbox's head; one that is in use goes on where it is, to the new target.</summary>
    internal async Task<(ChannelRow Channel, long Head)> Set(WantedChannel wanted, string by, CancellationToken cancellation)
    {
        var holder = await messages.Holder(wanted.Campaign, wanted.Recipient, cancellation);
        var (kind, template) = (Word(wanted.Kind), wanted.Template is { } t ? Word(t) : null);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return await database.Write(
            async (db, token) =>
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO channel (campaign, recipient, kind, target, template, secret, holder, cursor, attempts, not_before, leased_until, enabled, created_at, set_by)
                    SELECT {wanted.Campaign}, {wanted.Recipient}, {kind}, {wanted.Target}, {template}, {wanted.Secret}, {holder},
                      coalesce((SELECT head FROM inbox_head WHERE campaign = {wanted.Campaign} AND recipient = {wanted.Recipient}), 0), 0, 0, 0, {true}, {now}, {by}
                    WHERE true
                    ON CONFLICT (campaign, recipient, kind) DO UPDATE SET target = excluded.target, template = excluded.template, secret = excluded.secret,
                      holder = excluded.holder, cursor = CASE WHEN channel.enabled THEN channel.cursor ELSE excluded.cursor END, attempts = 0, not_before = 0,
                      leased_until = 0, leased_by = NULL, last_error = NULL, enabled = excluded.enabled, created_at = excluded.created_at, set_by = excluded.set_by
                    """,
                    token);
                var set = (await List(db, wanted.Campaign, [wanted.Recipient], token)).Single(c => c.Channel.Kind == wanted.Kind);
                await Tell(db, (wanted.Campaign, wanted.Recipient), by, "channel.set", new { kind, template }, token);
                return set;
            },
            cancellation);
    }

    /// <summary>The channels of a campaign, or of some seats, with the head of each one's inbox.</summary>
    internal static async Task<IReadOnlyList<(ChannelRow Channel, long Head)>> List(CoordinationDb db, string campaign, IReadOnlyList<string>? only, CancellationToken cancellation)
    {
        var rows = await db.Channels.Where(c => c.Campaign == campaign && (only == null || only.Contains(c.Recipient)))
            .OrderBy(c => c.Recipient).ThenBy(c => c.Kind).ToListAsync(cancellation);
        var recipients = rows.Select(c => c.Recipient).Distinct().ToList();
        var heads = await db.InboxHeads.Where(h => h.Campaign == campaign && recipients.Contains(h.Recipient)).ToDictionaryAsync(h => h.Recipient, h => h.Head, cancellation);
        return [.. rows.Select(c => (c, heads.GetValueOrDefault(c.Recipient)))];
    }

    /// <summary>Ends a channel; what it has not sent stays in the inbox.</summary>
    /// <returns>False when there was none.</returns>
    internal Task<bool> Remove(string campaign, string recipient, ChannelKind kind, string by, CancellationToken cancellation) => database.Write(
        async (db, token) =>
        {
            var removed = await One(db, campaign, recipient, kind).ExecuteDeleteAsync(token) == 1;
            if (removed)
            {
                await Tell(db, (campaign, recipient), by, "channel.removed", new { kind = Word(kind) }, token);
            }

            return removed;
        },
        cancellation);

    /// <summary>Takes the right to test a channel now.</summary>
    /// <returns>Whether there is such a channel, and the channel if it may be tested.</returns>
    internal Task<(bool Exists, ChannelRow? Channel)> BeginTest(string campaign, string recipient, ChannelKind kind, CancellationToken cancellation) => database.Write(
        async (db, token) =>
        {
            DateTimeOffset? now = time.GetUtcNow();
            var before = now - BetweenTests;
            var begun = await One(db, campaign, recipient, kind).Where(c => c.TestedAt == null || c.TestedAt <= before)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.TestedAt, now), token);
            var channel = await One(db, campaign, recipient, kind).AsNoTracking().SingleOrDefaultAsync(token);
            return (channel is not null, begun == 1 ? channel : null);
        },
        cancellation);

    /// <summary>Into the audit: that it was done, and by whom. The address is somebody's own, and a webhook's opens something.</summary>
    private Task<AuditRow> Tell(CoordinationDb db, (string Campaign, string Recipient) inbox, string by, string @event, object body, CancellationToken cancellation) =>
        AuditLog.Append(db, new AuditEntry(AuditLog.Server, "channel", $"{inbox.Campaign}/{inbox.Recipient}", time.GetUtcNow(), by, @event, JsonSerializer.Serialize(body)), cancellation);

    private static IQueryable<ChannelRow> One(CoordinationDb db, string campaign, string recipient, ChannelKind kind) =>
        db.Channels.Where(c => c.Campaign == campaign && c.Recipient == recipient && c.Kind == kind);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
