using HuiminCoord.Domain.Plans.Drafting;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>A new plan while it is set up: everything that was filled in, so that it can be put away and taken up again.</summary>
public sealed record PlanDraft
{
    /// <summary>The campaign of the plan that it is made from; empty until one was chosen.</summary>
    public string Template { get; set; } = "";

    /// <summary>The template's version.</summary>
    public int Version { get; set; } = 1;

    /// <summary>What was filled in.</summary>
    public PlanSketch Sketch { get; set; } = new();

    /// <summary>A sketch of a template without what is another district's own: its names, its paper, its answers.</summary>
    internal static PlanDraft From(PlanTemplate template)
    {
        var sketch = PlanSketches.Of(template.Plan);
        (sketch.Campaign, sketch.DistrictCode, sketch.DistrictName) = ("", "", "");
        (sketch.Number, sketch.Issuer, sketch.IssuedOn, sketch.File) = ("", "", null, "");
        sketch.Settings.OfficePhone = "";
        sketch.Questions.ForEach(q => q.Answer = "");
        return new() { Template = template.Plan.Campaign.Value, Version = template.Plan.Version, Sketch = sketch };
    }
}
