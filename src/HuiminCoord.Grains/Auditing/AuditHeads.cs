using System.Text.Json;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Auditing;

/// <summary>Gives out positions: per campaign 1, 2, 3 … without gaps.</summary>
/// <remarks>
/// A position is given in the transaction that writes its row. On PostgreSQL the head's row stays locked until that transaction
/// ends, so positions become visible in their order and none is ever missing.
/// </remarks>
internal static class AuditHeads
{
    /// <summary>Sorted: two transactions that advance several campaigns in different orders would lock each other out.</summary>
    private const string Text = """
        INSERT INTO audit_head (campaign, position) SELECT {0} WHERE true ORDER BY 1
        ON CONFLICT (campaign) DO UPDATE SET position = audit_head.position + excluded.position RETURNING campaign, position
        """;

    private const string OnSqlite = "json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(@rows)";
    private const string OnPostgreSql = "value ->> 0, (value ->> 1)::bigint FROM json_array_elements(@rows::json)";

    /// <param name="db">An open transaction.</param>
    /// <param name="campaigns">The campaign of each row that is to be written; a campaign of several rows comes several times.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The new head of each campaign: its last row's position.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> Advance(CoordinationDb db, IEnumerable<string> campaigns, CancellationToken cancellation)
    {
        await using var command = db.Statement(Text.Replace("{0}", OnSqlite, StringComparison.Ordinal), Text.Replace("{0}", OnPostgreSql, StringComparison.Ordinal));
        command.Set("rows", JsonSerializer.Serialize(campaigns.GroupBy(c => c).Select(c => new object[] { c.Key, c.Count() })));
        var heads = new Dictionary<string, long>();
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            heads.Add(rows.GetString(0), rows.GetInt64(1));
        }

        return heads;
    }
}
