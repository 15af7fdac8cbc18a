using System.Data.Common;
using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Auditing;

/// <summary>Reads what the audit's rows have to fit: heads, counters of the actors, and the checkpoints that the database keeps.</summary>
internal sealed class AuditClaimReader(DbConnection connection, DbTransaction snapshot)
{
    /// <summary>The schema's version; 0 when there is none.</summary>
    public async Task<long> Version(CancellationToken cancellation)
    {
        try
        {
            return (await List("SELECT coalesce(max(version), 0) FROM schema_version", row => row.GetInt64(0), cancellation).ConfigureAwait(false))[0];
        }
        catch (DbException)
        {
            return 0;
        }
    }

    /// <summary>Every campaign that any of the audit's tables knows.</summary>
    public Task<List<string>> Campaigns(CancellationToken cancellation) => List(
        """
        SELECT campaign FROM audit_head UNION SELECT campaign FROM audit_seal_head UNION SELECT DISTINCT campaign FROM audit
        UNION SELECT DISTINCT campaign FROM audit_seal UNION SELECT DISTINCT campaign FROM audit_checkpoint
        """,
        row => row.GetString(0),
        cancellation);

    /// <summary>The last position given, by campaign.</summary>
    public async Task<Dictionary<string, long>> Heads(CancellationToken cancellation) =>
        (await List("SELECT campaign, position FROM audit_head", row => (Campaign: row.GetString(0), Position: row.GetInt64(1)), cancellation).ConfigureAwait(false))
        .ToDictionary(h => h.Campaign, h => h.Position);

    /// <summary>How many events each actor told, by campaign and actor.</summary>
    public async Task<Dictionary<string, Dictionary<string, long>>> Told(CancellationToken cancellation) =>
        (await List(
            "SELECT campaign, grain_type, grain_key, seq FROM relay_cursor WHERE seq > 0",
            row => (Campaign: row.GetString(0), Grain: $"{row.GetString(1)}/{row.GetString(2)}", Seq: row.GetInt64(3)),
            cancellation).ConfigureAwait(false))
        .GroupBy(t => t.Campaign).ToDictionary(c => c.Key, c => c.ToDictionary(t => t.Grain, t => t.Seq));

    /// <summary>How far a campaign is sealed; null when nothing is.</summary>
    public async Task<SealHead?> Sealed(string campaign, CancellationToken cancellation) =>
        (await List(
            "SELECT position, chain, checkpoint FROM audit_seal_head WHERE campaign = @campaign",
            row => new SealHead(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2)),
            cancellation,
            campaign).ConfigureAwait(false))
        .SingleOrDefault();

    /// <summary>A campaign's checkpoints, by number.</summary>
    public Task<List<SignedCheckpoint>> Checkpoints(string campaign, CancellationToken cancellation) => List(
        "SELECT number, position, chain, at, key, signature FROM audit_checkpoint WHERE campaign = @campaign ORDER BY number",
        row => new SignedCheckpoint(
            new(campaign, row.GetInt64(0), row.GetInt64(1), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2)), row.GetInt64(3), row.GetString(4)),
            Convert.ToBase64String(row.GetFieldValue<byte[]>(5))),
        cancellation,
        campaign);

    private async Task<List<T>> List<T>(string text, Func<DbDataReader, T> read, CancellationToken cancellation, string? campaign = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = snapshot;
#pragma warning disable CA2100 // constants of this file
        command.CommandText = text;
#pragma warning restore CA2100
        if (campaign is not null)
        {
            command.Set("campaign", campaign);
        }

        var list = new List<T>();
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            list.Add(read(rows));
        }

        return list;
    }
}
