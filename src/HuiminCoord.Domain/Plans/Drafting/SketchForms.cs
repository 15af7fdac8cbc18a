using System.Text.Json.Nodes;

namespace HuiminCoord.Domain.Plans.Drafting;

/// <summary>Forms of a template as another campaign fills them in: rows of its domains, days of its months, annual reports by their new ids.</summary>
internal static class SketchForms
{
    /// <param name="moves">False for an amendment: reports of months that are in cover the days that they covered.</param>
    internal static void Write(JsonObject text, PlanSketch sketch, Plan template, bool moves)
    {
        if (template.Forms is not { } forms)
        {
            return;
        }

        var written = text["forms"]!.AsObject();
        var rows = written["table"]!["sections"]!.AsArray();
        foreach (var gone in rows.Where(r => sketch.Domains.All(d => d.Id != (string?)r!["domain"])).ToList())
        {
            rows.Remove(gone);
        }

        var (periods, months) = (written["periods"]!.AsObject(), moves && sketch.From is { } first ? Months(template.Window.From, first) : 0);
        periods["from"] = SketchValues.Day(Moved(forms.Periods.From, sketch, months));
        if (periods.ContainsKey("annuals"))
        {
            periods["annuals"] = new JsonArray([.. sketch.Duties.Where(d => forms.Periods.Annuals.ContainsKey(d.Template)).Select(d => Annual(d, forms.Periods.Annuals[d.Template], sketch, months))]);
        }
    }

    private static JsonObject Annual(DutySketch duty, DateWindow window, PlanSketch sketch, int months) => new()
    {
        ["duty"] = duty.Id,
        ["window"] = new JsonObject
        {
            ["from"] = SketchValues.Day(Moved(window.From, sketch, months)),
            ["to"] = SketchValues.Day(Moved(window.To, sketch, months)),
        },
    };

    /// <summary>By as many months as the campaign, and never out of it: forms have no fields of their own in which that could be mended.</summary>
    private static DateOnly Moved(DateOnly day, PlanSketch sketch, int months)
    {
        var moved = SketchDates.By(day, months);
        return sketch is not { From: { } from, To: { } to } || from > to ? moved : moved < from ? from : moved > to ? to : moved;
    }

    private static int Months(DateOnly was, DateOnly becomes) => ((becomes.Year - was.Year) * 12) + becomes.Month - was.Month;
}
