using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Consolidation;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Consolidating;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.District;

/// <summary>工作通报 as everybody reads it: a unit checks its row of the draft and objects, and signs for what was issued.</summary>
public sealed partial class BulletinPage : LivePage
{
    [SupplyParameterFromQuery(Name = "duty")]
    private string? Duty { get; set; }

    [Inject]
    private KeptDistricts Kept { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private IReadOnlyList<BulletinView> All { get; set; } = [];

    private BulletinView? Shown { get; set; }

    private IReadOnlyList<TableColumn> Columns => Shown?.Columns ?? [];

    private bool IsRanked => Shown?.Rows?.Any(r => r.Rank is not null) == true;

    private DateOnly Today { get; set; }

    private string Text { get; set; } = "";

    private UnitId? Unit => Visitor.May("acknowledgeBulletin") ? Visitor.Asker.Standing.Seat.Unit : null;

    private string? Sentence => Shown is null ? null : Words["bulletin.sentence", All.Count, All.Count(b => b.IssuedAt is not null)];

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("getBulletin");
        (All, Today) = (await Bulletins.All(scene, Kept, Visitor.Gone), scene.Campaign.Today);
        var duty = All.FirstOrDefault(b => b.Duty == Duty)?.Duty ?? (All is [var latest, ..] ? latest.Duty : null);
        Shown = duty is null ? null : await Bulletins.Find(scene, duty, Kept, Visitor.Gone);
    }

    private void Go(string? duty) => Navigation.NavigateTo($"/bulletins?duty={duty}");

    private async Task RaiseObjection()
    {
        if (await Act(() => Desk.ToConsolidation("objectToBulletin", Shown!.Duty, new ConsolidationCommand.RaiseObjection(Unit!.Value, Text))))
        {
            Text = "";
            Toasts.Did(Words["bulletin.object.did"]);
        }
    }

    private async Task Sign()
    {
        if (await Act(() => Desk.ToConsolidation("acknowledgeBulletin", Shown!.Duty, new ConsolidationCommand.Acknowledge(Unit!.Value))))
        {
            Toasts.Did(Words["bulletin.sign.did"]);
        }
    }
}
