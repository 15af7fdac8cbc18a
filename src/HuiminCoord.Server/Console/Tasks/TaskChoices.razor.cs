using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Tasks;

/// <summary>What of the tasks is shown, as links: each is an address of its own.</summary>
public sealed partial class TaskChoices : PagePart
{
    /// <summary>What is shown now.</summary>
    [Parameter]
    [EditorRequired]
    public required TaskFilter Filter { get; set; }

    /// <summary>How those stand that can be chosen.</summary>
    [Parameter]
    [EditorRequired]
    public required TaskCounts Counts { get; set; }

    /// <summary>The plan in force: it names what is chosen.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>The address of the page with another choice.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<TaskFilter, string> Link { get; set; }

    /// <summary>A domain or a unit to which the list is narrowed; null when it is to none.</summary>
    private string? Narrowed => Filter.Unit is { } unit ? Plan.Units.First(u => u.Id.Value == unit).Name
        : Filter.Domain is { } domain ? Plan.Domain(domain)!.Name : null;
}
