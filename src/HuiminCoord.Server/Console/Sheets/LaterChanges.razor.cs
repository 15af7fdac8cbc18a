using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Reporting;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>Cumulatives that a correction changes, cell by cell, its own and later ones.</summary>
public sealed partial class LaterChanges : PagePart
{
    /// <summary>The changes.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<CumulativeChange> Changes { get; set; }

    /// <summary>The sheet of the report.</summary>
    [Parameter]
    [EditorRequired]
    public required SheetModel Model { get; set; }

    private SheetPlace Place => Model.Scene.Place;

    private string Title(CumulativeChange change) => ReportPeriods.TitleOf(Place.Plan, change.Period);
}
