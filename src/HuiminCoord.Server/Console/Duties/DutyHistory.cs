using System.Text.Json;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Server.Api.Doors;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Console.Duties;

/// <summary>Something that was handed in, or came back.</summary>
/// <param name="At">Campaign time.</param>
/// <param name="Actor">Who did it, as the audit names them; null is the clock.</param>
/// <param name="What">The event.</param>
public sealed record DutyEvent(DateTimeOffset At, string? Actor, UnitEvent What);

/// <summary>Reads what was handed in and what came back, from the audit of the unit.</summary>
internal static class DutyHistory
{
    /// <summary>What its own people need of it: what they handed in, and what came back.</summary>
    private static readonly string[] Told = ["unit.submitted", "unit.returned"];

    private const int Most = 100;

    /// <summary>The latest first.</summary>
    internal static async Task<IReadOnlyList<DutyEvent>> Of(ReadingScene scene, string unit, string duty, CancellationToken cancellation)
    {
        var key = $"{scene.Campaign.Id}/{unit}";
        // The body names its duty; a unit has a few of these events in a month, so they are looked through here.
        var rows = await scene.Db.Audit.AsNoTracking()
            .Where(a => a.GrainType == Rooms.Unit && a.GrainKey == key && Told.Contains(a.EventType) && EF.Functions.Like(a.Body, $"%\"{duty}\"%"))
            .OrderByDescending(a => a.Seq).Take(Most).ToListAsync(cancellation);
        return [.. rows.Where(r => DutyOf(r.Body) == duty).Select(r => new DutyEvent(r.At, r.Actor, StoredJson.Read<UnitEvent>(r.Body)))];
    }

    private static string? DutyOf(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty("duty", out var duty) ? duty.GetString() : null;
    }
}
