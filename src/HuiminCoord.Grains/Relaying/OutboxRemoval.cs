using System.Data.Common;
using System.Text.Json;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HuiminCoord.Grains.Relaying;

/// <summary>Moves told events from the outbox to the audit: three statements a page, however many events it holds.</summary>
internal static class OutboxRemoval
{
    /// <summary>The stretch of the index that a page covers; other events may have been committed into it since.</summary>
    private const string InStretch = """
        shard = @shard AND (at, grain_type, grain_key, seq) >= (@at, @type, @key, @seq)
        AND (at, grain_type, grain_key, seq) <= (@lastAt, @lastType, @lastKey, @lastSeq) AND
        """;

    /// <summary>The plus signs keep SQLite from looking each row up by its time alone: at nine o'clock they all have the same.</summary>
    private const string OnSqlite = """
        (+at, +grain_type, +grain_key, +seq) IN
        (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]') FROM json_each(@rows))
        """;

    private const string OnPostgreSql = """
        (at, grain_type, grain_key, seq) IN
        (SELECT (value ->> 0)::bigint, value ->> 1, value ->> 2, (value ->> 3)::bigint FROM json_array_elements(@rows::json))
        """;

    /// <summary>Positions end at the head, which was advanced by as many; within a page they follow the outbox's order.</summary>
    private const string ToAudit = """
        INSERT INTO audit (campaign, grain_type, grain_key, seq, at, actor, event_type, body, position)
        SELECT campaign, grain_type, grain_key, seq, at, actor, event_type, body,
               (SELECT position FROM audit_head AS head WHERE head.campaign = outbox.campaign) + 1
               - row_number() OVER (PARTITION BY campaign ORDER BY at DESC, grain_type DESC, grain_key DESC, seq DESC)
        FROM outbox WHERE
        """;

    /// <param name="db">The relay's open transaction.</param>
    /// <param name="page">What was read, in the outbox's order.</param>
    /// <param name="told">Events told now: they are audited and removed.</param>
    /// <param name="repeated">Events told before: they are only removed.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task Write(
        CoordinationDb db, IReadOnlyList<OutboxRow> page, IReadOnlyList<OutboxRow> told, IReadOnlyList<OutboxRow> repeated, CancellationToken cancellation)
    {
        var these = $"{InStretch} {(db.Database.IsNpgsql() ? OnPostgreSql : OnSqlite)}";
        if (told.Count > 0)
        {
            await AuditHeads.Advance(db, told.Select(row => row.Campaign), cancellation).ConfigureAwait(false);
            await Execute(db, $"{ToAudit} {these}", page, told, cancellation).ConfigureAwait(false);
        }

        if (told.Count + repeated.Count > 0)
        {
            await Execute(db, $"DELETE FROM outbox WHERE {these}", page, [.. told, .. repeated], cancellation).ConfigureAwait(false);
        }
    }

    private static async Task Execute(CoordinationDb db, string text, IReadOnlyList<OutboxRow> page, IReadOnlyList<OutboxRow> rows, CancellationToken cancellation)
    {
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // put together from the constants above
        command.CommandText = text;
#pragma warning restore CA2100
        var (first, last) = (page[0], page[^1]);
        var keys = rows.Select(row => new object[] { row.At.ToUnixTimeMilliseconds(), row.GrainType, row.GrainKey, row.Seq });
        command.Set("shard", first.Shard).Set("rows", JsonSerializer.Serialize(keys))
            .Set("at", first.At.ToUnixTimeMilliseconds()).Set("type", first.GrainType).Set("key", first.GrainKey).Set("seq", first.Seq)
            .Set("lastAt", last.At.ToUnixTimeMilliseconds()).Set("lastType", last.GrainType).Set("lastKey", last.GrainKey).Set("lastSeq", last.Seq);
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
