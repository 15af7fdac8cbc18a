using HuiminCoord.Server.Api.Campaigns;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>签收: which units have confirmed a version.</summary>
public sealed partial class ReceiptsPart : LivePage
{
    /// <summary>The version; null = the one in force.</summary>
    [Parameter]
    public int? Chosen { get; set; }

    [Inject]
    private PlanVersions Reader { get; set; } = null!;

    private IReadOnlyList<PlanVersion> Versions { get; set; } = [];

    private PlanVersion? Shown => Versions.FirstOrDefault(v => v.Plan.Version == Chosen) ?? (Versions.Count > 0 ? Versions[^1] : null);

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("listAmendments");
        Versions = await Reader.Of(scene, Visitor.Gone);
    }

    /// <summary>Whoever confirms a version has the earlier ones too: nobody waits for theirs any more.</summary>
    private string StateOf(PlanReceipt receipt) => receipt.At is not null ? "done" : Shown == Versions[^1] ? "awaited" : "passed";

    private Status StatusOf(PlanReceipt receipt) => StateOf(receipt) switch
    {
        "done" => Status.Done,
        "awaited" => Status.Soon,
        _ => Status.Off,
    };
}
