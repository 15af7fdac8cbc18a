using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Grains.Relaying;

/// <summary>Tells what is kept: reads a shard's outbox in order and applies it, page by page, each page in one transaction.</summary>
/// <remarks>
/// The order is (campaign time, type, key, sequence), so a rehearsal tells the same story twice. An actor whose event fails
/// or whose predecessor is missing waits alone; the rest of its page goes on.
/// </remarks>
public sealed class Relay(RelayTransaction transaction, RelayFailures failures, CoordinationDatabase database, ILogger<Relay> log)
{
    private const int PageSize = 200;
    private static readonly HashSet<(string GrainType, string GrainKey)> NoFailures = [];

    /// <summary>Applies everything that was committed before the call and can be applied.</summary>
    public async Task<RelayReport> Drain(int shard, CancellationToken cancellation = default)
    {
        var (hasEvents, hasFailures) = await Look(shard, cancellation).ConfigureAwait(false);
        if (!hasEvents && !hasFailures)
        {
            return new RelayReport(0, 0, 0, 0);
        }

        var asideAtFirst = hasFailures ? await failures.NotYetDue(shard, cancellation).ConfigureAwait(false) : NoFailures;
        var pass = new RelayPass(asideAtFirst);
        var total = new RelayReport(0, 0, 0, 0);
        do
        {
            pass.Begin();
            await OnePass(shard, pass, cancellation).ConfigureAwait(false);
            total = total with { Applied = total.Applied + pass.Applied, Repeated = total.Repeated + pass.Repeated };
        }
        while (pass.Applied > 0 && pass.Waiting.Count > 0);
        return total with { Waiting = pass.Waiting.Count, Failed = pass.Failed.Count };
    }

    /// <summary>Most drains find nothing to tell, or no failure to forget; one small statement says so.</summary>
    private async Task<(bool HasEvents, bool HasFailures)> Look(int shard, CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT EXISTS (SELECT 1 FROM outbox WHERE shard = @shard), EXISTS (SELECT 1 FROM relay_failure)";
        command.Set("shard", (long)shard);
        await using var row = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await row.ReadAsync(cancellation).ConfigureAwait(false);
        return (row.GetBoolean(0), row.GetBoolean(1));
    }

    private async Task OnePass(int shard, RelayPass pass, CancellationToken cancellation)
    {
        OutboxRow? after = null;
        while (true)
        {
            var page = await Page(shard, after, cancellation).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return;
            }

            await ApplyOrSetAside(shard, page, pass, cancellation).ConfigureAwait(false);
            after = page[^1];
            if (page.Count < PageSize)
            {
                // What has been committed since then has its own drain: a query that finds nothing is a tenth of a small one.
                return;
            }
        }
    }

    /// <summary>Applies a page; whenever an event is refused, its actor is set aside and the rest is tried again.</summary>
    private async Task ApplyOrSetAside(int shard, IReadOnlyList<OutboxRow> page, RelayPass pass, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await transaction.Apply(shard, page, pass, cancellation).ConfigureAwait(false);
                return;
            }
            catch (EventRefusedException refused)
            {
                await SetAside(refused, pass, cancellation).ConfigureAwait(false);
            }
            catch (Exception unwritable) when (RelayFailures.IsAboutData(unwritable))
            {
                await ApplySingly(shard, page, pass, cancellation).ConfigureAwait(false);
                return;
            }
        }
    }

    /// <summary>The database refuses a row without saying whose: actor by actor, the one at fault shows itself.</summary>
    private async Task ApplySingly(int shard, IReadOnlyList<OutboxRow> page, RelayPass pass, CancellationToken cancellation)
    {
        foreach (var actor in page.GroupBy(row => (row.GrainType, row.GrainKey)).Where(actor => !pass.IsAside(actor.Key)))
        {
            try
            {
                await transaction.Apply(shard, [.. actor], pass, cancellation).ConfigureAwait(false);
            }
            catch (EventRefusedException refused)
            {
                await SetAside(refused, pass, cancellation).ConfigureAwait(false);
            }
            catch (Exception unwritable) when (RelayFailures.IsAboutData(unwritable))
            {
                await SetAside(new EventRefusedException(RelayTransaction.Event(actor.First()), unwritable.InnerException ?? unwritable), pass, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task SetAside(EventRefusedException refused, RelayPass pass, CancellationToken cancellation)
    {
        log.LogError(refused, "The relay sets {Type}/{Key} aside: {Error}", refused.Refused.GrainType, refused.Refused.GrainKey, refused.Message);
        pass.Failed.Add((refused.Refused.GrainType, refused.Refused.GrainKey));
        await failures.Record(refused.Refused, refused.Message, cancellation).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<OutboxRow>> Page(int shard, OutboxRow? after, CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var rows = after is null
            ? db.Outbox.FromSql($"SELECT * FROM outbox WHERE shard = {(long)shard}")
            : db.Outbox.FromSql($"""
                SELECT * FROM outbox WHERE shard = {(long)shard}
                AND (at, grain_type, grain_key, seq) > ({after.At.ToUnixTimeMilliseconds()}, {after.GrainType}, {after.GrainKey}, {after.Seq})
                """);
        return await rows.OrderBy(r => r.At).ThenBy(r => r.GrainType).ThenBy(r => r.GrainKey).ThenBy(r => r.Seq)
            .Take(PageSize).ToListAsync(cancellation).ConfigureAwait(false);
    }
}
