using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.District;

/// <summary>汇总办理: what the office owes of a period and by when; the table goes upward, the period is locked; what was kept can be opened again.</summary>
public sealed partial class OfficeWork : ConsolidationPart
{
    /// <summary>True while the page shows cumulative figures: then kept tables are compared and downloaded so.</summary>
    [Parameter]
    public bool Cumulative { get; set; }

    private bool MayAct => Visitor.May("lockPeriod");

    private string Title => ReportPeriods.TitleOf(Scene.Occurrence);

    private string Open => string.Join(Words["page.comma"], Scene.Open.Select(u => Plan.Unit(u)?.Name ?? u.Value));

    private string LockLine => Scene.Lock switch
    {
        LockStanding.Locked => Words["district.locked", DateTexts.Short(Scene.State.Last(KeptFor.Locked)!.At)],
        LockStanding.Reopened => Words["district.reopened", Scene.Open.Count > 0 ? Open : Words["district.corrected"]],
        _ when !Scene.HasReports => Words["district.noReports"],
        _ => Scene.Open.Count > 0 ? Words["district.open.units", Scene.Open.Count, Open] : Words["district.lockable"],
    };

    private async Task SendUpward()
    {
        var missing = Scene.Open.Count > 0 ? Words["district.upward.missing", Open] : null;
        var question = new OutwardQuestion(Words["district.upward.title", Title], Words["district.upward.ask"], _ => Words["district.upward"])
        {
            Warning = missing, Reason = Words["district.upward.note"], ReasonHelp = Words["district.upward.note.help"],
        };
        if (await Dialogs.Ask(question) is { } confirmed)
        {
            await Carry("sendTableUpward", new ConsolidationCommand.SendUpward(confirmed.Reason), Words["district.upward.did", Title]);
        }
    }

    private async Task Lock()
    {
        var question = new OutwardQuestion(Words["district.lock.title", Title], Words["district.lock.ask"], _ => Words["district.lock"]);
        if (await Dialogs.Ask(question) is not null)
        {
            await Carry("lockPeriod", new ConsolidationCommand.Lock(), Words["district.lock.did", Title]);
        }
    }
}
