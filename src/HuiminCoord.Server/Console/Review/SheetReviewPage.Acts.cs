using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Console.Sheets;

namespace HuiminCoord.Server.Console.Review;

/// <summary>What the office does with a report that it looks at.</summary>
public sealed partial class SheetReviewPage
{
    private void BeginReturn() => (Model!.Returning, ShowsMissing) = ([Model!.NewRemark(Tab)], false);

    private void Pick(CellAt cell) => Model!.Remark(cell, Words.Cell(Scene!.Form, cell));

    private Task<bool> Accept() => Act(async () =>
    {
        if (Correction is { } correction)
        {
            await Desk.ToReport("acceptCorrection", Unit!, Duty!, new ReportCommand.AcceptCorrection(correction.Number));
        }
        else
        {
            await Desk.ToUnit("acceptObligation", Unit!, new UnitCommand.Accept(new DutyId(Duty!), Submitted, Version: Shown));
        }

        Toasts.Did(Words["review.sheetAccepted", View!.UnitName, View.Title]);
    });

    /// <summary>Each remark goes with the part that it is about, where that was handed in.</summary>
    private async Task SendBack()
    {
        ShowsMissing = true;
        if (Model!.Returning is not { Count: > 0 } drafts || !drafts.TrueForAll(r => r.IsWhole))
        {
            return;
        }

        var remarks = drafts.ConvertAll(r => r.Made);
        var done = await Act(async () =>
        {
            if (Correction is { } correction)
            {
                await Desk.ToReport("returnCorrection", Unit!, Duty!, new ReportCommand.ReturnCorrection(correction.Number, remarks));
                return;
            }

            foreach (var part in drafts.GroupBy(PartOf))
            {
                await Desk.ToUnit("returnObligation", Unit!, new UnitCommand.Return(new DutyId(Duty!), part.Key, [.. part.Select(r => r.Made)]));
            }
        });
        if (done)
        {
            Model.Returning = null;
            Toasts.Did(Words["review.sheetReturned", View!.UnitName, View.Title, remarks.Count]);
        }
    }

    private string PartOf(RemarkDraft remark)
    {
        var wanted = remark.Cell is null ? remark.Part : DutyPart.Table;
        return wanted is not null && Submitted.Contains(wanted) ? wanted : Submitted[0];
    }

    private Task<bool> AskReopening() => Act(async () =>
    {
        await Desk.ToReport("askReopening", Unit!, Duty!, new ReportCommand.AskReopening(Reason.Trim()));
        Reason = "";
    });

    private Task<bool> DecideReopening(bool agreed) => Act(() => Desk.ToReport("decideReopening", Unit!, Duty!, new ReportCommand.DecideReopening(agreed)));
}
