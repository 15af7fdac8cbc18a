using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Audits;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Audits;

/// <summary>One audit row whole: what happened, by whom, its stored body, its seal, and the ways to rows like it.</summary>
public sealed partial class AuditDrawer : PagePart
{
    /// <summary>The row with its seal.</summary>
    [Parameter]
    [EditorRequired]
    public required SealedAuditView Entry { get; set; }

    /// <summary>The campaign's plan; null in the server's own chain.</summary>
    [Parameter]
    public Plan? Plan { get; set; }

    /// <summary>The chain it stands in.</summary>
    [Parameter]
    [EditorRequired]
    public required string Chain { get; set; }

    /// <summary>It was closed.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    private AuditView Row => Entry.Row;
}
