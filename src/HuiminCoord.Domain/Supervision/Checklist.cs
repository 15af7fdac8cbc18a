using System.Globalization;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Supervision;

/// <summary>A line of a checklist (走访清单).</summary>
/// <param name="Id">Says what it is about: <c>duty.jiaoyu.monthly</c>, <c>task.chi-3</c>, <c>own.1</c>.</param>
public sealed record ChecklistLine(string Id, string Text);

/// <summary>What a group looks at: made from the plan in force and the mandate, with what the group adds. Pure.</summary>
public static class Checklist
{
    /// <summary>The lines: unit by unit and duty by duty as the plan has them, then tasks, then the group's own.</summary>
    public static IReadOnlyList<ChecklistLine> Of(SupervisionMandate mandate, IReadOnlyList<string> own, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(mandate);
        ArgumentNullException.ThrowIfNull(plan);
        return [.. Duties(mandate, plan), .. Tasks(mandate, plan), .. own.Select((text, i) => new ChecklistLine(string.Create(CultureInfo.InvariantCulture, $"own.{i + 1}"), text))];
    }

    private static IEnumerable<ChecklistLine> Duties(SupervisionMandate mandate, Plan plan) =>
        from unit in plan.Units
        where mandate.Units.Contains(unit.Id)
        from owed in plan.Duties.Where(d => d.OwedBy.Contains(unit.Id)).GroupBy(d => d.Kind).OrderBy(g => g.Key)
        select new ChecklistLine($"duty.{unit.Id}.{owed.Key.ToString().ToLowerInvariant()}", $"{unit.Name}：{string.Join('、', owed.Select(d => d.Title).Distinct())}");

    private static IEnumerable<ChecklistLine> Tasks(SupervisionMandate mandate, Plan plan) =>
        from task in plan.Tasks
        where mandate.Tasks.Contains(task.Id)
        let domain = plan.Domain(task.Domain)
        where domain is not null
        select new ChecklistLine($"task.{task.Id}", $"{domain.Name}{Messages.Numerals.Circled(task.Number)} {task.Title}");
}
