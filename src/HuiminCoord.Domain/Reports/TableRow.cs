using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Reports;

/// <summary>What a row of the district's table adds up.</summary>
public enum TableRowKind
{
    /// <summary>One section of the form.</summary>
    Section,

    /// <summary>小计: the sections of a domain.</summary>
    Domain,

    /// <summary>合计: all domains, each once.</summary>
    Total,

    /// <summary>All sections of one unit.</summary>
    Unit,
}

/// <summary>A row of the district's table.</summary>
/// <param name="Id">Of the section, the domain or the unit; <c>total</c>.</param>
/// <param name="Name">As it is printed; 合计.</param>
/// <param name="Cells">One for each column of the form, in order.</param>
public sealed record TableRow(TableRowKind Kind, string Id, string Name, IReadOnlyList<TableSum> Cells);

/// <summary>A cell of the district's table.</summary>
/// <param name="Total">The sum of what was reported; null when nobody has reported it, which is not zero.</param>
/// <param name="From">Units whose figures are in it, in the order of the plan.</param>
/// <param name="Missing">Units that could fill it and have not, in at least one of the periods.</param>
/// <param name="Supporting">其中：配合: what supporting units say of joint actions. It is shown, not added.</param>
/// <param name="Applies">False when no unit can have it: grey.</param>
public sealed record TableSum(long? Total, IReadOnlyList<UnitId> From, IReadOnlyList<UnitId> Missing, long? Supporting, bool Applies);

/// <summary>A figure behind a cell of the district's table.</summary>
/// <param name="IsSupporting">It is shown as 其中：配合 and not added.</param>
public sealed record Contribution(UnitId Unit, DutyId Duty, CellAt Cell, long Figure, bool IsSupporting);
