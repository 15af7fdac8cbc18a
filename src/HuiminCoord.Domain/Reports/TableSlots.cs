using HuiminCoord.Domain.Plans;

namespace HuiminCoord.Domain.Reports;

/// <summary>Where the cells of a unit stand in the rows of the district's table, looked up once for each unit and not once for each figure.</summary>
internal sealed class TableSlots
{
    private readonly TableForm _form;
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);

    internal TableSlots(TableForm form)
    {
        _form = form;
        foreach (var cell in from section in form.Sections from column in form.Columns select new CellAt(section.Id, column.Code))
        {
            _slots.Add(cell.ToString(), _slots.Count);
        }

        Domains = [.. form.Sections.Select(s => s.Domain).Distinct()];
        DomainOf = [.. form.Sections.Select(s => Domains.ToList().IndexOf(s.Domain))];
    }

    /// <summary>Domains in the order in which the form names them.</summary>
    internal IReadOnlyList<string> Domains { get; }

    /// <summary>For each section the place of its domain.</summary>
    internal IReadOnlyList<int> DomainOf { get; }

    internal int Columns => _form.Columns.Count;

    internal int Count => _slots.Count;

    /// <summary>The place of a cell: its section's row times the columns, and its column; null for a cell that the form does not have.</summary>
    internal int? At(string cell) => _slots.TryGetValue(cell, out var slot) ? slot : null;

    internal CellAt Cell(int slot) => new(_form.Sections[slot / Columns].Id, _form.Columns[slot % Columns].Code);
}
