using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>The items of a session: which is spoken of, and what was said.</summary>
public sealed partial class SittingItems : PagePart
{
    /// <summary>The session.</summary>
    [Parameter]
    [EditorRequired]
    public required SittingSheet Of { get; set; }

    /// <summary>The plan in force.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>What the seat may do.</summary>
    [Parameter]
    [EditorRequired]
    public required SittingActs Acts { get; set; }

    /// <summary>True while an act is on its way.</summary>
    [Parameter]
    public bool Waits { get; set; }

    /// <summary>Where a decision under an item is recorded.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, string> Link { get; set; }

    /// <summary>Where it is recorded what the meeting rules of its members.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, string> RuleLink { get; set; }

    /// <summary>Speaks of an item.</summary>
    [Parameter]
    public EventCallback<string?> Turn { get; set; }

    /// <summary>A note was kept.</summary>
    [Parameter]
    public EventCallback Done { get; set; }
}
