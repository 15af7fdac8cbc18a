using System.Text.Encodings.Web;
using System.Text.Json;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Rehearsals;

/// <summary>The story of a campaign as JSON lines: every event from the audit rows, every message from the inboxes.</summary>
/// <remarks>
/// Ordered by campaign time and written without anything that a second run could change: no silo, no trace, no wall clock.
/// The same plan, papers and seed give the same bytes, with or without restarts.
/// </remarks>
public static class RehearsalTimeline
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one line per event and message.</summary>
    public static async Task Write(CoordinationDatabase database, string campaign, Stream to, CancellationToken cancellation = default)
    {
        await using var db = database.OpenToRead();
        var events = await db.Audit.Where(a => a.Campaign == campaign).ToListAsync(cancellation);
        var messages = await db.Inbox.Where(i => i.Campaign == campaign).ToListAsync(cancellation);
        var lines = events.Select(e => (e.At, Rank: 0, Who: $"{e.GrainType}/{e.GrainKey}", e.Seq, Line: Event(e)))
            .Concat(messages.Select(m => (m.At, Rank: 1, Who: m.Recipient, m.Seq, Line: Message(m))));
        foreach (var (_, _, _, _, line) in lines.OrderBy(l => l.At).ThenBy(l => l.Rank).ThenBy(l => l.Who, StringComparer.Ordinal).ThenBy(l => l.Seq))
        {
            await to.WriteAsync(line, cancellation);
            to.WriteByte((byte)'\n');
        }
    }

    private static byte[] Event(AuditRow row) => Line(row.At, json =>
    {
        json.WriteString("type", "event");
        json.WriteString("grain", $"{row.GrainType}/{row.GrainKey}");
        json.WriteNumber("seq", row.Seq);
        json.WriteString("by", row.Actor);
        json.WriteString("event", row.EventType);
        json.WritePropertyName("body");
        json.WriteRawValue(row.Body);
    });

    private static byte[] Message(InboxRow row) => Line(row.At, json =>
    {
        json.WriteString("type", "message");
        json.WriteString("recipient", row.Recipient);
        json.WriteNumber("seq", row.Seq);
        json.WriteString("slot", row.Slot);
        json.WriteString("kind", row.Kind);
        json.WriteString("title", row.Title);
        json.WriteString("body", row.Body);
        if (row.Data is not null)
        {
            json.WritePropertyName("data");
            json.WriteRawValue(row.Data);
        }
    });

    private static byte[] Line(DateTimeOffset at, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString("at", at.ToOffset(ChinaTime.Offset));
            write(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
