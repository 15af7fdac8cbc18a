using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>Groups with what they look at, and how far they are.</summary>
public sealed partial class GroupTable : PagePart
{
    /// <summary>In the order of their numbers.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<GroupLine> Groups { get; set; }

    /// <summary>The plan in force: it names units.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>The campaign's day.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>True for whoever orders groups.</summary>
    [Parameter]
    public bool MayOrder { get; set; }
}
