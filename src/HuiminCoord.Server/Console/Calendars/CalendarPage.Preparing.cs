using System.Text.Json;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Calendars;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Layout;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Calendars;

/// <content>Preparing a paper: everything that is marked or typed is put away, then its effect is looked at, then it is proposed or imported.</content>
public sealed partial class CalendarPage
{
    private async Task Changed()
    {
        (Forecast, Proposal!.ProposedBy) = (null, "");
        await Save();
    }

    private async Task Save()
    {
        _history.Add(Write());
        LayOut();
        await Pad.Put(Visitor.Asker, KindOf(Edit!), Write(), Visitor.Now);
    }

    private async Task Undo()
    {
        (Proposal, Forecast) = (Read(_history.Back()), null);
        await Save();
    }

    /// <summary>A file may hold a paper of the other kind than the one that is edited.</summary>
    private async Task Open(string json)
    {
        try
        {
            var opened = PaperProposal.From(json);
            (opened.Sketch.Reason, Proposal, Edit) = (Proposal!.Sketch.Reason, opened, opened.Sketch.Regional ? Layer : Paper);
            if (_editing != Edit)
            {
                // Each kind has a sheet of its own: undoing in one must not bring back the other.
                _editing = Edit;
                _history.Begin(Write());
            }

            await Changed();
            Navigation.NavigateTo(Address(opened.FirstDay?.Year ?? Year, edit: Edit));
        }
        catch (FormatException unreadable)
        {
            await Act(() => throw new RefusedException(new Refusal("calendar.paper-unreadable", unreadable.Message)));
        }
    }

    private async Task Discard()
    {
        var (kind, sheet) = (KindOf(Edit!), Write());
        await Drop();
        Toasts.Did(Words["cal.dropped"], async () => await Pad.Put(Visitor.Asker, kind, sheet, Visitor.Now));
    }

    private async Task Drop()
    {
        await Pad.Drop(Visitor.Asker, KindOf(Edit!));
        Close();
    }

    private async Task Preview()
    {
        Missing = PaperSketches.Missing(Proposal!.Sketch).Any();
        if (!Missing)
        {
            await Act(async () =>
            {
                Visitor.Require("previewCalendarPaper");
                var json = Proposal.Json();
                var found = await Previews.Of(json, Visitor.Gone);
                var forecast = found.Refusal is { } refusal ? throw new RefusedException(refusal) : new PaperForecasts(Words).Of(PaperPreviewView.Of(found));
                // What was marked meanwhile was not looked at.
                Forecast = json == Proposal.Json() ? forecast : null;
            });
            await Browser.InvokeVoidAsync("huimin.focus", "forecast");
        }
    }

    private async Task Propose()
    {
        Proposal!.ProposedBy = Visitor.Asker.Name;
        await Save();
        Toasts.Did(Words["cal.proposed.did"]);
    }

    private async Task Import()
    {
        var question = new OutwardQuestion(Words["cal.import.ask", Forecast!.Paper], Words["cal.import.sentence", Forecast.Campaigns, Forecast.DueDates, Forecast.Reminders], _ => Words["cal.import.do", Forecast.Reminders])
        {
            Warning = Words["cal.import.warning"],
        };
        var paper = Forecast.Paper;
        if (await Dialogs.Ask(question) is not null && await Act(TakeIn))
        {
            Toasts.Did(Words["cal.import.did", paper]);
            await Drop();
        }
    }

    private async Task TakeIn()
    {
        Visitor.Require("importCalendarPaper");
        var answer = await Imports.Import(Proposal!.Json(), Proposal.Sketch.Reason.Trim(), Visitor.Asker.Signature, Visitor.Gone);
        if (answer.Refusal is { } refusal)
        {
            throw new RefusedException(refusal);
        }
    }

    private string Write() => JsonSerializer.Serialize(Proposal, ApiJson.Options);

    private static PaperProposal Read(string json) => JsonSerializer.Deserialize<PaperProposal>(json, ApiJson.Options)!;

    private static string KindOf(string edit) => $"calendar-{edit}";
}
