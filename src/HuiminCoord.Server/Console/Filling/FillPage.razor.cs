using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;
using HuiminCoord.Server.Console.Sheets;
using HuiminCoord.Server.Console.Uploads;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Files;
using HuiminCoord.Server.Reporting;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Filling;

/// <summary>One obligation of the unit: what is asked, what came back and why, the form, and what was handed in.</summary>
public sealed partial class FillPage : LivePage
{
    /// <summary>The duty.</summary>
    [Parameter]
    public string Duty { get; set; } = "";

    [Inject]
    private UploadBook Uploads { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private HistoryReader Histories { get; set; } = null!;

    [Inject]
    private ReportFinder Reports { get; set; } = null!;

    private FillScene? Filled { get; set; }

    /// <summary>The report's form; null for what is handed in by a word.</summary>
    private SheetScene? Sheet { get; set; }

    private IReadOnlyList<HistoryLine> History { get; set; } = [];

    private string Unit => Visitor.Asker.Standing.Seat.Unit!.Value.Value;

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("getObligation");
        Filled = await FillScene.Read(scene, Unit, Duty, Visitor.Gone);
        Sheet = SheetPlace.Find(scene.Campaign.Id, scene.Campaign.Plan, Unit, Duty) is null ? null : await ReadSheet(scene, Filled);
        History = await Histories.Read(scene, Words, Filled.Line.Row, Visitor.Gone);
    }

    private Task<SheetScene> ReadSheet(ReadingScene scene, FillScene filled)
    {
        Visitor.Require("getReport");
        return SheetScene.Read(scene, Reports, (Unit, Duty), [.. filled.Remarks.Select(r => new SheetRemark(r.Remark, true, r.By.At))], Visitor.Gone);
    }

    /// <summary>Names of parts as people say them.</summary>
    private string Part(string part) => Words.Part(part, Filled is { IsAnnual: true });

    private string Near(FillScene filled) =>
        filled.Line is { IsAsked: true, Due: { } due } ? $"{Words["page.comma2"]}{Words.Countdown(due, filled.Scene.Today, filled.Scene.Calendar)}" : "";

    private string Context(FillScene filled)
    {
        var view = filled.View;
        string?[] facts =
        [
            filled.Line.Due is { } due ? Words["fill.due", Words.ShortDay(due, filled.Scene.Today)] : null,
            view.DoBy is { } doBy && doBy != view.Due ? Words["fill.doBy", Words.ShortDay(doBy, filled.Scene.Today)] : null,
            view.UnitName,
            view.FirstCompleteAt is { } at ? Words[view.OnTime == false ? "duties.reportedLate" : "duties.reported", DateTexts.Short(at)] : null,
            view.Extension is { Stage: "asked", Until: { } until } ? Words["duties.extensionAsked", Words.ShortDay(until, filled.Scene.Today)] : null,
        ];
        return string.Join(" | ", facts.OfType<string>());
    }

    private bool CanAsk(FillScene filled) =>
        Visitor.May("askExtension") && filled.View is { Reported: false, EnteredLate: false, Due: not null } && !filled.Line.IsLate && filled.View.Extension?.Stage != "asked";

    /// <summary>Hands in what is asked; true when it was taken.</summary>
    private async Task<bool> Submit(SubmissionDraft draft)
    {
        var view = Filled!.View;
        var parts = Filled.Asked;
        var question = new OutwardQuestion(Words["fill.submit.title", view.Title], Words["fill.submit.sentence", string.Join(Words["page.comma"], parts.Select(Part)), draft.Files.Count], _ => Words["fill.submit.do"])
        {
            Warning = draft.Nil ? Words["fill.submit.nil"] : null,
        };
        return await Dialogs.Ask(question) is not null && await Act(async () =>
        {
            var files = await Uploads.Named(Desk.Campaign, draft.Files, Visitor);
            await Desk.ToUnit("submitObligation", Unit, new UnitCommand.Submit(new DutyId(Duty), parts, draft.Text.Trim(), draft.Nil, null, files));
            Toasts.Did(Words["fill.submitted", view.Title]);
        });
    }

    private Task<bool> Withdraw() => Act(async () =>
    {
        await Desk.ToUnit("withdrawSubmission", Unit, new UnitCommand.Withdraw(new DutyId(Duty), [], ""));
        Toasts.Did(Words["fill.withdrawn", Filled!.View.Title]);
    });

    private Task<bool> AskExtension((DateOnly Until, string Reason) wish) => Act(async () =>
    {
        await Desk.ToUnit("askExtension", Unit, new UnitCommand.AskExtension(new DutyId(Duty), wish.Until, wish.Reason));
        Toasts.Did(Words["fill.extension.asked"]);
    });
}
