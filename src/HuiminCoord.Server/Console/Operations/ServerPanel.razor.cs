using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Operations;

/// <summary>What the server is, what it serves, and beside whom.</summary>
public sealed partial class ServerPanel : PagePart
{
    /// <summary>Version, database and the like.</summary>
    [Parameter]
    [EditorRequired]
    public required ServerFacts Facts { get; set; }

    /// <summary>The campaigns.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<CampaignLine> Campaigns { get; set; }

    /// <summary>The silos of the cluster.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<SiloLine> Silos { get; set; }
}
