using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>Tasks under one heading.</summary>
/// <param name="Id">Of a domain, or of a unit where tasks are grouped by units.</param>
/// <param name="Name">What it is called.</param>
/// <param name="All">How all tasks of the group stand, also those that the filter leaves out.</param>
/// <param name="Tasks">Those that are shown.</param>
/// <param name="Part">0 for tasks that the reader's seat leads, 1 for the others that it sees; 0 for all where there is no such difference.</param>
public sealed record TaskGroup(string Id, string Name, TaskCounts All, IReadOnlyList<TaskLine> Tasks, int Part = 0)
{
    /// <summary>Groups in the order of the plan; those without anything to show are left out.</summary>
    public static IReadOnlyList<TaskGroup> Of(IReadOnlyList<TaskLine> tasks, Plan plan, TaskFilter filter)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(filter);
        return filter.ByUnit ? ByUnit(tasks, plan, filter) : ByDomain(tasks, plan, filter, 0);
    }

    /// <summary>For a seat: the tasks that it leads first, then the others that it sees. A seat that leads all or none has one list.</summary>
    public static IReadOnlyList<TaskGroup> For(SeatAddress seat, IReadOnlyList<TaskLine> tasks, Plan plan, TaskFilter filter)
    {
        ArgumentNullException.ThrowIfNull(seat);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(filter);
        var parts = tasks.ToLookup(t => Leads(seat, t, plan));
        return filter.ByUnit || !parts.Contains(true) || !parts.Contains(false)
            ? Of(tasks, plan, filter)
            : [.. ByDomain([.. parts[true]], plan, filter, 0), .. ByDomain([.. parts[false]], plan, filter, 1)];
    }

    private static IReadOnlyList<TaskGroup> ByDomain(IReadOnlyList<TaskLine> tasks, Plan plan, TaskFilter filter, int part) => Shown(
        plan.Domains.Select(d => (d.Id, d.Name, Of: (IReadOnlyList<TaskLine>)[.. tasks.Where(t => t.Domain == d.Id)])), filter, part);

    private static IReadOnlyList<TaskGroup> ByUnit(IReadOnlyList<TaskLine> tasks, Plan plan, TaskFilter filter) => Shown(
        plan.Units.Where(u => filter.Unit is null || filter.Unit == u.Id.Value)
            .Select(u => (u.Id.Value, u.Name, Of: (IReadOnlyList<TaskLine>)[.. tasks.Where(t => t.IsOf(u.Id.Value))])), filter, 0);

    private static IReadOnlyList<TaskGroup> Shown(IEnumerable<(string Id, string Name, IReadOnlyList<TaskLine> Of)> groups, TaskFilter filter, int part) =>
        [.. groups.Select(g => new TaskGroup(g.Id, g.Name, TaskCounts.Of(g.Of), [.. g.Of.Where(filter.Shows)], part)).Where(g => g.Tasks.Count > 0)];

    /// <summary>A section leads what the plan gives to it; a unit leads its domains.</summary>
    private static bool Leads(SeatAddress seat, TaskLine task, Plan plan) =>
        seat.Unit?.Value == task.Lead && (seat.Role != SeatRole.Section || plan.Tasks.First(t => t.Id.Value == task.Id).Section == seat.Section);
}
