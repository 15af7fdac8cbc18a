using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Decisions;

/// <summary>Decisions counted: on time, late, open, overdue.</summary>
public sealed partial class TallyTable : PagePart
{
    /// <summary>What the table is of, for those who hear it.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    /// <summary>Head of the first column.</summary>
    [Parameter]
    [EditorRequired]
    public required string First { get; set; }

    /// <summary>A row for each.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<(string Name, FollowUpTally Tally)> Rows { get; set; }
}
