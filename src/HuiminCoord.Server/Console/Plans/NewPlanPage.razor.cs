using System.Text.Json;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Drafting;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Campaigns;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using HuiminCoord.Server.Plans;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>新建整治方案: a plan is made from a template in steps, checked as <c>plan check</c> does, and stored. It reaches nobody until it is issued.</summary>
public sealed partial class NewPlanPage : LivePage
{
    /// <summary>What is set up, on the office's pad.</summary>
    internal const string Kind = "plan-new";

    private static readonly SketchStep[] Steps = Enum.GetValues<SketchStep>();

    private readonly History _history = new();
    private PadSheet? _saved;
    private bool _taken;

    [SupplyParameterFromQuery(Name = "step")]
    private string? Wanted { get; set; }

    [Inject]
    private PlanShelf Shelf { get; set; } = null!;

    [Inject]
    private CampaignPlans Known { get; set; } = null!;

    [Inject]
    private PlanStoring Storing { get; set; } = null!;

    [Inject]
    private Pad Pad { get; set; } = null!;

    private IReadOnlyList<PlanTemplate> Templates { get; set; } = [];

    private IReadOnlyList<ProblemLine> Problems { get; set; } = [];

    /// <summary>The plan that it has become; null while something is wrong.</summary>
    private Plan? Result { get; set; }

    private string Json { get; set; } = "";

    private StoredPlanView? Stored { get; set; }

    private PlanDraft Draft { get; set; } = new();

    private PlanSketch Sketch => Draft.Sketch;

    private bool Begun => Draft.Template.Length > 0;

    private SketchStep Step => Begun && Enum.TryParse<SketchStep>(Wanted, ignoreCase: true, out var step) && Enum.IsDefined(step) ? step : SketchStep.Template;

    private IReadOnlyList<ProblemLine> Mine => [.. Problems.Where(p => p.Step == Step)];

    private string SavedText => _saved is { } saved ? Words["plan.saved", DateTexts.Short(saved.At), saved.Name] : "";

    private PlanTemplate? Template => Templates.FirstOrDefault(t => t.Plan.Campaign.Value == Draft.Template && t.Plan.Version == Draft.Version);

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        Visitor.Require("storePlan");
        if (!_taken)
        {
            Templates = [.. PlanTemplates.Shipped, .. await Own()];
            _saved = await Pad.Find(Visitor.Asker, Kind);
            Draft = _saved is null ? new() : Read(_saved.Json);
            Draft = Template is null ? new() : Draft;
            _history.Begin(Write());
            Check();
            _taken = true;
        }
    }

    /// <summary>The office's own plan as it is now; the shipped one stands among the templates already.</summary>
    private async Task<IReadOnlyList<PlanTemplate>> Own()
    {
        if (await Known.Of(Desk.Campaign, Visitor.Gone) is not { } plan)
        {
            return [];
        }

        var json = await Shelf.Text(Desk.Campaign, plan.Version);
        return PlanTemplates.Shipped.Any(t => t.Plan.Campaign == plan.Campaign && t.Plan.Version == plan.Version) ? [] : [new(plan, json)];
    }

    private void Check()
    {
        if (Template is { } template)
        {
            Json = SketchText.First(template, Sketch);
            var reading = Shelf.Check(Json);
            (Result, Problems) = (reading.Plan, new ProblemTexts(Words).Of(SketchPlaces.Of(Json, reading)));
        }
        else
        {
            (Result, Problems, Json) = (null, [], "");
        }
    }

    private async Task Begin(PlanTemplate template)
    {
        Draft = PlanDraft.From(template);
        await Changed();
        Navigation.NavigateTo(AddressOf(SketchStep.District));
    }

    private async Task Changed()
    {
        Stored = null;
        _history.Add(Write());
        Check();
        await Save();
    }

    private async Task Undo()
    {
        Draft = Read(_history.Back());
        Check();
        await Save();
    }

    private async Task Save() => _saved = await Pad.Put(Visitor.Asker, Kind, Write(), Visitor.Now);

    /// <summary>The key is made of the text: pressing twice stores once.</summary>
    private Task<bool> Store() => Act(async () =>
    {
        Visitor.Require("storePlan");
        Stored = await Storing.Store(Json, Desk.Campaign, $"page/{PlanTexts.HashOf(Json)}");
        await Pad.Drop(Visitor.Asker, Kind);
        _saved = null;
    });

    private WorkingCalendar CalendarOf(Plan plan) => Shelf.Calendars(plan).AsKnownAt(Visitor.Now);

    private string Write() => JsonSerializer.Serialize(Draft, ApiJson.Options);

    private static PlanDraft Read(string json) => JsonSerializer.Deserialize<PlanDraft>(json, ApiJson.Options)!;

    private static string AddressOf(SketchStep step) => $"/plan/new?step={ProblemList.StepName(step)}";
}
