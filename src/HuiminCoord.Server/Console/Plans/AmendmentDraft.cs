using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Drafting;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>An amendment that the office prepares: everything that was typed, so that it can be put away and taken up again.</summary>
public sealed record AmendmentDraft
{
    /// <summary>The version that it amends; another one in force makes it worthless.</summary>
    public int Version { get; set; }

    /// <summary>What was filled in in the form.</summary>
    public PlanSketch Sketch { get; set; } = new();

    /// <summary>A whole text that was pasted or uploaded; empty = none.</summary>
    public string Text { get; set; } = "";

    public string Reason { get; set; } = "";

    public string Basis { get; set; } = "";

    public AmendingBody DecidedBy { get; set; }

    /// <summary>Who asks the director to decide about it; empty while it is only being written.</summary>
    public string ProposedBy { get; set; } = "";

    internal static AmendmentDraft Of(Plan plan) => new() { Version = plan.Version, Sketch = PlanSketches.Of(plan) };

    /// <summary>The amended plan's text, as it is typed.</summary>
    /// <param name="template">The version in force.</param>
    /// <param name="whole">True = the whole text that was pasted counts; false = the form.</param>
    internal string Json(PlanTemplate template, bool whole) =>
        whole ? Text : SketchText.Next(template, Sketch, new PlanAmendment(Reason.Trim(), Basis.Trim(), DecidedBy));
}
