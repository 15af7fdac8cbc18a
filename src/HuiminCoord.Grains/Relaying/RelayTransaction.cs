using System.Globalization;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Grains.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Grains.Relaying;

/// <summary>Applies some outbox rows in one transaction: audit, registers, steps, inboxes, cursors, and the rows' removal.</summary>
public sealed class RelayTransaction
{
    /// <summary>Any constant of our own; with the shard's number it keeps a second relay of the shard out, should there ever be one.</summary>
    private const int LockClass = 0x7265;

    private readonly CoordinationDatabase _database;
    private readonly InboxHints _hints;
    private readonly CampaignClock _clock;
    private readonly Instruments _instruments;
    private readonly ILookup<string, IRegister> _registers;

    /// <param name="database">Where everything stands.</param>
    /// <param name="registers">Every room's registers.</param>
    /// <param name="hints">Told after the commit.</param>
    /// <param name="clock">Says the real time at which messages are told.</param>
    /// <param name="instruments">Where batches and steps are measured.</param>
    public RelayTransaction(
        CoordinationDatabase database, IEnumerable<IRegister> registers, InboxHints hints, CampaignClock clock, Instruments instruments)
    {
        (_database, _hints, _clock, _instruments) = (database, hints, clock, instruments);
        _registers = registers.ToLookup(register => register.GrainType);
    }

    internal static RelayedEvent Event(OutboxRow row) =>
        new(row.GrainType, row.GrainKey, row.Campaign, row.Seq, row.At, row.Actor, row.EventType, row.Body);

    internal async Task Apply(int shard, IReadOnlyList<OutboxRow> rows, RelayPass pass, CancellationToken cancellation)
    {
        var page = rows.Where(row => !pass.IsAside((row.GrainType, row.GrainKey))).ToList();
        if (page.Count == 0)
        {
            return;
        }

        using var watch = new RelayWatch(_instruments, page);
        var sorted = new SortedRows();
        var (hints, batch) = await _database.Write((db, token) => WriteAll(db, shard, page, sorted, watch, token), cancellation).ConfigureAwait(false);
        watch.Committed(batch, sorted.Told.Count);
        pass.Add(sorted.Told.Count, sorted.Repeated.Count, sorted.Waiting);
        _hints.Publish(hints);
    }

    private async Task<(IReadOnlyList<InboxHint> Hints, RelayBatch Batch)> WriteAll(
        CoordinationDb db, int shard, List<OutboxRow> page, SortedRows sorted, RelayWatch watch, CancellationToken cancellation)
    {
        await KeepOthersOut(db, shard, cancellation).ConfigureAwait(false);
        var batch = new RelayBatch(db) { ToldAt = _clock.RealNow };
        await TellAll(page, batch, sorted, watch, cancellation).ConfigureAwait(false);
        await OutboxRemoval.Write(db, page, sorted.Told, sorted.Repeated, cancellation).ConfigureAwait(false);
        await StepWriter.Write(batch, cancellation).ConfigureAwait(false);
        return (await InboxWriter.Write(batch, cancellation).ConfigureAwait(false), batch);
    }

    private async Task TellAll(List<OutboxRow> page, RelayBatch batch, SortedRows sorted, RelayWatch watch, CancellationToken cancellation)
    {
        var cursors = await Cursors(batch.Db, page, cancellation).ConfigureAwait(false);
        foreach (var row in page)
        {
            var told = cursors.GetValueOrDefault((row.GrainType, row.GrainKey))?.Seq ?? 0;
            if (row.Seq > told + 1)
            {
                // Its predecessor is still being committed, or stands further down; a later pass takes it.
                sorted.Waiting.Add((row.GrainType, row.GrainKey));
            }
            else if (row.Seq <= told)
            {
                sorted.Repeated.Add(row);
            }
            else
            {
                await Tell(watch.Begin(row), batch, cancellation).ConfigureAwait(false);
                watch.BackToBatch();
                Advance(row, batch.Db, cursors);
                sorted.Told.Add(row);
            }
        }
    }

    private async Task Tell(RelayedEvent told, RelayBatch batch, CancellationToken cancellation)
    {
        batch.Current = told;
        try
        {
            foreach (var register in _registers[told.GrainType])
            {
                await register.Apply(told, batch, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            throw new EventRefusedException(told, refused);
        }
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

    private static async Task<Dictionary<(string, string), RelayCursorRow>> Cursors(CoordinationDb db, List<OutboxRow> rows, CancellationToken cancellation)
    {
        var types = rows.Select(r => r.GrainType).Distinct().ToList();
        var keys = rows.Select(r => r.GrainKey).Distinct().ToList();
        return await db.RelayCursors.Where(c => types.Contains(c.GrainType) && keys.Contains(c.GrainKey))
            .ToDictionaryAsync(c => (c.GrainType, c.GrainKey), cancellation).ConfigureAwait(false);
    }

    /// <summary>A page's rows by what becomes of them.</summary>
    private sealed class SortedRows
    {
        public List<OutboxRow> Told { get; } = [];

        public List<OutboxRow> Repeated { get; } = [];

        public HashSet<(string, string)> Waiting { get; } = [];
    }
}
