using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Server.Api.Audits;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Audits;

/// <summary>An audit row in words. What has none is shown as it is stored: nothing of an audit is left out.</summary>
internal static class AuditTexts
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Who asked: a seat; the clock; in the server's own chain also an account that sat nowhere.</summary>
    internal static string By(PageWords words, AuditView row, Plan? plan) => row.Actor switch
    {
        null => words["audit.clock"],
        Recipients.Office => words["audit.office"],
        var seat when SeatAddress.Find(seat) is not null => words.Title(seat, plan),
        var other => other,
    };

    /// <summary>What happened: 报送; its stored name where we have no word.</summary>
    internal static string Event(PageWords words, string @event) => Or(words[$"audit.event.{@event}"], "audit.event.", @event);

    /// <summary>To what: 单位 · 教育局.</summary>
    /// <param name="words">The language.</param>
    /// <param name="grain">As it is stored: <c>unit/huimin-2020/jiaoyu</c>.</param>
    /// <param name="plan">The campaign's; null in the server's own chain.</param>
    internal static string Subject(PageWords words, string grain, Plan? plan)
    {
        var parts = grain.Split('/', 3);
        var (type, id) = (parts[0], parts.Length == 3 ? parts[2] : "");
        var name = (type, plan) switch
        {
            (Rooms.Unit, { } p) => p.Units.FirstOrDefault(u => u.Id.Value == id)?.Name,
            (Rooms.Task, { } p) => p.Tasks.FirstOrDefault(t => t.Id.Value == id)?.Title,
            (Rooms.Phase, { } p) => p.Phases.FirstOrDefault(f => f.Id.Value == id)?.Title,
            _ => null,
        };
        return string.Join(" · ", new[] { Or(words[$"audit.room.{type}"], "audit.room.", type), name ?? id }.Where(p => p.Length > 0));
    }

    /// <summary>2020-11-30 10:12:03, Shanghai: order within a minute matters here.</summary>
    internal static string At(DateTimeOffset at) => at.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The body, with one thing a line.</summary>
    internal static string Body(JsonNode? body) => body?.ToJsonString(Readable) ?? "{}";

    /// <summary>Hexadecimal in groups that can be compared aloud.</summary>
    internal static string Hash(IEnumerable<byte> hash) => string.Join(' ', hash.Chunk(4).Select(Convert.ToHexStringLower));

    /// <summary>True in the chain of what belongs to no campaign; its times are real.</summary>
    internal static bool IsServer(string chain) => chain == AuditLog.Server;

    /// <summary>A missing text is said by its name.</summary>
    private static string Or(string text, string beginning, string stored) => text.StartsWith(beginning, StringComparison.Ordinal) ? stored : text;
}
