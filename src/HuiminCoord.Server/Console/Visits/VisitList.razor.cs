using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>Visits with what was found on each.</summary>
public sealed partial class VisitList : PagePart
{
    /// <summary>By day.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<VisitLine> Visits { get; set; }

    /// <summary>The group's problems: some were found on a visit.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<ProblemLine> Found { get; set; }

    /// <summary>The plan in force: it names units.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>The campaign's day.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>Where one is written; null = the seat writes none.</summary>
    [Parameter]
    public Func<VisitLine, string>? Link { get; set; }
}
