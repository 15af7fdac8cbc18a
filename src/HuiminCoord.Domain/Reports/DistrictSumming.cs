using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>Adds up the district's table, unit by unit.</summary>
internal sealed class DistrictSumming
{
    private readonly Plan _plan;
    private readonly TableForm _form;
    private readonly TableSlots _slots;
    private readonly TableSumming[][] _sections;
    private readonly TableSumming[][] _domains;
    private readonly TableSumming[] _total;

    internal DistrictSumming(Plan plan, TableForm form)
    {
        (_plan, _form, _slots) = (plan, form, new(form));
        _sections = [.. form.Sections.Select(_ => Row())];
        _domains = [.. _slots.Domains.Select(_ => Row())];
        _total = Row();
    }

    internal IReadOnlyList<TableRow> Rows(IReadOnlyList<UnitReport> reports)
    {
        var byUnit = reports.ToLookup(r => r.Unit);
        var units = DistrictTable.UnitsOf(_plan, byUnit).Select(unit => Unit(unit, byUnit[unit.Id])).OfType<TableRow>().ToList();
        return [.. _slots.Domains.SelectMany(Domain), Of(TableRowKind.Total, DistrictTable.Total, "合计", _total), .. units];
    }

    private IEnumerable<TableRow> Domain(string id, int at) =>
        [.. _form.Sections.Select((section, row) => (section, row)).Where(s => s.section.Domain == id).Select(s => Of(TableRowKind.Section, s.section.Id, s.section.Name, _sections[s.row])),
            Of(TableRowKind.Domain, id, _plan.Domain(id)?.Name ?? id, _domains[at])];

    /// <summary>One unit's figures, added everywhere they belong; null for a unit that has neither cells nor figures.</summary>
    private TableRow? Unit(UnitPlan unit, IEnumerable<UnitReport> reports)
    {
        var layout = TableLayout.Of(_plan, _form, unit);
        var (own, row) = (layout.Cells.Select(c => c.ToString()).Select(key => (Key: key, Slot: _slots.At(key)!.Value)).ToList(), Row());
        var supporting = Enumerable.Range(0, _slots.Count).Where(slot => layout.IsSupporting(_slots.Cell(slot))).ToHashSet();
        own.ForEach(cell => Each(row, cell.Slot, sum => sum.Apply()));
        var counted = own.Where(cell => !supporting.Contains(cell.Slot)).ToList();
        var hasFigures = false;
        foreach (var report in reports.Where(r => r.Standing != ReportStanding.Waived))
        {
            hasFigures |= report.IsHandedIn && !report.Figures.IsEmpty;
            Add(unit.Id, report, row, supporting);
            counted.Where(cell => !report.IsHandedIn || !report.Figures.Cells.ContainsKey(cell.Key)).ToList().ForEach(cell => Each(row, cell.Slot, sum => sum.Miss(unit.Id)));
        }

        return own.Count > 0 || hasFigures ? Of(TableRowKind.Unit, unit.Id.Value, unit.Name, row) : null;
    }

    private void Add(UnitId unit, UnitReport report, TableSumming[] row, HashSet<int> supporting)
    {
        foreach (var (key, figure) in report.IsHandedIn ? report.Figures.Cells : Figures.None.Cells)
        {
            if (_slots.At(key) is { } slot)
            {
                Each(row, slot, supporting.Contains(slot) ? sum => sum.AddSupporting(figure) : sum => sum.Add(unit, figure));
            }
        }
    }

    private void Each(TableSumming[] unit, int slot, Action<TableSumming> act)
    {
        var (section, column) = (slot / _slots.Columns, slot % _slots.Columns);
        act(_sections[section][column]);
        act(_domains[_slots.DomainOf[section]][column]);
        act(_total[column]);
        act(unit[column]);
    }

    private TableSumming[] Row() => [.. Enumerable.Range(0, _slots.Columns).Select(_ => new TableSumming())];

    private static TableRow Of(TableRowKind kind, string id, string name, TableSumming[] row) => new(kind, id, name, [.. row.Select(c => c.Sum)]);
}
