using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>A table over units, ready to be printed: whoever adds it up says what stands in each cell.</summary>
/// <param name="Lines">Under the title: 统计期间, 报送单位.</param>
/// <param name="Rows">In order.</param>
/// <param name="Notes">Under the table.</param>
/// <param name="Completeness">Who has reported; empty = no sheet of it.</param>
internal sealed record PrintedTable(
    string Title, IReadOnlyList<string> Lines, IReadOnlyList<TableColumn> Columns, IReadOnlyList<DistrictRow> Rows, IReadOnlyList<string> Notes, IReadOnlyList<UnitState> Completeness)
{
    /// <summary>What the rows are about.</summary>
    internal string RowHead { get; init; } = WorkbookWords.Section;

    /// <summary>Prints on every page that the table comes from a rehearsal.</summary>
    internal bool Rehearsal { get; init; }
}

/// <summary>A row.</summary>
/// <param name="Label">What it is about: a section, a unit.</param>
/// <param name="Cells">One for each column.</param>
internal sealed record DistrictRow(string Label, TableRowKind Kind, IReadOnlyList<DistrictCell> Cells);

/// <summary>A cell.</summary>
/// <param name="Figure">As it is printed; null = not reported, which is not zero.</param>
/// <param name="IsGrey">Does not apply.</param>
internal readonly record struct DistrictCell(string? Figure, bool IsGrey = false);

/// <summary>Whether a unit has reported.</summary>
/// <param name="State">As people say it: 已报送（待审核）.</param>
/// <param name="Remark">May be empty.</param>
internal sealed record UnitState(string Unit, string State, string Remark);
