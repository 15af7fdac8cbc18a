using System.Data.Common;
using HuiminCoord.Grains.Storage;

namespace HuiminCoord.Grains.Timekeeping;

/// <summary>An actor with something to do.</summary>
/// <param name="Grain">Which one.</param>
/// <param name="WakeAt">UTC milliseconds since when.</param>
/// <param name="FailedBefore">True when its last wake failed.</param>
internal sealed record DueWake(GrainId Grain, long WakeAt, bool FailedBefore)
{
    public string Type => Grain.Type.ToString()!;

    public string Key => Grain.Key.ToString()!;
}

/// <summary>The schedule: the stored documents themselves, through the index on their <c>wakeAt</c>.</summary>
public sealed class WakeIndex(CoordinationDatabase database)
{
    private const string Failing = "LEFT JOIN wake_failure AS f ON f.grain_type = s.grain_type AND f.grain_key = s.grain_key";

    /// <summary>The next instant at which something is due; null when nothing ever is.</summary>
    /// <param name="campaign">Only this campaign; null is all.</param>
    /// <param name="shard">Only this shard; a campaign has its own.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <remarks>An actor that failed to wake counts from the time at which it will be tried again.</remarks>
    public async Task<DateTimeOffset?> NextWake(string? campaign = null, int? shard = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        var text = $"""
            SELECT min(CASE WHEN f.not_before > s.wake_at THEN f.not_before ELSE s.wake_at END)
            FROM grain_state AS s {Failing} WHERE s.wake_at IS NOT NULL
            """;
        if ((campaign is null ? shard : Shards.Of(campaign)) is { } only)
        {
            text += " AND s.shard = @shard";
            command.Set("shard", (long)only);
        }

        if (campaign is not null)
        {
            // Everything below a campaign sorts between "campaign/" and "campaign0": '0' follows '/'.
            text += " AND (s.grain_key = @campaign OR (s.grain_key >= @below AND s.grain_key < @beyond))";
            command.Set("campaign", campaign).Set("below", campaign + "/").Set("beyond", campaign + "0");
        }

        command.CommandText = text;
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }

    /// <summary>The next page of a shard's due actors, without those that failed and are left alone for now.</summary>
    internal async Task<IReadOnlyList<DueWake>> Due(int shard, DateTimeOffset now, DueWake? after, int limit, CancellationToken cancellation = default)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT s.grain_type, s.grain_key, s.wake_at, f.attempts FROM grain_state AS s {Failing}
            WHERE s.shard = @shard AND s.wake_at <= @now AND (f.not_before IS NULL OR f.not_before <= @now)
            {(after is null ? "" : "AND (s.wake_at, s.grain_type, s.grain_key) > (@at, @type, @key)")}
            ORDER BY s.wake_at, s.grain_type, s.grain_key LIMIT @limit
            """;
        command.Set("shard", (long)shard).Set("now", now.ToUnixTimeMilliseconds()).Set("limit", (long)limit);
        if (after is not null)
        {
            command.Set("at", after.WakeAt).Set("type", after.Type).Set("key", after.Key);
        }

        return await Read(command, cancellation).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<DueWake>> Read(DbCommand command, CancellationToken cancellation)
    {
        var due = new List<DueWake>();
        await using var rows = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellation).ConfigureAwait(false))
        {
            due.Add(new DueWake(GrainId.Create(rows.GetString(0), rows.GetString(1)), rows.GetInt64(2), !rows.IsDBNull(3)));
        }

        return due;
    }
}
