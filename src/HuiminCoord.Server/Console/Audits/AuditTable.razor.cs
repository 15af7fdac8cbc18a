using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Audits;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Audits;

/// <summary>Audit rows, the latest first, each with the link that opens it.</summary>
public sealed partial class AuditTable : PagePart
{
    /// <summary>The rows.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<AuditView> Rows { get; set; }

    /// <summary>The last position that is sealed.</summary>
    [Parameter]
    [EditorRequired]
    public required long Sealed { get; set; }

    /// <summary>The campaign's plan; null in the server's own chain.</summary>
    [Parameter]
    public Plan? Plan { get; set; }

    /// <summary>The position that is open; null = none.</summary>
    [Parameter]
    public long? Opened { get; set; }

    /// <summary>Where a row opens.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<long, string> AddressOf { get; set; }
}
