using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Reports;

/// <summary>A cell of the district's table that is another one than it was.</summary>
/// <param name="Before">As it was sent upward; null when the row is new.</param>
/// <param name="After">As it is today; null when the row is gone.</param>
/// <param name="Units">Units whose reports made the difference: their figures, or that they had not reported.</param>
public sealed record TableChange(TableRowKind Kind, string Row, string Column, TableSum? Before, TableSum? After, IReadOnlyList<UnitId> Units);

/// <summary>What has changed since a table was frozen.</summary>
public static class TableDifference
{
    /// <summary>The cells that differ in their sums or in who is missing, in the order of today's table; cells that are gone come last.</summary>
    public static IReadOnlyList<TableChange> Between(DistrictTable before, DistrictTable after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var columns = after.Form.Columns.Concat(before.Form.Columns).Select(c => c.Code).Distinct().ToList();
        var units = after.Units.Concat(before.Units).Select(u => u.Id).Distinct().Where(u => IsAnother(u, before, after)).ToList();
        return [.. from row in after.Rows.Concat(before.Rows).Select(r => (r.Kind, r.Id)).Distinct()
                   from column in columns
                   let was = before[row.Kind, row.Id, column]
                   let now = after[row.Kind, row.Id, column]
                   where !Same(was, now)
                   select new TableChange(row.Kind, row.Id, column, was, now, Behind(units, (before, was), (after, now), row, column))];
    }

    private static bool Same(TableSum? was, TableSum? now) =>
        (was?.Total, was?.Supporting) == (now?.Total, now?.Supporting) && (was?.Missing ?? []).SequenceEqual(now?.Missing ?? []);

    /// <summary>Only these are looked through for every cell. By another plan the same report may count otherwise.</summary>
    private static bool IsAnother(UnitId unit, DistrictTable before, DistrictTable after) =>
        before.Plan.Version != after.Plan.Version || !before.Of(unit).SequenceEqual(after.Of(unit));

    private static IReadOnlyList<UnitId> Behind(
        IReadOnlyList<UnitId> units, (DistrictTable Table, TableSum? Sum) before, (DistrictTable Table, TableSum? Sum) after, (TableRowKind Kind, string Id) row, string column)
    {
        var was = before.Table.Behind(units, row.Kind, row.Id, column).ToLookup(c => c.Unit, c => (c.Duty, c.Cell, c.Figure, c.IsSupporting));
        var now = after.Table.Behind(units, row.Kind, row.Id, column).ToLookup(c => c.Unit, c => (c.Duty, c.Cell, c.Figure, c.IsSupporting));
        var missing = (before.Sum?.Missing ?? []).ToHashSet();
        missing.SymmetricExceptWith(after.Sum?.Missing ?? []);
        return [.. units.Where(u => missing.Contains(u) || !was[u].SequenceEqual(now[u]))];
    }
}
