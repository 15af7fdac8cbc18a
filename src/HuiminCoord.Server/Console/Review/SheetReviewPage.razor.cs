using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Units;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Duties;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Sheets;
using HuiminCoord.Server.Files;
using HuiminCoord.Server.Reporting;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Review;

/// <summary>A report with a form as the office reviews it: the same sheet as the unit's, and each remark at its cell. What was accepted is opened here again.</summary>
public sealed partial class SheetReviewPage : LivePage
{
    private static readonly SheetRights Reads = new(Fill: false, Propose: false, Approve: false, Section: null);

    private int? _begun;

    [SupplyParameterFromQuery(Name = "unit")]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery(Name = "duty")]
    private string? Duty { get; set; }

    [Inject]
    private ReportFinder Reports { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private CampaignScene? Campaign { get; set; }

    private SheetScene? Scene { get; set; }

    private SheetModel? Model { get; set; }

    private DutyLine? Line { get; set; }

    private ObligationView? View { get; set; }

    private IReadOnlyList<AttachmentView> Files { get; set; } = [];

    private string Tab { get; set; } = "";

    private string Reason { get; set; } = "";

    private bool ShowsMissing { get; set; }

    private ReportVersion? Correction => Scene?.Found.State.Correction;

    private IReadOnlyList<string> Submitted => [.. Scene!.Found.Stages.Where(p => p.Value == PartStage.Submitted).Select(p => p.Key)];

    /// <summary>The version that the page shows.</summary>
    private int? Shown => Scene?.Found.Versions is [var last, ..] ? last.Version : null;

    private bool CanDecide => Correction is not null ? Visitor.May("acceptCorrection") : Submitted.Count > 0 && Visitor.May("acceptObligation");

    private bool CanAsk => Scene!.Found.State is { Handed: not null, Asked: null, OpenedFor: null } && Visitor.May("askReopening")
        && Scene.Found.Stages.Values.All(s => s is PartStage.Accepted or PartStage.Waived);

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("page.reviewSheet");
        var read = await SheetScene.Read(scene, Reports, (Unit ?? "", Duty ?? ""), [], Visitor.Gone);
        var row = read.Found.Owed ?? throw scene.Absent("obligation.unknown", Duty ?? "", read.Place.Unit.Name);
        (Campaign, Scene, Line, View) = (scene.Campaign, read, DutyLine.Of(row, scene.Campaign, false), ObligationView.Of(row, scene.Campaign));
        var handed = await AttachmentView.Of(scene.Db, scene.Campaign.Id, Rooms.Unit, Unit!, Duty!, Visitor.Gone);
        Files = [.. handed.Concat(await AttachmentView.Of(scene.Db, scene.Campaign.Id, Rooms.Report, $"{Unit}/{Duty}", Duty!, Visitor.Gone)).DistinctBy(f => (f.Hash, f.Name))];
        if (Model is null)
        {
            (Model, Tab) = (new SheetModel(read, null, Reads), read.Layout.Sections.Count > 0 ? SheetForm.Table : SheetForm.Summary);
        }
        else
        {
            Model.Renew(read);
        }
    }

    /// <summary>Whoever opens it has begun its review: from now on the unit cannot take it back.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The first drawing may come before what is to be drawn was read; a version that comes while the page is open is looked at here too.
        if (Visitor.IsLive && View is { Withdrawable.Count: > 0 } && _begun != Shown && Visitor.May("beginReview"))
        {
            _begun = Shown;
            await BeginReview();
        }
    }

    /// <summary>Nobody has pressed anything: it must not be in the way of what is pressed meanwhile.</summary>
    private async Task BeginReview()
    {
        try
        {
            await Desk.ToUnit("beginReview", Unit!, new UnitCommand.BeginReview(new DutyId(Duty!), Submitted));
        }
        catch (RefusedException)
        {
            // Taken back just now: the page is about to say so.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.LogError(failure, "The review of {Duty} of {Unit} could not be begun: {Error}", Duty, Unit, failure.Message);
        }
    }

    private IEnumerable<string> Notes(SheetModel model)
    {
        if (Scene!.Found.State.Asked is { } asked)
        {
            yield return Words["review.reopen.asked", asked.Reason];
        }

        if (Scene.Found.State.OpenedFor is { } reason)
        {
            yield return Words[Correction is null ? "review.reopen.open" : "review.reopen.corrected", reason];
        }

        if (model.Sheet.Nil)
        {
            yield return Words["sheet.isNil"];
        }
    }

    private SheetDifference? Difference(SheetModel model) => Scene!.Kept switch
    {
        [{ } last, ..] when Correction is not null => SheetDifference.Between(last, model.Sheet),
        [{ } last, { } before, ..] => SheetDifference.Between(before, last),
        _ => null,
    };
}
