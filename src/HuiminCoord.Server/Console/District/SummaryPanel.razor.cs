using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.District;

/// <summary>汇总小结 of a period: composed from what units say, and written by the office section by section.</summary>
public sealed partial class SummaryPanel : PagePart
{
    /// <summary>As it is composed and written now.</summary>
    [Parameter]
    [EditorRequired]
    public required SummaryDraft Draft { get; set; }

    /// <summary>The period.</summary>
    [Parameter]
    [EditorRequired]
    public required DutyId Duty { get; set; }

    /// <summary>Names units.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>Where its paper is.</summary>
    [Parameter]
    [EditorRequired]
    public required string Download { get; set; }
}
