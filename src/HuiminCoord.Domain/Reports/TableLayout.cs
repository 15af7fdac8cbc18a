using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>The statistics table as one unit fills it in: its own rows, and which of their cells it can have.</summary>
public sealed class TableLayout
{
    private readonly HashSet<string> _without;
    private readonly HashSet<string> _led;

    private TableLayout(TableForm form, IReadOnlyList<TableSection> sections, HashSet<string> without, HashSet<string> led) =>
        (Form, Sections, _without, _led) = (form, sections, without, led);

    /// <summary>The form.</summary>
    public TableForm Form { get; }

    /// <summary>The unit's rows, in the order of the form; none for a unit that owes no table.</summary>
    public IReadOnlyList<TableSection> Sections { get; }

    /// <summary>Every cell that the unit can have, row by row.</summary>
    public IEnumerable<CellAt> Cells => from section in Sections from column in Form.Columns where !_without.Contains(column.Code) select new CellAt(section.Id, column.Code);

    /// <summary>True for a cell that the unit can have; the others are grey (不适用), not zero.</summary>
    public bool Applies(CellAt cell) => Form.Column(cell.Column) is not null && !_without.Contains(cell.Column) && Sections.Any(s => s.Id == cell.Section);

    /// <summary>True for a cell that means 其中：配合: joint actions which another unit leads and counts.</summary>
    public bool IsSupporting(CellAt cell) => cell.Column == Form.Joint && !_led.Contains(cell.Section);

    /// <summary>The layout of one unit's table.</summary>
    public static TableLayout Of(Plan plan, TableForm form, UnitPlan unit)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(unit);
        var sections = form.Sections.Where(s => unit.Table != TableProfile.None && plan.Domain(s.Domain) is { } domain && (domain.Lead == unit.Id || domain.Cooperating.Contains(unit.Id)));
        var led = form.Sections.Where(s => plan.Domain(s.Domain)?.Lead == unit.Id).Select(s => s.Id);
        return new(form, [.. sections], [.. form.Without.GetValueOrDefault(unit.Table, [])], [.. led]);
    }
}
