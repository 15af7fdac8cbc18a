using System.Text.Json.Nodes;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Plans.Drafting;

/// <summary>Writes what is owed by when, how it is reminded of, and the settings.</summary>
internal static class SketchRules
{
    internal static void Write(JsonObject settings, SettingsSketch sketch)
    {
        (settings["digestAt"], settings["closeOfBusiness"]) = (SketchValues.Time(sketch.DigestAt), SketchValues.Time(sketch.CloseOfBusiness));
        (settings["longRestDays"], settings["reviewWorkdays"]) = (sketch.LongRestDays, sketch.ReviewWorkdays);
        (settings["correctionWorkdays"], settings["staleTaskDays"]) = (sketch.CorrectionWorkdays, sketch.StaleTaskDays);
        settings["officePhone"] = sketch.OfficePhone;
        // A plan may leave it out; what is left out means the usual number, and is not written where that is meant.
        if (sketch.SlowTaskDays is not { } slow)
        {
            settings.Remove("slowTaskDays");
        }
        else if (settings.ContainsKey("slowTaskDays") || slow != PlanSettings.UsualSlowTaskDays)
        {
            settings["slowTaskDays"] = slow;
        }
    }

    internal static void Duties(JsonObject text, PlanSketch sketch) => text["duties"] = SketchValues.Listed(text["duties"], sketch.Duties, d => d.Template, (node, duty) =>
    {
        (node["id"], node["kind"], node["title"]) = (duty.Id, Fields.WordOf(duty.Kind), duty.Title);
        node["schedule"] = Schedule(duty);
        node["owedBy"] = SketchValues.List(duty.ByAll ? sketch.Units.Select(u => u.Id) : duty.OwedBy);
    });

    internal static void Ladders(JsonObject text, PlanSketch sketch)
    {
        var ladders = new JsonObject();
        foreach (var ladder in sketch.Ladders)
        {
            ladders[Fields.WordOf(ladder.Kind)] = new JsonObject
            {
                ["rungs"] = new JsonArray([.. ladder.Rungs.OrderBy(Moment).Select(Rung)]),
                ["weekly"] = ladder.Weekly,
            };
        }

        text["ladders"] = ladders;
    }

    private static JsonObject Schedule(DutySketch duty)
    {
        var schedule = new JsonObject { ["type"] = Fields.WordOf(duty.Form) };
        if (duty.Form == DutyForm.Once)
        {
            schedule["due"] = SketchValues.Day(duty.Due);
            SketchValues.SetOrRemove(schedule, "opensOn", SketchValues.Day(duty.OpensOn));
        }
        else if (duty.Form == DutyForm.Monthly)
        {
            (schedule["day"], schedule["from"], schedule["to"]) = (duty.Day, SketchValues.Month(duty.FirstMonth), SketchValues.Month(duty.LastMonth));
        }

        return schedule;
    }

    /// <summary>The issue comes before everything; what has no moment yet comes last, where the reader tells of it.</summary>
    private static (int Day, TimeOnly At) Moment(RungSketch rung) =>
        (rung.AtIssue ? int.MinValue : rung.Offset ?? int.MaxValue, rung.At ?? TimeOnly.MaxValue);

    private static JsonObject Rung(RungSketch rung) => new()
    {
        ["id"] = rung.Id.Length > 0 ? rung.Id : IdOf(rung),
        ["offset"] = rung.AtIssue ? "issue" : rung.Offset,
        ["at"] = SketchValues.Time(rung.At),
        ["to"] = SketchValues.List(rung.To.Select(Fields.WordOf)),
    };

    /// <summary>Without a moment there is no id either, and the reader says what is missing.</summary>
    private static string IdOf(RungSketch rung) =>
        rung.At is { } at && (rung.AtIssue || rung.Offset is not null) ? RungIds.Of(rung.AtIssue ? null : rung.Offset, at) : "";
}
