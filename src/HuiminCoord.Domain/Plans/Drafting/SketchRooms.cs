using System.Text.Json.Nodes;
using HuiminCoord.Domain.Plans.Reading;

namespace HuiminCoord.Domain.Plans.Drafting;

/// <summary>Writes who takes part: units, domains, tasks, phases.</summary>
internal static class SketchRooms
{
    internal static void Write(JsonObject text, PlanSketch sketch, Plan template)
    {
        text["units"] = SketchValues.Listed(text["units"], sketch.Units, u => u.Id, Unit);
        text["domains"] = SketchValues.Listed(text["domains"], sketch.Domains, d => d.Id, Domain);
        var members = sketch.Units.Select(u => u.Id).ToHashSet();
        text["tasks"] = SketchValues.Listed(text["tasks"], sketch.Tasks, t => t.Id, (node, task) =>
        {
            node["title"] = task.Title;
            if (node.ContainsKey("cooperating"))
            {
                // The template may spell units as people do; ids are sure. Who left does not support it any more.
                var own = template.Tasks.First(t => t.Id.Value == task.Id).Cooperating.Select(u => u.Value);
                node["cooperating"] = SketchValues.List(own.Where(members.Contains));
            }
        });
        text["phases"] = SketchValues.Listed(text["phases"], sketch.Phases, p => p.Id, Phase);
    }

    private static void Unit(JsonObject node, UnitSketch unit)
    {
        node["name"] = unit.Name;
        node["aliases"] = SketchValues.List(unit.Aliases);
        node["table"] = Fields.WordOf(unit.Table);
    }

    private static void Domain(JsonObject node, DomainSketch domain)
    {
        (node["name"], node["goal"], node["lead"]) = (domain.Name, domain.Goal, domain.Lead);
        node["sections"] = SketchValues.Listed(node["sections"], domain.Sections, s => s.Id, (section, named) => section["name"] = named.Text);
        node["cooperating"] = SketchValues.List(domain.Cooperating);
    }

    private static void Phase(JsonObject node, PhaseSketch phase)
    {
        node["title"] = phase.Title;
        var window = node["window"]!.AsObject();
        (window["from"], window["to"]) = (SketchValues.Day(phase.From), SketchValues.Day(phase.To));
        node["goals"] = SketchValues.Listed(node["goals"], phase.Goals, g => g.Id, (goal, named) => goal["text"] = named.Text);
    }
}
