using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Consolidating;

namespace HuiminCoord.Server.Api.Consolidation;

/// <summary>A period of which there is a table of the district.</summary>
/// <param name="Duty">Its duty: <c>monthly-2020-09</c>.</param>
/// <param name="Title">2020年9月.</param>
/// <param name="Due">When units report it.</param>
public sealed record DistrictPeriodView(string Duty, string Title, DateOnly? Due, ReportPeriod? Period);

/// <summary>全区汇总表.</summary>
/// <param name="Title">2020年9月.</param>
/// <param name="Span">period or cumulative.</param>
/// <param name="Rows">Sections, subtotals of domains, 合计, then units.</param>
/// <param name="Units">How each unit's table of the period stands.</param>
/// <param name="Board">How many have reported, period by period.</param>
public sealed record DistrictTableView(
    string Duty, string Title, ReportPeriod? Period, DistrictSpan Span, IReadOnlyList<TableColumn> Columns, IReadOnlyList<DistrictRowView> Rows, IReadOnlyList<DistrictUnitView> Units,
    IReadOnlyList<Completeness> Board)
{
    internal static DistrictTableView Of(DistrictPeriod period) => new(
        period.Occurrence.Id.Value, period.Title, period.Period, period.Span, period.Table.Form.Columns,
        [.. period.Table.Rows.Select(r => new DistrictRowView(r.Kind, r.Id, r.Name, [.. r.Cells.Select((c, i) => DistrictSumView.Of(c, period.Table.Form.Columns[i].Kind))]))],
        [.. period.Table.Reports.Where(r => r.Duty == period.Occurrence.Id).Select(r => new DistrictUnitView(r.Unit.Value, period.Table.NameOf(r.Unit), r.Whole))],
        period.Table.Board);
}

/// <summary>A row.</summary>
public sealed record DistrictRowView(TableRowKind Kind, string Id, string Name, IReadOnlyList<DistrictSumView> Cells);

/// <summary>A cell.</summary>
/// <param name="Total">As printed; null = nobody has reported it, which is not zero.</param>
/// <param name="Missing">Units that could fill it and have not.</param>
/// <param name="Supporting">其中：配合; not in the total.</param>
/// <param name="Applies">False: no unit can have it.</param>
public sealed record DistrictSumView(string? Total, IReadOnlyList<string> Missing, string? Supporting, bool Applies)
{
    internal static DistrictSumView Of(TableSum sum, FigureKind kind) => new(
        sum.Total is { } total ? FigureText.Write(total, kind) : null, [.. sum.Missing.Select(u => u.Value)], sum.Supporting is { } supporting ? FigureText.Write(supporting, kind) : null, sum.Applies);
}

/// <summary>How a unit's table of the period stands.</summary>
public sealed record DistrictUnitView(string Unit, string Name, ReportStanding Standing);

/// <summary>A figure behind a cell.</summary>
/// <param name="Cell">The cell of the unit's own table.</param>
/// <param name="IsSupporting">其中：配合: shown, not added.</param>
public sealed record ContributionView(string Unit, string Name, string Duty, string Cell, string Figure, bool IsSupporting);
