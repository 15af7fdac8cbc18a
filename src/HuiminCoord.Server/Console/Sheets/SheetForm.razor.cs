using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>The page of a report with a form: its table, its summary and its files, and its way through the unit to the office.</summary>
public sealed partial class SheetForm : SheetPart
{
    internal const string Table = "table";
    internal const string Summary = "summary";
    internal const string Files = "files";
    internal const string Versions = "versions";

    /// <summary>Something was done: what is shown may be other now.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>What stands below what is beside the sheet.</summary>
    [Parameter]
    public RenderFragment? Beside { get; set; }

    /// <summary>What can be asked for.</summary>
    [Parameter]
    public RenderFragment? Asking { get; set; }

    private ReportStage Stage => Scene.Found.State.Stage;

    private bool CanApprove => Stage == ReportStage.Waiting && Rights.Approve;

    private bool NeedsScan => CanApprove && Scene.Place.Forms.Approval == ReportApproval.Scan;

    private string? ReviewHint => View.Withdrawable.Count > 0 ? Words["fill.withdraw.help"] : null;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Open(Rights);
        if (Visitor.IsLive && Rights.Propose)
        {
            await OpenFiles();
        }
    }

    /// <inheritdoc/>
    private protected override void Renewed(SheetModel model) => model.Returning = Stage == ReportStage.Waiting ? model.Returning : null;

    /// <inheritdoc/>
    private protected override Task Acted() => Changed.InvokeAsync();

    /// <summary>Who signs what waits: by the plan the unit's leader, or whoever attaches the scan and did not fill it in.</summary>
    private SheetRights Rights => new(
        Visitor.May("saveReportFields"), Visitor.May("proposeReport"),
        Visitor.May("approveReport") && (Scene.Place.Forms.Approval == ReportApproval.Leader ? ReportAsker.Of(Visitor.Asker.Standing, Visitor.Asker.Login).Leads : Scene.Found.State.Waiting?.IsOf(Visitor.Asker.Login) != true),
        Visitor.Asker.Standing.Seat.Section);

    private void Pick(CellAt cell) => Focus($"remark-{Model!.Remark(cell, Words.Cell(Scene.Form, cell)) + 1}-text");

    private IEnumerable<(string Shape, string Text)> Notes(SheetModel model)
    {
        var state = Scene.Found.State;
        if (state.OpenedFor is { } reason)
        {
            yield return ("ret", Words["sheet.openedFor", reason]);
        }

        if (state.Refusal is { } code)
        {
            yield return ("late", Words["sheet.refused", Api.Refusals.RefusalWords.Say(new(code), Words.Language).Detail]);
        }

        if (Stage == ReportStage.Waiting)
        {
            yield return ("target", Words[CanApprove ? "sheet.waitsForMe" : "sheet.waits", state.Waiting!.Number, Console.Words.DateTexts.Short(state.Waiting.At)]);
        }

        if (model.Sheet.Nil)
        {
            yield return ("idle", Words["sheet.isNil"]);
        }
    }

    /// <summary>While it is open what stands now is compared with what was handed in; afterwards the last two versions are.</summary>
    private SheetDifference? Difference(SheetModel model) => (Scene.IsOpen || Stage == ReportStage.Waiting, Scene.Kept) switch
    {
        (true, [{ } last, ..]) => SheetDifference.Between(last, model.Sheet),
        (false, [{ } last, { } before, ..]) => SheetDifference.Between(before, last),
        _ => null,
    };
}
