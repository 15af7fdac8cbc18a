using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>全区汇总表: what all units have reported for one period or for several, added up.</summary>
/// <remarks>
/// Each section's figures stand in its row, in the subtotal of its domain, in 合计 and in the row of the unit: the online row is a domain of
/// its own and counts once. A supporting unit's joint actions are counted by the lead, so they are shown beside the sums. A figure in
/// a cell that a later plan takes from the unit still counts: sums fall by corrections alone. The work grows with the figures.
/// </remarks>
public sealed class DistrictTable
{
    /// <summary>The id of 合计.</summary>
    public const string Total = "total";

    private readonly Dictionary<(TableRowKind, string), TableRow> _rows;
    private readonly ILookup<UnitId, UnitReport> _byUnit;

    private DistrictTable(Plan plan, TableForm form, IReadOnlyList<UnitReport> reports, IReadOnlyList<TableRow> rows)
    {
        (Plan, Form, Reports, Rows) = (plan, form, reports, rows);
        (_rows, _byUnit) = (rows.ToDictionary(r => (r.Kind, r.Id)), reports.ToLookup(r => r.Unit));
        Units = UnitsOf(plan, _byUnit);
    }

    /// <summary>The plan by whose form it was added up.</summary>
    public Plan Plan { get; }

    /// <summary>Its form.</summary>
    public TableForm Form { get; }

    /// <summary>What it was added up from: kept with a frozen table, because it says everything that the table says.</summary>
    public IReadOnlyList<UnitReport> Reports { get; }

    /// <summary>The plan's units, then those that it no longer has and whose figures still count.</summary>
    public IReadOnlyList<UnitPlan> Units { get; }

    /// <summary>Sections, each domain's subtotal after its last, 合计, and a row for each unit that fills a table.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>The rows of the printed table: all but those of units.</summary>
    public IEnumerable<TableRow> District => Rows.Where(r => r.Kind != TableRowKind.Unit);

    /// <summary>The rows by unit.</summary>
    public IEnumerable<TableRow> ByUnit => Rows.Where(r => r.Kind == TableRowKind.Unit);

    /// <summary>How many units have reported, period by period.</summary>
    public IReadOnlyList<Completeness> Board => Completeness.Of(Reports);

    /// <summary>A unit's name; the id of one that the plan no longer has.</summary>
    public string NameOf(UnitId unit) => Plan.Unit(unit)?.Name ?? unit.Value;

    internal IEnumerable<UnitReport> Of(UnitId unit) => _byUnit[unit];

    private Dictionary<UnitId, TableLayout> Layouts => field ??= Units.ToDictionary(u => u.Id, u => TableLayout.Of(Plan, Form, u));

    /// <summary>A cell; null when there is no such row or column.</summary>
    public TableSum? this[TableRowKind kind, string row, string column]
    {
        get
        {
            var at = Form.Columns.ToList().FindIndex(c => c.Code == column);
            return at >= 0 && _rows.TryGetValue((kind, row), out var found) ? found.Cells[at] : null;
        }
    }

    /// <summary>Adds up reports in whatever order they come.</summary>
    /// <exception cref="ArgumentException">The plan has no forms.</exception>
    public static DistrictTable Of(Plan plan, IEnumerable<UnitReport> reports)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(reports);
        var form = plan.Forms?.Table ?? throw new ArgumentException("The plan has no statistics table.", nameof(plan));
        var ordered = reports.OrderBy(r => r.Duty.Value, StringComparer.Ordinal).ThenBy(r => r.Unit.Value, StringComparer.Ordinal).ToList();
        return new(plan, form, ordered, new DistrictSumming(plan, form).Rows(ordered));
    }

    /// <summary>The figures behind a cell, by unit in the order of the plan, then by period: whoever looks at a sum opens the reports it comes from.</summary>
    public IEnumerable<Contribution> Behind(TableRowKind kind, string row, string column) => Behind(Units.Select(u => u.Id), kind, row, column);

    internal IEnumerable<Contribution> Behind(IEnumerable<UnitId> units, TableRowKind kind, string row, string column) =>
        from unit in units
        where kind != TableRowKind.Unit || unit.Value == row
        from report in _byUnit[unit]
        where report.IsHandedIn
        from section in Form.Sections
        where kind switch { TableRowKind.Section => section.Id == row, TableRowKind.Domain => section.Domain == row, _ => true }
        let cell = new CellAt(section.Id, column)
        let figure = report.Figures[cell]
        where figure is not null
        select new Contribution(unit, report.Duty, cell, figure.Value, Layouts[unit].IsSupporting(cell));

    internal static IReadOnlyList<UnitPlan> UnitsOf(Plan plan, ILookup<UnitId, UnitReport> reports) =>
        [.. plan.Units, .. reports.Select(r => r.Key).Where(id => plan.Unit(id) is null).OrderBy(id => id.Value, StringComparer.Ordinal).Select(id => new UnitPlan(id, id.Value, [], TableProfile.None))];
}
