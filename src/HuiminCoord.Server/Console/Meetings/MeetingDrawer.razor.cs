using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>The form that the address opens, beside the one page.</summary>
public sealed partial class MeetingDrawer : PagePart
{
    /// <summary>Which one.</summary>
    [Parameter]
    [EditorRequired]
    public required string Form { get; set; }

    /// <summary>The item that it is about; null where it is about none, or somebody else has taken it off.</summary>
    [Parameter]
    public AgendaLine? Item { get; set; }

    /// <summary>What is behind the item, while it is split.</summary>
    [Parameter]
    public IReadOnlyList<RowName> Rows { get; set; } = [];

    /// <summary>The unit that it is about.</summary>
    [Parameter]
    public string? Unit { get; set; }

    /// <summary>The meeting with its agenda.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingSheet Sheet { get; set; }

    /// <summary>The plan in force.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>Shows rest days.</summary>
    [Parameter]
    [EditorRequired]
    public required WorkingCalendar Calendar { get; set; }

    /// <summary>The campaign's day.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>Reads the agenda anew; its revision.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<Task<int>> Newest { get; set; }

    /// <summary>It was closed.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    /// <summary>It was done.</summary>
    [Parameter]
    public EventCallback Done { get; set; }
}
