using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>Problems, each with its unit, day and state.</summary>
public sealed partial class ProblemTable : PagePart
{
    /// <summary>In the order in which they are shown.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<ProblemLine> Problems { get; set; }

    /// <summary>The plan in force: it names units.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>The campaign's day.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>Where one is checked; null = the seat checks none.</summary>
    [Parameter]
    public Func<ProblemLine, string>? Link { get; set; }
}
