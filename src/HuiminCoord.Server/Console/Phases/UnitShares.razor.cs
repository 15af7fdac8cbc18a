using System.Globalization;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Tasks;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Phases;

/// <summary>The tasks of each unit, led or supported: one box a task, full where it is 正常推进.</summary>
public sealed partial class UnitShares : PagePart
{
    private const double Wide = 80, Gap = 1;

    /// <summary>All tasks.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<TaskLine> Tasks { get; set; }

    /// <summary>The plan in force.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>The address at which a unit's tasks are shown.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, string> Link { get; set; }

    private TaskTexts Texts => new(Words);

    private IEnumerable<(string Unit, string Name, TaskCounts Counts)> Shares =>
        from unit in Plan.Units
        let counts = TaskCounts.Of([.. Tasks.Where(t => t.IsOf(unit.Id.Value))])
        where counts.Total > 0
        select (unit.Id.Value, unit.Name, counts);

    private static string Width(int boxes) => Text((Wide / boxes) - Gap);

    private static string Left(int box, int boxes) => Text((Wide / boxes * box) + (Gap / 2));

    private static string Text(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);
}
