using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>What the office does about one item where it stands: word it, split it, take it off, move it by buttons or by Alt and an arrow.</summary>
public sealed partial class ItemTools : PagePart
{
    /// <summary>The item.</summary>
    [Parameter]
    [EditorRequired]
    public required AgendaLine Of { get; set; }

    /// <summary>The agenda in which it stands.</summary>
    [Parameter]
    [EditorRequired]
    public required MeetingSheet Sheet { get; set; }

    /// <summary>True while an act is on its way.</summary>
    [Parameter]
    public bool Waits { get; set; }

    /// <summary>The address at which it is worded.</summary>
    [Parameter]
    [EditorRequired]
    public required string Link { get; set; }

    /// <summary>The address at which two are made of it.</summary>
    [Parameter]
    [EditorRequired]
    public required string Split { get; set; }

    /// <summary>The address at which papers are attached.</summary>
    [Parameter]
    [EditorRequired]
    public required string Papers { get; set; }

    /// <summary>Moves it up (-1) or down (1).</summary>
    [Parameter]
    [EditorRequired]
    public required Func<int, Task> Move { get; set; }

    /// <summary>Takes it off.</summary>
    [Parameter]
    public EventCallback Remove { get; set; }

    // Named handlers outlast a redraw: a press on the way while a colleague's change is drawn still finds them.
    private Task Up() => Move(-1);

    private Task Down() => Move(1);

    private Task TakeOff() => Remove.InvokeAsync();

    private bool CanMove(int by) => Sheet.Moved(Of.Id, by) is not null;

    private Task Key(KeyboardEventArgs pressed) => !pressed.AltKey || Waits ? Task.CompletedTask : pressed.Key switch
    {
        "ArrowUp" => Move(-1),
        "ArrowDown" => Move(1),
        _ => Task.CompletedTask,
    };
}
