using HuiminCoord.Domain.Plans.Drafting;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>What is wrong with a plan, each with its place, and in the set-up with the way to where it is mended.</summary>
public sealed partial class ProblemList : PagePart
{
    /// <summary>The problems.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<ProblemLine> Lines { get; set; }

    /// <summary>True where the reader has the text itself: then line and column are said.</summary>
    [Parameter]
    public bool Detailed { get; set; }

    /// <summary>True in the set-up of a new plan, which has steps.</summary>
    [Parameter]
    public bool Linked { get; set; }

    /// <summary>As it stands in the address bar.</summary>
    internal static string StepName(SketchStep step) => $"{step}".ToLowerInvariant();
}
