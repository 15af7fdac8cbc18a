using HuiminCoord.Domain.Drafts;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Console.Drafting;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Console.Uploads;
using HuiminCoord.Server.Files;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>What is done with a sheet beside typing into it.</summary>
public sealed partial class SheetForm
{
    [Inject]
    private UploadBook Uploads { get; set; } = null!;

    private DraftKeeper<SheetFiles>? FileKeeper { get; set; }

    /// <inheritdoc/>
    private protected override IAsyncDisposable? KeptFiles => FileKeeper;

    private SheetFiles Draft { get; set; } = SheetFiles.None;

    private SheetFiles Scan { get; set; } = SheetFiles.None;

    private bool ShowsMissing { get; set; }

    private bool CanAttach => Model is { CanWrite: true, Rights.Propose: true };

    /// <summary>What is attached now, or was when it was handed over.</summary>
    private IReadOnlyList<DraftFile> Attached => CanAttach
        ? Draft.Files : [.. ((Scene.Found.State.Waiting ?? Scene.Found.State.Correction ?? Scene.Found.State.Handed)?.Sheet.Files ?? []).Select(f => new DraftFile(f.Hash, f.Name, f.Size))];

    private async Task OpenFiles()
    {
        FileKeeper = new(Drafts, Visitor, Time, DraftOwner.OfUnit(new UnitId(Unit)), DraftForm.OfPart(new DutyId(Duty), DutyTerms.Whole), () => _ = InvokeAsync(StateHasChanged));
        Draft = await FileKeeper.Open() ?? SheetFiles.None;
    }

    private void Attach(SheetFiles draft)
    {
        Draft = draft;
        FileKeeper?.Changed(draft);
    }

    private async Task TakeTheirs() => Draft = await FileKeeper!.Yield();

    private async Task Propose()
    {
        await Model!.Keeper!.Save();
        await FileKeeper!.Save();
        if (Model.Keeper is not { Refused: null, Conflicts.Count: 0 } keeper || FileKeeper is not { Refused: null, Theirs: null })
        {
            return;
        }

        var parts = Words.Parts(Scene.Found.Asked, View.Kind == "annual");
        var question = new OutwardQuestion(Words["sheet.propose.title", View.Title], Words["sheet.propose.sentence", parts, Draft.Files.Count], _ => Words["sheet.propose"])
        {
            Recipients = [new Recipient("leader", $"{View.UnitName} {Words[Scene.Place.Forms.Approval == Domain.Plans.ReportApproval.Leader ? "seat.Leader" : "sheet.approver"]}")],
            Warning = Model.Sheet.Nil ? Words["fill.submit.nil"] : Model.Questions > 0 ? Words["sheet.questions", Model.Questions] : null,
        };
        if (await Dialogs.Ask(question) is not null && !await Act(() => Hand(keeper.Head)))
        {
            await Changed.InvokeAsync();
        }
    }

    private async Task Hand(long head)
    {
        Desk.RequireUnit("proposeReport", Unit);
        var files = Draft.Files.Select(f => new FileBody(f.Hash, f.Name)).ToList();
        var (parts, sheet) = await Handover.Filled(Desk.Campaign, Unit, Duty, Visitor.Asker, new(null, files, head), Visitor.Gone);
        await Desk.ToReport("proposeReport", Unit, Duty, new ReportCommand.Propose(parts, sheet));
        Toasts.Did(Words["sheet.proposed", View.Title]);
    }

    private Task<bool> TakeBack() => Act(async () =>
    {
        await Desk.ToReport("takeBackReport", Unit, Duty, new ReportCommand.TakeBack());
        Toasts.Did(Words["sheet.takenBack", View.Title]);
    });

    private void BeginReturn() => (Model!.Returning, ShowsMissing) = ([new RemarkDraft()], false);

    private async Task SendBack()
    {
        ShowsMissing = Model!.Returning is not { } remarks || remarks.Any(r => !r.IsWhole);
        if (!ShowsMissing && await Act(async () =>
        {
            await Desk.ToReport("sendBackReport", Unit, Duty, new ReportCommand.SendBack([.. Model.Returning!.Select(r => r.Made)], Scene.Found.State.Waiting?.Number));
            Toasts.Did(Words["sheet.sentBack", View.Title]);
        }))
        {
            Model.Returning = null;
        }
    }

    private async Task Approve()
    {
        var waiting = Scene.Found.State.Waiting!;
        var question = new OutwardQuestion(Words["sheet.approve.title", View.Title], Words["sheet.approve.sentence", Words.Parts(waiting.Parts, View.Kind == "annual"), waiting.Number], _ => Words["sheet.approve"])
        {
            Recipients = [new Recipient("office", Words["history.office"])],
            Warning = waiting.Sheet.Nil ? Words["fill.submit.nil"] : null,
        };
        _ = await Dialogs.Ask(question) is not null && await Act(async () =>
        {
            var scan = await Uploads.Named(Desk.Campaign, Scan.Files, Visitor);
            await Desk.ToReport("approveReport", Unit, Duty, new ReportCommand.Approve(waiting.Number, scan));
            Toasts.Did(Words["sheet.approved", View.Title]);
        });
    }

    private Task<bool> Withdraw() => Act(async () =>
    {
        await Desk.ToUnit("withdrawSubmission", Unit, new UnitCommand.Withdraw(new DutyId(Duty), [], ""));
        Toasts.Did(Words["sheet.withdrawn", View.Title]);
    });
}
