using System.Text.Json;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Drafting;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Campaigns;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>方案修订: the office prepares the next version in a form or as a whole text, sees what it does, and the director issues it.</summary>
public sealed partial class AmendPart : LivePage
{
    /// <summary>What is prepared, on the office's pad.</summary>
    internal const string Kind = "plan-amendment";

    private static readonly string[] Parts = ["duties", "reminders", "measures", "units", "text"];

    private string _key = Desk.NewKey();
    private readonly History _history = new();
    private PadSheet? _saved;
    private bool _begun;

    /// <summary>The text of which <see cref="Forecast"/> speaks, and no other, is issued.</summary>
    private string _foreseen = "";

    /// <summary>What is edited; null = duties.</summary>
    [Parameter]
    public string? Part { get; set; }

    [Inject]
    private PlanShelf Shelf { get; set; } = null!;

    [Inject]
    private Pad Pad { get; set; } = null!;

    [Inject]
    private Amending Amending { get; set; } = null!;

    [Inject]
    private AmendmentPreviews Previews { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private PlanTemplate? Template { get; set; }

    private Plan? Plan => Template?.Plan;

    private AmendmentDraft Draft { get; set; } = new();

    private bool Outdated { get; set; }

    private bool ReasonMissing { get; set; }

    private ForecastView? Forecast { get; set; }

    private string Current => Parts.Contains(Part) ? Part! : Parts[0];

    private bool ByText => Current == "text";

    private string SavedText => _saved is { } saved ? Words["plan.saved", DateTexts.Short(saved.At), saved.Name] : "";

    /// <summary>What is typed stays while others do other things; another version in force ends it.</summary>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("previewAmendment");
        var plan = scene.Campaign.Plan;
        if (_begun && Template?.Plan.Version == plan.Version)
        {
            // The form and the whole text are two proposals: what was foreseen of one is not issued as the other.
            (Forecast, _key) = Forecast is null || _foreseen == Draft.Json(Template, ByText) ? (Forecast, _key) : (null, Desk.NewKey());
            return;
        }

        Outdated = _begun;
        Template = new PlanTemplate(plan, await Shelf.Text(Desk.Campaign, plan.Version));
        _saved = await Pad.Find(Visitor.Asker, Kind);
        var kept = _saved is null ? null : Read(_saved.Json);
        if (kept?.Version != plan.Version)
        {
            (kept, _saved, Outdated) = (null, null, Outdated || kept is not null);
        }

        (Draft, _begun, Forecast) = (kept ?? AmendmentDraft.Of(plan), true, null);
        _history.Begin(Write());
    }

    private async Task Changed()
    {
        (Forecast, ReasonMissing, Outdated, _key, Draft.ProposedBy) = (null, false, false, Desk.NewKey(), "");
        _history.Add(Write());
        await Save();
    }

    private async Task Undo()
    {
        Draft = Read(_history.Back());
        (Forecast, _key) = (null, Desk.NewKey());
        await Save();
    }

    private Task StartAnew()
    {
        Draft = AmendmentDraft.Of(Plan!);
        return Changed();
    }

    private async Task Save() => _saved = await Pad.Put(Visitor.Asker, Kind, Write(), Visitor.Now);

    private string Write() => JsonSerializer.Serialize(Draft, ApiJson.Options);

    private static AmendmentDraft Read(string json) => JsonSerializer.Deserialize<AmendmentDraft>(json, ApiJson.Options)!;

    private async Task Preview()
    {
        ReasonMissing = !ByText && string.IsNullOrWhiteSpace(Draft.Reason);
        if (!ReasonMissing)
        {
            await Act(async () =>
            {
                await using var scene = await Desk.Read("previewAmendment");
                var json = Draft.Json(Template!, ByText);
                var found = await Previews.Of(scene.Campaign, json, Words.Language, Visitor.Gone);
                // What was typed meanwhile was not looked at.
                (Forecast, _foreseen) = json == Draft.Json(Template!, ByText) ? (new ForecastTexts(Words).Of(found, scene.Campaign.Plan, json), json) : (null, "");
            });
            await Browser.InvokeVoidAsync("huimin.focus", "forecast");
        }
    }

    private async Task Propose()
    {
        Draft.ProposedBy = Visitor.Asker.Name;
        _history.Add(Write());
        await Save();
        Toasts.Did(Words["plan.proposed"]);
    }

    private async Task Issue()
    {
        var (version, json) = (Forecast!.Version, _foreseen);
        var question = IssueQuestion.Of(Words, Words["plan.amend.ask", version, Plan!.Units.Count], Plan);
        if (await Dialogs.Ask(question) is not null && await Act(async () =>
        {
            await Desk.Do("amendPlan", wish => Amending.Amend(Desk.Campaign, json, wish), _key);
            await Pad.Drop(Visitor.Asker, Kind);
            _begun = false;
        }))
        {
            Toasts.Did(Words["issue.done", version]);
        }
    }
}
