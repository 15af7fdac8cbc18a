using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Reporting;
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

    /// <summary>What two people typed into fields that stand neither in the grid nor in the summary: it is chosen here, or nothing could be handed in.</summary>
    private IReadOnlyList<FieldMark> Placeless =>
        [.. Keeper!.Conflicts.Values.Where(c => c.Field is SheetFields.Nil or SheetFields.Phone || c.Field.StartsWith("note/", StringComparison.Ordinal))];
}
