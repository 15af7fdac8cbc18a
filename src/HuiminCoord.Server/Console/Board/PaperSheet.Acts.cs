using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Console.Words;

namespace HuiminCoord.Server.Console.Board;

/// <summary>Hands a paper in for its unit.</summary>
public sealed partial class PaperSheet
{
    private bool IsAnnual => View.Kind == "annual";

    private async Task Enter()
    {
        if (Receipt.Read(Words) is not { } received)
        {
            Focus(Receipt.NoDay is null ? "paper-time" : "paper-day");
            return;
        }

        await Model!.Keeper!.Save();
        await FileKeeper!.Save();
        if (Model.Keeper is not { Refused: null, Conflicts.Count: 0 } keeper || FileKeeper is not { Refused: null, Theirs: null })
        {
            return;
        }

        var question = new OutwardQuestion(
            Words["paper.sheet.title", View.UnitName, View.Title],
            Words["paper.sheet.sentence", Words.Parts(Scene.Found.Asked, IsAnnual), DateTexts.Short(received), Files.Count], _ => Words["paper.sheet.do"])
        {
            Recipients = [new Recipient(Unit, View.UnitName)],
            Warning = Files.Count == 0 ? Words["paper.sheet.noScan"] : Model.Sheet.Nil ? Words["fill.submit.nil"] : Model.Questions > 0 ? Words["paper.sheet.questions", Model.Questions] : null,
        };
        if (await Dialogs.Ask(question) is not null && await Act(() => Hand(received, keeper.Head)))
        {
            await Handed.InvokeAsync();
        }
    }

    private async Task Hand(DateTimeOffset received, long head)
    {
        Desk.RequireUnit("enterReport", Unit);
        var files = Files.Select(f => new FileBody(f.Hash, f.Name)).ToList();
        var (parts, sheet) = await Handover.Filled(Desk.Campaign, Unit, Duty, Visitor.Asker, new(null, files, head), Visitor.Gone);
        await Desk.ToReport("enterReport", Unit, Duty, new ReportCommand.Enter(parts, sheet, received));
        await FileKeeper!.Discard();
        Toasts.Did(Words["paper.did", View.UnitName, View.Title, Words.Parts(parts, IsAnnual)]);
    }
}
