using System.Text.Json;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Auditing;

/// <summary>Writes audit rows that come from no actor, within the transaction of what they tell.</summary>
/// <remarks>
/// Actors' events need nothing of this: the relay audits them. Call it inside <c>CoordinationDatabase.Write</c>, once, as the last
/// thing: on PostgreSQL it holds the campaign's audit head until the commit, and the campaign's relay waits for it.
/// </remarks>
public static class AuditLog
{
    /// <summary>In place of a campaign: what belongs to none. No campaign can have this id, because it has no hyphen.</summary>
    public const string Server = "server";

    private const int LongestName = 200;

    /// <summary>Appends one row.</summary>
    /// <returns>The row, with its sequence and position; it is saved with the transaction.</returns>
    /// <exception cref="ArgumentException">The entry cannot be kept as it is.</exception>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public static async Task<AuditRow> Append(CoordinationDb db, AuditEntry entry, CancellationToken cancellation) =>
        (await Append(db, [entry], cancellation).ConfigureAwait(false))[0];

    /// <summary>Appends rows, in this order within each campaign.</summary>
    /// <inheritdoc cref="Append(CoordinationDb, AuditEntry, CancellationToken)"/>
    public static async Task<IReadOnlyList<AuditRow>> Append(CoordinationDb db, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(entries);
        _ = db.Database.CurrentTransaction ?? throw new InvalidOperationException($"Append within {nameof(CoordinationDatabase)}.{nameof(CoordinationDatabase.Write)}: a row without what it tells would be a lie.");
        foreach (var entry in entries)
        {
            Require(entry);
        }

        var heads = await AuditHeads.Advance(db, entries.Select(e => e.Campaign), cancellation).ConfigureAwait(false);
        var left = entries.GroupBy(e => e.Campaign).ToDictionary(c => c.Key, c => c.Count());
        var rows = new List<AuditRow>();
        foreach (var entry in entries)
        {
            var seq = await NextSequence(db, entry, cancellation).ConfigureAwait(false);
            rows.Add(Row(entry, seq, heads[entry.Campaign] - --left[entry.Campaign]));
        }

        db.Audit.AddRange(rows);
        return rows;
    }

    /// <summary>The campaign stands first in the key, as in an actor's: rows of one thing then lie in one campaign.</summary>
    internal static string KeyOf(AuditEntry entry) => $"{entry.Campaign}/{entry.Id}";

    private static AuditRow Row(AuditEntry entry, long seq, long position) => new()
    {
        Campaign = entry.Campaign,
        GrainType = entry.Type,
        GrainKey = KeyOf(entry),
        Seq = seq,
        At = entry.At,
        Actor = entry.Actor,
        EventType = entry.Event,
        Body = entry.Body,
        Position = position,
    };

    /// <summary>Such rows are told at once, so the cursor of what is told is also their counter.</summary>
    private static async Task<long> NextSequence(CoordinationDb db, AuditEntry entry, CancellationToken cancellation)
    {
        await using var command = db.Statement("""
            INSERT INTO relay_cursor (grain_type, grain_key, campaign, seq) VALUES (@type, @key, @campaign, 1)
            ON CONFLICT (grain_type, grain_key) DO UPDATE SET seq = relay_cursor.seq + 1 RETURNING seq
            """);
        command.Set("type", entry.Type).Set("key", KeyOf(entry)).Set("campaign", entry.Campaign);
        return (long)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }

    private static void Require(AuditEntry entry)
    {
        var fault =
            entry.Campaign != Server && !CampaignId.IsValid(entry.Campaign) ? "names no campaign"
            : !IdText.IsValid(entry.Type) ? "has a type that is no id"
            : Unfit(entry.Id) ? "has no usable id"
            : Unfit(entry.Event) ? "has no usable event"
            : entry.Actor is not null && Unfit(entry.Actor) ? "has no usable actor"
            : !IsObject(entry.Body) ? "has a body that is no JSON object"
            : null;
        if (fault is not null)
        {
            throw new ArgumentException($"An audit entry {fault}: {entry.Type} '{entry.Event}'.", nameof(entry));
        }
    }

    /// <summary>PostgreSQL keeps no U+0000, and a line break would fake a row in an export.</summary>
    private static bool Unfit(string text) => text.Length is 0 or > LongestName || text.Any(char.IsControl);

    private static bool IsObject(string body)
    {
        try
        {
            using var read = JsonDocument.Parse(body);
            return read.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
