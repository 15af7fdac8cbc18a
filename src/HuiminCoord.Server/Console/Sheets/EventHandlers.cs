using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>Names the event of <c>sheets.js</c> to pages: a block was pasted.</summary>
[EventHandler("onsheetpasted", typeof(SheetPastedEventArgs), enableStopPropagation: false, enablePreventDefault: false)]
public static class EventHandlers
{
}
