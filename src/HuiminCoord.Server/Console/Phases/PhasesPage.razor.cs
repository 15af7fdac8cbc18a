using HuiminCoord.Domain.Phases;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Phases;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Tasks;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Phases;

/// <summary>阶段进展与督导: where the campaign stands, which tasks do not, and what keeps each phase.</summary>
public sealed partial class PhasesPage : LivePage
{
    private const string Place = "/phases";

    [Inject]
    private SupervisionReader Reader { get; set; } = null!;

    [Inject]
    private Dialogs Dialogs { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <summary>Only this light.</summary>
    [SupplyParameterFromQuery(Name = "stage")]
    private string? Stage { get; set; }

    /// <summary>Only this domain.</summary>
    [SupplyParameterFromQuery(Name = "domain")]
    private string? Domain { get; set; }

    /// <summary>Only this unit's.</summary>
    [SupplyParameterFromQuery(Name = "unit")]
    private string? Unit { get; set; }

    /// <summary>Only problems.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    private string? Show { get; set; }

    /// <summary>Grouped by units.</summary>
    [SupplyParameterFromQuery(Name = "by")]
    private string? By { get; set; }

    /// <summary>The month whose rows are shown: 2020-11.</summary>
    [SupplyParameterFromQuery(Name = "month")]
    private string? Month { get; set; }

    /// <summary>The phase whose gate is shown; the present one unless told.</summary>
    [SupplyParameterFromQuery(Name = "phase")]
    private string? Phase { get; set; }

    private Supervision? All { get; set; }

    private TaskFilter Filter { get; set; } = new();

    private TaskCounts Counts { get; set; } = new(0, 0, 0, 0, 0);

    /// <summary>How those stand that the choices choose among.</summary>
    private TaskCounts Choosable { get; set; } = new(0, 0, 0, 0, 0);

    private IReadOnlyList<TaskGroup> Groups { get; set; } = [];

    private TaskTexts Texts => new(Words);

    private Gate? Gate => All?.GateOf(Phase) ?? All?.GateOf(All.Present.Id.Value);

    private PhaseMonth? ChosenMonth => All?.Months.FirstOrDefault(m => m.Id == Month && m.Duties.Count > 0);

    private string? Context => All is not { } all ? null : string.Join(
        " | ",
        Words["phases.way", all.Present.Title, all.Way.Month, all.Way.Of],
        Words["tasks.context", Words.Moment(all.Now), all.Plan.Settings.SlowTaskDays, all.Plan.Settings.StaleTaskDays]);

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        Visitor.Require("listPhases");
        Visitor.Require("listObligations");
        await using var scene = await Desk.Read("listTasks");
        All = await Reader.Read(scene, Visitor.Gone);
        Filter = TaskFilter.Of(All.Plan, Stage, Domain, Unit, Show, By);
        (Counts, Choosable) = (TaskCounts.Of(All.Tasks), TaskCounts.Of([.. All.Tasks.Where(Filter.AnyLight.Shows)]));
        Groups = TaskGroup.Of(All.Tasks, All.Plan, Filter);
    }

    /// <summary>The address of this page with another choice; what is not chosen anew stays.</summary>
    private static string At(TaskFilter filter, string? month, string? phase) => filter.At(Place, ("month", month), ("phase", phase));

    private Task<bool> Record(string goal, string evidence) =>
        Do("recordGoal", (phase, key) => phase.Do(new PhaseCommand.RecordGoal(goal, evidence), key), Words["phases.goal.did"]);

    private async Task Pass()
    {
        if (Gate is { } gate && await Dialogs.Ask(new(Words["phases.pass.title", gate.Title], Words["phases.pass.help"], _ => Words["phases.pass"])) is not null)
        {
            await Do("passGate", (phase, key) => phase.PassGate(key), Words["phases.pass.did", gate.Title]);
        }
    }

    private async Task<bool> Waive(string reason, string signedBy) =>
        Gate is { } gate
        && await Dialogs.Ask(new(Words["phases.waive.title", gate.Title], Words["phases.waive.help", signedBy], _ => Words["phases.waive.do"])) is not null
        && await Do("waiveGate", (phase, key) => phase.Do(new PhaseCommand.WaiveGate(reason, signedBy), key), Words["phases.waive.did", gate.Title]);

    /// <summary>Does it to the phase whose gate is shown, and says so; true when it was taken.</summary>
    private async Task<bool> Do(string operation, Func<IPhaseGrain, CommandKey, Task<Answer>> ask, string said)
    {
        var phase = Gate!.Phase;
        var done = await Act(() => Desk.ToPhase(operation, phase, ask));
        if (done)
        {
            Toasts.Did(said);
        }

        StateHasChanged();
        return done;
    }
}
