using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Reports;

/// <summary>A figure of the bulletin: of the month, and since the campaign's start.</summary>
/// <param name="Month">Null when the unit has not reported it.</param>
/// <param name="Cumulative">Null when it never has.</param>
/// <param name="Applies">False when the unit cannot have it: grey.</param>
public sealed record BulletinFigure(string Column, long? Month, long? Cumulative, bool Applies);

/// <summary>A unit's row in the monthly bulletin (通报).</summary>
/// <param name="WorkdaysLate">Working days between the reporting date and the day it was handed in, at least 1; null when it was not late.</param>
/// <param name="Rank">1 for the largest figure, equal figures share a rank; null when no rank is asked for, or the unit has no figure to be ranked by.</param>
public sealed record BulletinRow(UnitId Unit, string Name, IReadOnlyList<BulletinFigure> Figures, ReportStanding Standing, int? WorkdaysLate, int? Rank);

/// <summary>The figures of the monthly bulletin: what each unit's cases came to, and whether it reported in time.</summary>
/// <param name="Rows">In the order of the plan: a rank is a number and does not move a unit.</param>
/// <param name="Total">全区: month and cumulative.</param>
public sealed record BulletinFigures(IReadOnlyList<BulletinRow> Rows, IReadOnlyList<BulletinFigure> Total)
{
    /// <summary>The columns of case work that a bulletin speaks of, where the form has them.</summary>
    public static IReadOnlyList<string> CaseColumns { get; } =
        [FormColumns.Filed, FormColumns.Closed, FormColumns.Value, FormColumns.Fines, FormColumns.Transferred, FormColumns.Revoked, FormColumns.Dens, FormColumns.Published];

    /// <summary>Composes the figures.</summary>
    /// <param name="month">The table of the month.</param>
    /// <param name="cumulative">The table of all months up to it.</param>
    /// <param name="workdaysLate">Of each unit that handed the month's report in late.</param>
    /// <param name="rankBy">The column by whose cumulative figure units are ranked; null = they are not ranked.</param>
    public static BulletinFigures Of(
        DistrictTable month, DistrictTable cumulative, IReadOnlyList<string> columns, IReadOnlyDictionary<UnitId, int> workdaysLate, string? rankBy = null)
    {
        ArgumentNullException.ThrowIfNull(month);
        ArgumentNullException.ThrowIfNull(cumulative);
        ArgumentNullException.ThrowIfNull(workdaysLate);
        var known = columns.Where(code => month.Form.Column(code) is not null).ToList();
        IReadOnlyList<BulletinFigure> Figures(TableRowKind kind, string row) => [.. known.Select(column => Figure(month[kind, row, column], cumulative[kind, row, column], column))];
        long? Ranked(UnitId unit) => rankBy is null ? null : cumulative[TableRowKind.Unit, unit.Value, rankBy]?.Total;
        var ranked = month.Reports.Select(r => Ranked(r.Unit)).OfType<long>().ToList();
        var rows = from unit in month.Units
                   from report in month.Reports.Where(r => r.Unit == unit.Id)
                   let late = report.Whole == ReportStanding.ReportedLate && workdaysLate.TryGetValue(unit.Id, out var days) ? days : (int?)null
                   let own = Ranked(unit.Id)
                   select new BulletinRow(unit.Id, unit.Name, Figures(TableRowKind.Unit, unit.Id.Value), report.Whole, late, own is null ? null : 1 + ranked.Count(r => r > own));
        return new([.. rows], Figures(TableRowKind.Total, DistrictTable.Total));
    }

    private static BulletinFigure Figure(TableSum? month, TableSum? cumulative, string column) =>
        new(column, month?.Total, cumulative?.Total, month?.Applies == true || cumulative?.Applies == true);
}
