using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>Whether what was typed is saved, and since when.</summary>
public sealed partial class SavedNote : PagePart
{
    /// <summary>The sheet.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetModel Model { get; set; }

    private SheetKeeper? Keeper => Model.Keeper;
}
