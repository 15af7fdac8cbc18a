using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Api.Tasks;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>重点任务: the tasks that the seat reaches, those that it leads first.</summary>
public sealed partial class TasksPage : LivePage
{
    internal const string Place = "/tasks";

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

    private Plan? Plan { get; set; }

    private DateOnly Today { get; set; }

    private TaskFilter Filter { get; set; } = new();

    private TaskCounts Counts { get; set; } = new(0, 0, 0, 0, 0);

    /// <summary>How those stand that the choices choose among.</summary>
    private TaskCounts Choosable { get; set; } = new(0, 0, 0, 0, 0);

    private IReadOnlyList<TaskGroup> Groups { get; set; } = [];

    private TaskTexts Texts => new(Words);

    private string? Context => Plan is { } plan ? Words["tasks.context", Words.Moment(Visitor.Now), plan.Settings.SlowTaskDays, plan.Settings.StaleTaskDays] : null;

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        await using var scene = await Desk.Read("listTasks");
        var (plan, seat) = (scene.Campaign.Plan, Visitor.Asker.Standing.Seat);
        IReadOnlyList<TaskLine> tasks = [.. (await TaskReader.Reached(scene, Visitor.Gone)).Select(TaskLine.Of)];
        (Plan, Today) = (plan, scene.Campaign.Today);
        Filter = TaskFilter.Of(plan, Stage, Domain, Unit, Show, By);
        (Counts, Choosable) = (TaskCounts.Of(tasks), TaskCounts.Of([.. tasks.Where(Filter.AnyLight.Shows)]));
        Groups = TaskGroup.For(seat, tasks, plan, Filter);
    }
}
