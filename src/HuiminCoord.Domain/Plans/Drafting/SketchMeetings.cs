using System.Text.Json.Nodes;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Plans.Drafting;

/// <summary>Meetings of a template as another campaign holds them: its months, and its members only.</summary>
internal static class SketchMeetings
{
    internal static void Write(JsonObject text, PlanSketch sketch, Plan template)
    {
        foreach (var (kind, meeting) in template.Meetings ?? new Dictionary<MeetingKind, MeetingPlan>())
        {
            var written = text["meetings"]![Fields.WordOf(kind)]!.AsObject();
            if (meeting.Units is { } units && units.Any(u => sketch.Units.All(s => s.Id != u.Value)))
            {
                written["units"] = SketchValues.List(units.Select(u => u.Value).Where(u => sketch.Units.Any(s => s.Id == u)));
            }

            if (meeting.Cadence?.From is { } month && sketch.From is { } from)
            {
                var was = template.Window.From;
                written["cadence"]!["from"] = SketchValues.Month(month.AddMonths(((from.Year - was.Year) * 12) + from.Month - was.Month));
            }
        }
    }
}
