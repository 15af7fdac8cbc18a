using System.Globalization;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Campaigns;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Units;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>方案签收, for a unit's seats: what the version in force changes, what the unit owes by it, and that it has arrived.</summary>
public sealed partial class ReceiptPage : LivePage
{
    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private string Unit { get; set; } = "";

    private Plan? Plan { get; set; }

    private Plan? Before { get; set; }

    private IReadOnlyList<DifferenceLine> Differences { get; set; } = [];

    private IReadOnlyList<DutyPlan> Own { get; set; } = [];

    private IReadOnlyList<ReceiptView> Papers { get; set; } = [];

    private PlanLines Say => new(Words);

    /// <summary>The receipt of the newest version stands for those before it, so only that one is waited for.</summary>
    private ReceiptView? Awaited => Papers.Count > 0 && Papers[^1].ConfirmedAt is null && Papers[^1].Paper == PlanVersions.PaperOf(Plan?.Version ?? 0) ? Papers[^1] : null;

    private string Sentence => Plan is null ? Words["plan.receive.title"] : Words[Awaited is null ? "plan.receive.done" : "plan.receive.awaited", Plan.Version];

    private string? Context => Plan?.Unit(new(Unit)) is { } unit ? Words["plan.receive.context", unit.Name] : null;

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("listReceipts");
        Unit = scene.OnlyUnit ?? "";
        ActorDoor.RequireUnit(scene.Campaign, Unit);
        Plan = scene.Campaign.Plan;
        Before = Plan.Version == 1 ? null : scene.Campaign.Versions[^2];
        Differences = Before is null ? [] : new DifferenceLines(Words, Before, Plan).Of(PlanComparison.Between(Before, Plan));
        Own = [.. Plan.Duties.Where(d => d.OwedBy.Any(u => u.Value == Unit))];
        Papers = await UnitReceipts.Of(scene, Unit, Visitor.Gone);
    }

    private static int VersionOf(ReceiptView paper) => int.Parse(paper.Paper.AsSpan(paper.Paper.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);

    private async Task Confirm()
    {
        var (paper, version) = (Awaited!.Paper, Plan!.Version);
        if (await Act(() => Desk.ToUnit("confirmReceipt", Unit, new UnitCommand.ConfirmReceipt(paper), paper)))
        {
            Toasts.Did(Words["plan.receive.did", version]);
        }
    }
}
