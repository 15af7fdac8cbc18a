using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Tasks;
using HuiminCoord.Server.Api.Tasks;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>Which tasks a page shows and how it groups them. It stands in the page's address, so it can be linked and outlives a reload.</summary>
/// <param name="Stage">Only tasks with this light; null = all.</param>
/// <param name="Domain">Only this domain.</param>
/// <param name="Unit">Only what this unit leads or supports.</param>
/// <param name="OnlyProblems">Only tasks that are not 正常推进.</param>
/// <param name="ByUnit">Grouped by units instead of domains.</param>
public sealed record TaskFilter(string? Stage = null, string? Domain = null, string? Unit = null, bool OnlyProblems = false, bool ByUnit = false)
{
    private const string Problems = "problems", Units = "unit";

    /// <summary>The lights in the order in which pages name them.</summary>
    public static IReadOnlyList<TaskLight> Lights { get; } = [TaskLight.OnTrack, TaskLight.Slow, TaskLight.Stale, TaskLight.Blocked];

    /// <summary>A light's name in addresses: the one by which the API knows it.</summary>
    public static string StageOf(TaskLight light) => TaskView.StageOf(light);

    /// <summary>Reads an address. What means nothing there is passed over: a link stays good when a unit has left.</summary>
    public static TaskFilter Of(Plan plan, string? stage, string? domain, string? unit, string? show, string? by)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(
            Lights.Any(l => StageOf(l) == stage) ? stage : null,
            plan.Domains.Any(d => d.Id == domain) ? domain : null,
            plan.Units.Any(u => u.Id.Value == unit) ? unit : null,
            show == Problems,
            by == Units);
    }

    /// <summary>The same domain and unit, whatever the light: what the figures of the choices count.</summary>
    public TaskFilter AnyLight => this with { Stage = null, OnlyProblems = false };

    /// <summary>True for a task that is shown.</summary>
    public bool Shows(TaskLine task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return (Stage is null || task.Stage == Stage) && (Domain is null || task.Domain == Domain)
            && (Unit is null || task.IsOf(Unit)) && (!OnlyProblems || task.Light != TaskLight.OnTrack);
    }

    /// <summary>The address of a page that shows just this.</summary>
    /// <param name="path">The page.</param>
    /// <param name="more">What else its address says; parts without a value are left out.</param>
    public string At(string path, params IReadOnlyList<(string Name, string? Value)> more)
    {
        IReadOnlyList<(string Name, string? Value)> own =
            [("stage", Stage), ("domain", Domain), ("unit", Unit), ("show", OnlyProblems ? Problems : null), ("by", ByUnit ? Units : null)];
        return path + QueryString.Create(own.Concat(more).Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value)));
    }
}
