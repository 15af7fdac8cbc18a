using System.Text;
using System.Text.Json.Nodes;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using HuiminCoord.Server.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Calendars;

/// <summary>What a campaign led to, as lines that two campaigns can be compared by.</summary>
internal static class Effects
{
    private static readonly string[] OfAdoption = ["campaign.calendar-adopted", "campaign.calendar-told", "phase.calendar-adopted", "office.calendar-adopted"];

    /// <summary>Every duty, reminder and message.</summary>
    public static async Task<IReadOnlyList<string>> Of(CoordinationDatabase database)
    {
        await using var db = database.OpenToRead();
        var lines = new List<string>();
        lines.AddRange((await db.Obligations.ToListAsync()).Select(o => $"duty {o.Unit} {o.Duty} {o.Due} {o.DoBy} {o.Provisional} {o.Stage} {o.Parts} {o.Reported} {o.OnTime} {o.LateWorkdays} {o.FirstCompleteAt:O} {o.AcceptedAt:O} {o.CorrectionDue}"));
        lines.AddRange((await db.Steps.ToListAsync()).Select(s => $"step {s.Unit} {s.Obligation} {s.Rung} {s.Recipient} {s.PlannedAt:O} {s.FiredAt:O} {s.Outcome} {s.InboxSlot} {s.SupersededBy}"));
        lines.AddRange((await db.Inbox.ToListAsync()).Select(i => $"message {i.Recipient} {i.Seq} {i.Slot} {i.At:O} {i.Kind} {i.Title} {i.Body} {i.Data}"));
        lines.AddRange((await db.StepsMoved.ToListAsync()).Select(m => $"moved {m.Unit} {m.Obligation} {m.Rung} {m.MovedAt:O} {m.MovedFrom:O} {m.MovedTo:O} {m.Paper}"));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>The whole story without the adoption itself, who asked for it, and the reason that only an import has.</summary>
    public static async Task<IReadOnlyList<string>> Story(CoordinationDatabase database)
    {
        using var timeline = new MemoryStream();
        await RehearsalTimeline.Write(database, TestServer.Campaign, timeline);
        return [.. Encoding.UTF8.GetString(timeline.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!.AsObject()).Where(l => !OfAdoption.Contains((string?)l["event"])).Select(Told)];
    }

    /// <summary>Names of the events that only an import has.</summary>
    public static async Task<IReadOnlyList<string>> Adoption(CoordinationDatabase database)
    {
        await using var db = database.OpenToRead();
        return [.. (await db.Audit.Where(a => OfAdoption.Contains(a.EventType)).ToListAsync()).Select(a => $"{a.EventType} {a.GrainKey} {TestSeats.Unsigned(a.Actor)}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Reasons of moved reminders.</summary>
    public static async Task<IReadOnlyList<StepMovedRow>> Moved(CoordinationDatabase database)
    {
        await using var db = database.OpenToRead();
        return await db.StepsMoved.OrderBy(m => m.Unit).ThenBy(m => m.Obligation).ThenBy(m => m.MovedFrom).ToListAsync();
    }

    private static string Told(JsonObject line)
    {
        var body = line["body"] as JsonObject;
        if ((string?)line["event"] == "unit.dates-revised" || ((string?)body?["item"])?.StartsWith("dates:", StringComparison.Ordinal) == true)
        {
            line.Remove("by");
            body!.Remove("reason");
        }

        // Phases and the office have one event more in their count.
        if (((string?)line["grain"])?.Split('/')[0] is "phase" or "office" or "campaign")
        {
            line.Remove("seq");
        }

        return line.ToJsonString();
    }
}
