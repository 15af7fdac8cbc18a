using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>What the browser tells beside its own events; <c>dragging.js</c> raises it.</summary>
[EventHandler("onitemdropped", typeof(ItemDroppedEventArgs), enableStopPropagation: false, enablePreventDefault: false)]
public static class EventHandlers;

/// <summary>An item was let go of. Both ids come from the browser: whoever hears of it looks whether they are there.</summary>
public sealed class ItemDroppedEventArgs : EventArgs
{
    /// <summary>The item.</summary>
    public string Item { get; set; } = "";

    /// <summary>The item before which it shall stand; empty = it comes last under its heading.</summary>
    public string Before { get; set; } = "";
}
