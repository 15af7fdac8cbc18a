using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>The next step of a meeting on its way, in the head of its page.</summary>
public sealed partial class MeetingMainActs : PagePart
{
    /// <summary>The meeting.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingSheet Of { get; set; }

    /// <summary>What the seat may do.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingActs Acts { get; set; }

    /// <summary>True while an act is on its way.</summary>
    [Parameter]
    public bool Waits { get; set; }

    /// <summary>The address at which a form is open.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, string> Link { get; set; }

    /// <summary>Composes the agenda.</summary>
    [Parameter]
    public EventCallback Compose { get; set; }

    /// <summary>Lays it before the convenor.</summary>
    [Parameter]
    public EventCallback Submit { get; set; }

    /// <summary>Takes it back.</summary>
    [Parameter]
    public EventCallback TakeBack { get; set; }

    /// <summary>Agrees with it.</summary>
    [Parameter]
    public EventCallback Agree { get; set; }
}
