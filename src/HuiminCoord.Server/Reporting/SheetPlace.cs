using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Server.Reporting;

/// <summary>Whose sheet it is, and which form it has.</summary>
/// <param name="Layout">The table as the unit fills it in; without rows for a unit that owes none.</param>
internal sealed record SheetPlace(string Campaign, Plan Plan, UnitPlan Unit, Occurrence Owed, FormPlan Forms, TableLayout Layout)
{
    /// <summary>The duty.</summary>
    internal string Duty => Owed.Id.Value;

    /// <summary>The place; null when the unit owes no report with a form under this id.</summary>
    internal static SheetPlace? Find(string campaign, Plan plan, string unit, string duty)
    {
        var member = plan.Units.FirstOrDefault(u => u.Id.Value == unit);
        var owed = plan.Duties.Where(d => member is not null && d.OwedBy.Contains(member.Id) && FormRef.IsAskedFor(plan, d.Kind)).SelectMany(Occurrence.Of).FirstOrDefault(o => o.Id.Value == duty);
        return member is null || owed is null ? null : new(campaign, plan, member, owed, plan.Forms!, TableLayout.Of(plan, plan.Forms!.Table, member));
    }

    /// <summary>A figure as it is printed; null for none.</summary>
    internal string? Printed(CellAt cell, long? figure) => figure is { } known ? FigureText.Write(known, Forms.Table.Column(cell.Column)?.Kind ?? FigureKind.Count) : null;

    /// <summary>Figures of the unit's cells as they are printed, by the cell.</summary>
    internal IReadOnlyDictionary<string, string> Printed(Figures figures) =>
        Layout.Cells.Where(c => figures[c] is not null).ToDictionary(c => c.ToString(), c => Printed(c, figures[c])!, StringComparer.Ordinal);

    /// <summary>True for a row of the table that an officer of this lead section fills in.</summary>
    internal bool IsOfSection(CellAt cell, string section) =>
        Forms.Table.Section(cell.Section) is { } row && Plan.Domain(row.Domain)?.Sections.Any(s => s.Id == section) == true;
}
