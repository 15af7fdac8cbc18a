using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Bench.Places;

/// <summary>What a table has to say, added up from the seed's plain numbers and not by the product: a table that says anything else ends the benchmark.</summary>
internal sealed class ExpectedSums
{
    private readonly Dictionary<(TableRowKind Kind, string Row, string Column), long> _sums = [];

    /// <summary>Adds one report; a supporting unit's joint actions are in no sum.</summary>
    public void Add(Plan plan, SeededReport report)
    {
        var form = plan.Forms!.Table;
        foreach (var (cell, figure) in report.Counts ? report.Figures : new Dictionary<CellAt, long>())
        {
            var domain = plan.Domains.Single(d => d.Id == form.Sections.Single(s => s.Id == cell.Section).Domain);
            if (cell.Column != form.Joint || domain.Lead == report.Unit.Id)
            {
                Add(TableRowKind.Section, cell.Section, cell.Column, figure);
                Add(TableRowKind.Domain, domain.Id, cell.Column, figure);
                Add(TableRowKind.Total, DistrictTable.Total, cell.Column, figure);
                Add(TableRowKind.Unit, report.Unit.Id.Value, cell.Column, figure);
            }
        }
    }

    /// <exception cref="InvalidOperationException">A cell says something else, or one is missing.</exception>
    public void Check(string table, IReadOnlyDictionary<(TableRowKind Kind, string Row, string Column), long> said)
    {
        Expect.That(_sums.Count > 0 && said.Count == _sums.Count, $"{table} has {said.Count} sums instead of {_sums.Count}.");
        foreach (var (cell, sum) in _sums)
        {
            Expect.That(said.TryGetValue(cell, out var found) && found == sum, $"{table} says {found} at {cell} instead of {sum}.");
        }
    }

    private void Add(TableRowKind kind, string row, string column, long figure) => _sums[(kind, row, column)] = _sums.GetValueOrDefault((kind, row, column)) + figure;
}
