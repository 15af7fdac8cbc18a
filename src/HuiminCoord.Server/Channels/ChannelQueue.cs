using System.Globalization;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Channels.Reaching;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Channels;

/// <summary>Which channels have something to send, and to whom of the silos each belongs for the moment.</summary>
/// <remarks>
/// A claim is a lease: one statement takes channels that nobody holds, and every later write names the claim, so that a process that
/// was frozen past its lease changes nothing any more. Instants are real time.
/// </remarks>
public sealed class ChannelQueue(CoordinationDatabase database, TimeProvider time)
{
    /// <summary>Longer than one attempt with its commit can take; each commit renews it. A dead process's channels wait this long.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly DateTimeOffset Free = DateTimeOffset.UnixEpoch;

    private static readonly string ClaimAlone = ClaimText("");
    private static readonly string ClaimBesideOthers = ClaimText("FOR UPDATE OF c SKIP LOCKED");

    private readonly string _process = Guid.NewGuid().ToString("N");
    private int _claims;

    /// <summary>Takes channels that have waiting messages and do not rest, those that have waited longest first.</summary>
    internal async Task<IReadOnlyList<ChannelRow>> Claim(ChannelKind kind, int most, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // Mostly there is nothing: only a look, beside the writers.
        return await AnyDue(kind, now, cancellation) ? await database.Write((db, token) => Claim(db, kind, most, now, token), cancellation) : [];
    }

    /// <summary>Writes down what became of an attempt, if the claim still holds.</summary>
    /// <param name="last">True = the claim ends with it.</param>
    /// <returns>False when the channel belongs to somebody else by now, or was set anew.</returns>
    internal Task<bool> Settle(ChannelRow channel, OutsideMessage message, Verdict verdict, string? error, int attempts, bool last, CancellationToken cancellation) =>
        database.Write(
            async (db, token) =>
            {
                var now = time.GetUtcNow();
                var ends = verdict.Outcome is not null;
                var (cursor, rests, leased) = (ends ? message.Seq : message.Seq - 1, now + verdict.Wait, last || !ends ? Free : now + Lease);
                var moved = await Mine(db, channel).Where(c => c.Cursor == message.Seq - 1).ExecuteUpdateAsync(
                    set => set.SetProperty(c => c.Cursor, cursor).SetProperty(c => c.Attempts, verdict.Attempts).SetProperty(c => c.NotBefore, rests)
                        .SetProperty(c => c.LeasedUntil, leased).SetProperty(c => c.LastError, error),
                    token);
                if (moved == 1 && ends)
                {
                    db.Deliveries.Add(new DeliveryRow
                    {
                        Campaign = message.Campaign, Recipient = message.Recipient, Seq = message.Seq, Kind = channel.Kind, DeliveryId = message.Id,
                        Outcome = verdict.Outcome!, At = now, Attempts = attempts, Error = error,
                    });
                }

                return moved == 1;
            },
            cancellation);

    /// <summary>Gives a claim back without having done anything.</summary>
    internal Task Release(ChannelRow channel) =>
        database.Write((db, token) => Mine(db, channel).ExecuteUpdateAsync(set => set.SetProperty(c => c.LeasedUntil, Free), token));

    /// <summary>Switches a channel off until somebody sets it anew.</summary>
    internal Task SwitchOff(ChannelRow channel, string why) => database.Write((db, token) => Mine(db, channel).ExecuteUpdateAsync(
        set => set.SetProperty(c => c.Enabled, false).SetProperty(c => c.LastError, why).SetProperty(c => c.LeasedUntil, Free), token));

    /// <summary>Takes back what an earlier process of a database that has only one server died with.</summary>
    internal Task ForgetLeases() => database.Provider == DatabaseProvider.PostgreSql
        ? Task.CompletedTask
        : database.Write((db, token) => db.Channels.ExecuteUpdateAsync(set => set.SetProperty(c => c.LeasedUntil, Free), token));

    private static IQueryable<ChannelRow> Mine(CoordinationDb db, ChannelRow channel) => db.Channels.Where(c =>
        c.Campaign == channel.Campaign && c.Recipient == channel.Recipient && c.Kind == channel.Kind && c.LeasedBy == channel.LeasedBy);

    private async Task<bool> AnyDue(ChannelKind kind, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        return await db.Channels
            .Where(c => c.Kind == kind && c.Enabled && c.NotBefore <= now && c.LeasedUntil <= now)
            .AnyAsync(c => db.InboxHeads.Any(h => h.Campaign == c.Campaign && h.Recipient == c.Recipient && h.Head > c.Cursor), cancellation);
    }

    private async Task<IReadOnlyList<ChannelRow>> Claim(CoordinationDb db, ChannelKind kind, int most, DateTimeOffset now, CancellationToken cancellation)
    {
        var claim = string.Create(CultureInfo.InvariantCulture, $"{_process}/{Interlocked.Increment(ref _claims)}");
        return await db.Channels.FromSqlRaw(
            database.Provider == DatabaseProvider.PostgreSql ? ClaimBesideOthers : ClaimAlone,
            kind == ChannelKind.Mail ? "mail" : "webhook", now.ToUnixTimeMilliseconds(), most, (now + Lease).ToUnixTimeMilliseconds(), claim)
            .AsNoTracking().ToListAsync(cancellation);
    }

    private static string ClaimText(string others) => $$"""
        WITH due (of_campaign, of_recipient) AS (
          SELECT c.campaign, c.recipient FROM channel AS c JOIN inbox_head AS h ON h.campaign = c.campaign AND h.recipient = c.recipient
          WHERE c.kind = {0} AND c.enabled AND c.cursor < h.head AND c.not_before <= {1} AND c.leased_until <= {1}
          ORDER BY c.not_before, c.campaign, c.recipient LIMIT {2} {{others}})
        UPDATE channel SET leased_until = {3}, leased_by = {4} FROM due WHERE campaign = of_campaign AND recipient = of_recipient AND kind = {0}
        RETURNING campaign, recipient, kind, target, template, secret, holder, cursor, attempts, not_before, leased_until, leased_by, last_error, enabled,
          created_at, set_by, tested_at
        """;
}
