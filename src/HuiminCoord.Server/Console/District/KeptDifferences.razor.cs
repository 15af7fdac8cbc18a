using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.District;

/// <summary>What differs now from a table that was kept, cell by cell, with the units whose reports made the difference.</summary>
public sealed partial class KeptDifferences : PagePart
{
    /// <summary>The kept table.</summary>
    [Parameter]
    [EditorRequired]
    public required KeptTable Kept { get; set; }

    /// <summary>As it was.</summary>
    [Parameter]
    [EditorRequired]
    public required DistrictTable Before { get; set; }

    /// <summary>As it is.</summary>
    [Parameter]
    [EditorRequired]
    public required DistrictTable Table { get; set; }

    /// <summary>Of sections, domains and the whole: each unit's row would say the same once more.</summary>
    private IReadOnlyList<TableChange> Changes { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet() => Changes = [.. TableDifference.Between(Before, Table).Where(c => c.Kind != TableRowKind.Unit)];

    private string RowName(TableChange change) =>
        Table.Rows.Concat(Before.Rows).FirstOrDefault(r => r.Kind == change.Kind && r.Id == change.Row)?.Name ?? change.Row;

    private string Written(TableSum? sum, string column)
    {
        var total = sum?.Total is { } known ? FigureText.Write(known, Table.Form.Column(column)?.Kind ?? FigureKind.Count) : "—";
        return sum?.Missing.Count > 0 ? $"{total} {Words["district.missing", sum.Missing.Count]}" : total;
    }
}
