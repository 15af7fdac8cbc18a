using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Api.Obligations;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>签章页: the sheet as it is sealed and signed, in the direction of the official form. It is there on paper only.</summary>
public sealed partial class SheetPrint : PagePart
{
    /// <summary>The sheet.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetModel Model { get; set; }

    /// <summary>The obligation.</summary>
    [Parameter]
    [EditorRequired]
    public required ObligationView View { get; set; }

    private string Period => Model.Scene.Found.Period is { } period ? $"{DateTexts.Short(period.From)} — {DateTexts.Short(period.To)}" : "—";

    private IEnumerable<(string Name, int Count)> Groups => Model.Scene.Form.Columns.GroupBy(c => c.Group).Select(g => (g.Key, g.Count()));

    private string Shown(CellAt cell) => !Model.Scene.Layout.Applies(cell) ? "/" : Model.Sheet.Nil ? "0" : Model.TextOf(cell.ToString());
}
