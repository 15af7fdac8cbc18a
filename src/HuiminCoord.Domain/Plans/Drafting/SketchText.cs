using System.Text.Json.Nodes;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Plans.Drafting;

/// <summary>Makes a plan's text of a template and of what people filled in.</summary>
/// <remarks>
/// What a sketch does not speak of stays as the template says it: clauses that duties cite, sections of tasks, parts, phases. The text
/// may be wrong where the sketch is: give it to <see cref="Reading.PlanReader"/>, and ask <see cref="SketchPlaces"/> where a problem was made.
/// </remarks>
public static class SketchText
{
    /// <summary>The first version of a plan.</summary>
    /// <param name="template">A plan and its text.</param>
    public static string First(PlanTemplate template, PlanSketch sketch) => Write(template, sketch, 1, null);

    /// <summary>The version that takes the place of the template's.</summary>
    public static string Next(PlanTemplate template, PlanSketch sketch, PlanAmendment amendment)
    {
        ArgumentNullException.ThrowIfNull(template);
        return Write(template, sketch, template.Plan.Version + 1, amendment);
    }

    private static string Write(PlanTemplate template, PlanSketch sketch, int version, PlanAmendment? amendment)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(sketch);
        var text = JsonNode.Parse(template.Json)!.AsObject();
        text.Remove("amendment");
        Head(text, sketch, version);
        if (amendment is not null)
        {
            text.Insert(text.IndexOf("version") + 1, "amendment", Amendment(amendment));
        }

        SketchRules.Write(text["settings"]!.AsObject(), sketch.Settings);
        Clauses(text, sketch);
        SketchRooms.Write(text, sketch, template.Plan);
        Questions(text, sketch);
        SketchRules.Duties(text, sketch);
        SketchRules.Ladders(text, sketch);
        SketchMeetings.Write(text, sketch, template.Plan);
        SketchForms.Write(text, sketch, template.Plan, moves: amendment is null);
        return text.ToJsonString(PlanJson.Readable);
    }

    private static void Head(JsonObject text, PlanSketch sketch, int version)
    {
        (text["campaign"], text["version"], text["title"]) = (sketch.Campaign, version, sketch.Title);
        var district = text["district"]!.AsObject();
        (district["code"], district["name"]) = (sketch.DistrictCode, sketch.DistrictName);
        var document = text["document"]!.AsObject();
        (document["number"], document["issuer"], document["issuedOn"]) = (sketch.Number, sketch.Issuer, SketchValues.Day(sketch.IssuedOn));
        SketchValues.SetOrRemove(document, "file", sketch.File);
        var window = text["window"]!.AsObject();
        (window["from"], window["to"]) = (SketchValues.Day(sketch.From), SketchValues.Day(sketch.To));
        text["convenor"] = sketch.Convenor;
    }

    private static JsonObject Amendment(PlanAmendment amendment)
    {
        var written = new JsonObject { ["reason"] = amendment.Reason };
        SketchValues.SetOrRemove(written, "basis", amendment.Basis);
        written["decidedBy"] = Fields.WordOf(amendment.DecidedBy);
        return written;
    }

    private static void Clauses(JsonObject text, PlanSketch sketch) => text["clauses"] = SketchValues.Listed(text["clauses"], sketch.Clauses, c => c.Id, (node, clause) =>
    {
        (node["where"], node["gist"]) = (clause.Where, clause.Gist);
    });

    private static void Questions(JsonObject text, PlanSketch sketch) => text["questions"] = SketchValues.Listed(text["questions"], sketch.Questions, q => q.Id, (node, question) =>
    {
        (node["ask"], node["default"], node["affects"]) = (question.Ask, question.Default, question.Affects);
        SketchValues.SetOrRemove(node, "answer", question.Answer);
    });
}

/// <summary>A plan that others are made from.</summary>
/// <param name="Json">Its text.</param>
public sealed record PlanTemplate(Plan Plan, string Json);
