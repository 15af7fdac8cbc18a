using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>The form that is open beside a session.</summary>
public sealed partial class SittingDrawer : PagePart
{
    /// <summary>Which one.</summary>
    [Parameter]
    [EditorRequired]
    public required string Form { get; set; }

    /// <summary>The item that it is about.</summary>
    [Parameter]
    public string? Item { get; set; }

    /// <summary>The decision that it is about.</summary>
    [Parameter]
    public int? Number { get; set; }

    /// <summary>The unit that it is about.</summary>
    [Parameter]
    public string? Unit { get; set; }

    /// <summary>The session.</summary>
    [Parameter]
    [EditorRequired]
    public required SittingSheet Sitting { get; set; }

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

    /// <summary>It was done.</summary>
    [Parameter]
    public EventCallback Done { get; set; }

    /// <summary>It was given up.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    private DecisionLine? Chosen => Sitting.Standing.FirstOrDefault(d => d.Number == Number);

    private string Title => Form switch
    {
        "decide" => Words["session.decide"],
        "decision" => Words["session.decision.change"],
        "rule" => Words["session.ruling"],
        "attend" => Words["session.attendance"],
        _ => Words["session.circulate"],
    };
}
