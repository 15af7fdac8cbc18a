using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>Statistics tables of what was reported.</summary>
internal static class StatisticsTables
{
    /// <summary>One unit's own rows, 小计 of each domain and 合计.</summary>
    /// <param name="title">Over the table; empty = as the form has it.</param>
    internal static StatisticsTable OfUnit(Plan plan, TableLayout layout, ReportSheet sheet, string title = "")
    {
        var figures = sheet.Counted(layout);
        var byDomain = layout.Sections.GroupBy(s => s.Domain).SelectMany(domain => (StatisticsRow[])[
            .. domain.Select(s => Row(s.Name, isSum: false, [s])),
            .. domain.Skip(1).Take(1).Select(_ => Row(Subtotal(plan.Domain(domain.Key)?.Name ?? domain.Key), isSum: true, [.. domain])),
        ]);
        return new(title.Length > 0 ? title : layout.Form.Title, "领域", layout.Form.Columns, [.. byDomain, Row("合计", isSum: true, layout.Sections)], []);

        StatisticsRow Row(string name, bool isSum, IReadOnlyList<TableSection> sections) =>
            new(name, isSum, [.. layout.Form.Columns.Select(column => Cell([.. sections.Select(s => new CellAt(s.Id, column.Code))]))]);

        StatisticsCell Cell(IReadOnlyList<CellAt> cells) =>
            new(Sum(cells.Where(c => !layout.IsSupporting(c))), Sum(cells.Where(layout.IsSupporting)), cells.Any(layout.Applies));

        long? Sum(IEnumerable<CellAt> cells) => cells.Select(c => figures[c]).OfType<long>().ToList() is { Count: > 0 } filled ? filled.Sum() : null;
    }

    /// <summary>全区汇总表: sections, 小计 of each domain and 合计.</summary>
    internal static StatisticsTable OfDistrict(DistrictTable table, string title)
    {
        // A domain of one section has no subtotal: it would say the same twice.
        var single = table.Form.Sections.GroupBy(s => s.Domain).Where(d => d.Count() == 1).Select(d => d.Key).ToHashSet();
        var rows = table.District.Where(r => r.Kind != TableRowKind.Domain || !single.Contains(r.Id));
        return new(title, "领域", table.Form.Columns, [.. rows.Select(r => Row(r.Kind == TableRowKind.Domain ? Subtotal(r.Name) : r.Name, r.Kind != TableRowKind.Section, r))], Missing(table));
    }

    /// <summary>The same by unit.</summary>
    internal static StatisticsTable ByUnit(DistrictTable table, string title)
    {
        var total = table.District.Where(r => r.Kind == TableRowKind.Total);
        return new(title, "单位", table.Form.Columns, [.. table.ByUnit.Select(r => Row(r.Name, isSum: false, r)), .. total.Select(r => Row(r.Name, isSum: true, r))], Missing(table));
    }

    private static StatisticsRow Row(string name, bool isSum, TableRow row) => new(name, isSum, [.. row.Cells.Select(c => new StatisticsCell(c.Total, c.Supporting, c.Applies))]);

    private static string Subtotal(string domain) => $"{domain}小计";

    /// <summary>Sums say whose figures are not in them.</summary>
    private static IReadOnlyList<string> Missing(DistrictTable table)
    {
        var silent = table.Reports.Where(r => r.Standing == ReportStanding.Missing).Select(r => r.Unit).ToHashSet();
        var names = PaperWords.Names(table.Units.Where(u => silent.Contains(u.Id)).Select(u => u.Name));
        return names.Length == 0 ? [] : [$"尚有未报数据的单位：{names}，未报部分未计入本表。"];
    }
}
