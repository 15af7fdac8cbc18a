using System.Data.Common;
using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Auditing;

/// <summary>Reads rows and seals by position, page by page, as they stand there.</summary>
internal sealed class AuditReader(DbConnection connection, DbTransaction? transaction)
{
    private const string RowsText = """
        SELECT position, grain_type, grain_key, seq, at, actor, event_type, body FROM audit
        WHERE campaign = @campaign AND position >= @from ORDER BY position LIMIT @limit
        """;

    private const string SealsText = """
        SELECT position, row_hash, chain FROM audit_seal WHERE campaign = @campaign AND position >= @from ORDER BY position LIMIT @limit
        """;

    /// <summary>Rows from a position on.</summary>
    public Task<IReadOnlyList<AuditedRow>> Rows(string campaign, long from, int limit, CancellationToken cancellation) =>
        Page(RowsText, campaign, from, limit, Row, cancellation);

    /// <summary>Seals from a position on.</summary>
    public Task<IReadOnlyList<AuditSeal>> Seals(string campaign, long from, int limit, CancellationToken cancellation) =>
        Page(SealsText, campaign, from, limit, rows => new AuditSeal(rows.GetInt64(0), Bytes(rows, 1), Bytes(rows, 2)), cancellation);

    private async Task<IReadOnlyList<T>> Page<T>(string text, string campaign, long from, int limit, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // the constants above
        command.CommandText = text;
#pragma warning restore CA2100
        command.Set("campaign", campaign).Set("from", from).Set("limit", limit);
        var page = new List<T>();
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            page.Add(read(rows));
        }

        return page;
    }

    private static AuditedRow Row(DbDataReader row) => new(
        row.GetInt64(0), Bytes(row, 1), Bytes(row, 2), row.GetInt64(3), row.GetInt64(4), row.IsDBNull(5) ? default(ReadOnlyMemory<byte>?) : Bytes(row, 5), Bytes(row, 6), Bytes(row, 7));

    /// <summary>Texts come as bytes too: in a string all invalid characters would look alike.</summary>
    private static ReadOnlyMemory<byte> Bytes(DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
