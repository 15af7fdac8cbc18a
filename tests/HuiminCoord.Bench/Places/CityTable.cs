using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Bench.Places;

/// <summary>Districts' tables added up row by row, as a city would.</summary>
internal sealed class CityTable
{
    private readonly Dictionary<(TableRowKind Kind, string Row, string Column), long> _sums = [];

    /// <summary>Every cell of which somebody has reported.</summary>
    public IReadOnlyDictionary<(TableRowKind Kind, string Row, string Column), long> Sums => _sums;

    public void Add(DistrictTable table)
    {
        foreach (var row in table.Rows)
        {
            for (var column = 0; column < row.Cells.Count; column++)
            {
                if (row.Cells[column].Total is { } total)
                {
                    var cell = (row.Kind, row.Id, table.Form.Columns[column].Code);
                    _sums[cell] = _sums.GetValueOrDefault(cell) + total;
                }
            }
        }
    }
}
