using System.Globalization;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Relaying;

/// <summary>Applies some outbox rows in one transaction: audit, registers, steps, inboxes, cursors, and the rows' removal.</summary>
public sealed class RelayTransaction
{
    /// <summary>Any constant of our own; with the shard's number it keeps a second relay of the shard out, should there ever be one.</summary>
    private const int LockClass = 0x7265;

    private readonly CoordinationDatabase _database;
    private readonly InboxHints _hints;
    private readonly ILookup<string, IRegister> _registers;

    /// <param name="database">Where everything stands.</param>
    /// <param name="registers">Every room's registers.</param>
    /// <param name="hints">Told after the commit.</param>
    public RelayTransaction(CoordinationDatabase database, IEnumerable<IRegister> registers, InboxHints hints)
    {
        _database = database;
        _hints = hints;
        _registers = registers.ToLookup(register => register.GrainType);
    }

    internal static RelayedEvent Event(OutboxRow row) =>
        new(row.GrainType, row.GrainKey, row.Campaign, row.Seq, row.At, row.Actor, row.EventType, row.Body);

    internal async Task Apply(int shard, IReadOnlyList<OutboxRow> rows, RelayPass pass, CancellationToken cancellation)
    {
        var (applied, repeated) = (0, 0);
        var waiting = new HashSet<(string, string)>();
        var hints = await _database.Write(
            async (db, token) =>
            {
                await KeepOthersOut(db, shard, token).ConfigureAwait(false);
                var cursors = await Cursors(db, rows, token).ConfigureAwait(false);
                var batch = new RelayBatch(db);
                foreach (var row in rows.Where(row => !pass.IsAside((row.GrainType, row.GrainKey)) && !waiting.Contains((row.GrainType, row.GrainKey))))
                {
                    var told = cursors.GetValueOrDefault((row.GrainType, row.GrainKey))?.Seq ?? 0;
                    if (row.Seq > told + 1)
                    {
                        waiting.Add((row.GrainType, row.GrainKey));
                        continue;
                    }

                    db.Outbox.Remove(row);
                    (applied, repeated) = row.Seq <= told ? (applied, repeated + 1) : (applied + 1, repeated);
                    if (row.Seq > told)
                    {
                        await Tell(row, batch, cursors, token).ConfigureAwait(false);
                    }
                }

                await StepWriter.Write(batch, token).ConfigureAwait(false);
                return await InboxWriter.Write(batch, token).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        pass.Waiting.UnionWith(waiting);
        pass.Applied += applied;
        pass.Repeated += repeated;
        _hints.Publish(hints);
    }

    private async Task Tell(OutboxRow row, RelayBatch batch, Dictionary<(string, string), RelayCursorRow> cursors, CancellationToken cancellation)
    {
        var told = batch.Current = Event(row);
        try
        {
            foreach (var register in _registers[row.GrainType])
            {
                await register.Apply(told, batch, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            throw new EventRefusedException(told, refused);
        }

        batch.Db.Audit.Add(new AuditRow
        {
            Campaign = row.Campaign,
            GrainType = row.GrainType,
            GrainKey = row.GrainKey,
            Seq = row.Seq,
            At = row.At,
            Actor = row.Actor,
            EventType = row.EventType,
            Body = row.Body,
        });
        Advance(row, batch.Db, cursors);
    }

    private static void Advance(OutboxRow row, CoordinationDb db, Dictionary<(string, string), RelayCursorRow> cursors)
    {
        if (cursors.TryGetValue((row.GrainType, row.GrainKey), out var cursor))
        {
            cursor.Seq = row.Seq;
            return;
        }

        cursor = new RelayCursorRow { GrainType = row.GrainType, GrainKey = row.GrainKey, Campaign = row.Campaign, Seq = row.Seq };
        db.RelayCursors.Add(cursor);
        cursors.Add((row.GrainType, row.GrainKey), cursor);
    }

    private async Task KeepOthersOut(CoordinationDb db, int shard, CancellationToken cancellation)
    {
        if (_database.Provider == DatabaseProvider.PostgreSql)
        {
            await db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({LockClass}, {shard})"), cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<Dictionary<(string, string), RelayCursorRow>> Cursors(CoordinationDb db, IReadOnlyList<OutboxRow> rows, CancellationToken cancellation)
    {
        var types = rows.Select(r => r.GrainType).Distinct().ToList();
        var keys = rows.Select(r => r.GrainKey).Distinct().ToList();
        return await db.RelayCursors.Where(c => types.Contains(c.GrainType) && keys.Contains(c.GrainKey))
            .ToDictionaryAsync(c => (c.GrainType, c.GrainKey), cancellation).ConfigureAwait(false);
    }
}
