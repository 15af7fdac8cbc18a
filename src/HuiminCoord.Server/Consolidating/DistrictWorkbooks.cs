using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Documents.Papers;
using HuiminCoord.Server.Documents.Workbooks;

namespace HuiminCoord.Server.Consolidating;

/// <summary>The district's table as a workbook, with who has reported.</summary>
internal static class DistrictWorkbooks
{
    /// <summary>As of today.</summary>
    internal static byte[] Make(DateOnly today, DistrictPeriod period, bool rehearsal)
    {
        var (table, form) = (period.Table, period.Table.Form);
        return DistrictWorkbook.Write(new(
            $"{table.Plan.District.Name}{form.Title}（{period.Title}{(period.Span == DistrictSpan.Cumulative ? "累计" : "")}）",
            [Line(period), $"截至{PaperWords.Date(today)}"],
            form.Columns, [.. table.Rows.Select(r => new DistrictRow(r.Name, r.Kind, [.. r.Cells.Select((c, i) => Cell(c, form.Columns[i].Kind))]))],
            Notes(period), [.. period.Table.Reports.Where(r => r.Duty == period.Occurrence.Id).Select(r => State(period, r))]) { Rehearsal = rehearsal });
    }

    private static string Line(DistrictPeriod period) => period.Period is { } days ? $"统计期间：{PaperWords.Date(days.From)}至{PaperWords.Date(days.To)}" : $"统计期间：{period.Title}";

    private static DistrictCell Cell(TableSum sum, FigureKind kind) => new(sum.Total is { } total ? FigureText.Write(total, kind) : null, !sum.Applies);

    private static IReadOnlyList<string> Notes(DistrictPeriod period)
    {
        var missing = period.Table.Reports.Where(r => r.Standing == ReportStanding.Missing).GroupBy(r => r.Unit).ToList();
        var joint = period.Table.Form.Joint is null ? [] : new[] { "联合执法由牵头单位计数，配合单位所报“其中：配合”不计入合计。" };
        return [.. joint, .. missing.Count == 0 ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"尚有{missing.Count}个单位未报，未报部分未计入本表：{string.Join('、', missing.Select(m => Silent(period, m)))}。") }];
    }

    /// <summary>教育局; where several periods are added up, which of them: 教育局（2020年9月）.</summary>
    private static string Silent(DistrictPeriod period, IGrouping<UnitId, UnitReport> missing) => period.Span == DistrictSpan.Period
        ? period.Table.NameOf(missing.Key) : $"{period.Table.NameOf(missing.Key)}（{string.Join('、', missing.Select(m => ReportPeriods.TitleOf(period.Table.Plan, m.Duty)))}）";

    private static UnitState State(DistrictPeriod period, UnitReport report) => new(
        period.Table.NameOf(report.Unit), PaperWords.Standing(report.Whole, report.Whole == ReportStanding.ReportedLate ? period.Owed.FirstOrDefault(o => o.Unit == report.Unit.Value)?.LateWorkdays : null), "");
}
