using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using HuiminCoord.Server.Api.Campaigns;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Plans;

/// <summary>Answers a question of the plan. The answer is a version of its own: what it does is shown before it is issued.</summary>
public sealed partial class AnswerForm : ActingPart
{
    private readonly Dictionary<UnitId, TableProfile> _tables = [];
    private string _key = Desk.NewKey();

    /// <summary>The question.</summary>
    [Parameter]
    [EditorRequired]
    public required OpenQuestion Question { get; set; }

    /// <summary>The plan in force.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

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

    private QuestionScope Scope => new(Question.Affects);

    private string Text { get; set; } = "";

    private string Setting { get; set; } = "";

    private string Basis { get; set; } = "";

    private AmendingBody Body { get; set; }

    private bool TextMissing { get; set; }

    private ForecastView? Forecast { get; set; }

    private PlanAnswer Answer => new(Question.Id, Text.Trim(), Basis.Trim(), Body, Scope.Change(Plan.Settings, Setting), _tables.Count == 0 ? null : _tables);

    /// <inheritdoc/>
    protected override void OnInitialized() => (Text, Setting) = (Question.Answer ?? "", Scope.Present(Plan.Settings));

    private TableProfile TableOf(UnitPlan unit) => _tables.GetValueOrDefault(unit.Id, unit.Table);

    private void SetTable(UnitPlan unit, object? table)
    {
        if (Enum.TryParse<TableProfile>(table as string, out var chosen) && chosen != unit.Table)
        {
            _tables[unit.Id] = chosen;
        }
        else
        {
            _tables.Remove(unit.Id);
        }

        Changed();
    }

    /// <summary>What was foreseen was foreseen of something else.</summary>
    private void Changed() => (Forecast, TextMissing, _key) = (null, false, Desk.NewKey());

    private async Task Preview()
    {
        TextMissing = string.IsNullOrWhiteSpace(Text);
        if (!TextMissing)
        {
            var key = _key;
            await Act(async () =>
            {
                await using var scene = await Desk.Read("previewAmendment");
                var text = await Amending.Answered(scene.Campaign, Answer);
                var found = await Previews.Of(scene.Campaign, text, Words.Language, Visitor.Gone);
                // What was typed meanwhile was not looked at.
                Forecast = key == _key ? new ForecastTexts(Words).Of(found, scene.Campaign.Plan, text) : null;
            });
            await Browser.InvokeVoidAsync("huimin.focus", "forecast");
        }
    }

    private async Task Issue()
    {
        var version = Forecast!.Version;
        var question = IssueQuestion.Of(Words, Words["plan.answer.ask", version, Plan.Units.Count], Plan);
        if (await Dialogs.Ask(question) is not null && await Act(() => Desk.Do("answerQuestion", wish => Amending.Answer(Desk.Campaign, Answer, wish), _key)))
        {
            Forecast = null;
            Toasts.Did(Words["issue.done", version]);
        }
    }
}
