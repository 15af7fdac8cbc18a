using System.Globalization;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Documents.Papers;
using HuiminCoord.Server.Documents.Workbooks;

namespace HuiminCoord.Server.Consolidating;

/// <summary>The district's table as a workbook, with who has reported.</summary>
internal static class DistrictWorkbooks
{
    /// <summary>As of today.</summary>
    internal static byte[] Make(CampaignScene scene, DistrictPeriod period, bool rehearsal)
    {
        var (table, form) = (period.Table, period.Table.Form);
        return DistrictWorkbook.Write(new(
            $"{scene.Plan.District.Name}{form.Title}（{period.Title}{(period.Span == DistrictSpan.Cumulative ? "累计" : "")}）",
            [Line(period), $"截至{PaperWords.Date(scene.Today)}"],
            form.Columns, [.. table.District.Select(r => new DistrictRow(r.Name, r.Kind, [.. r.Cells.Select((c, i) => Cell(c, form.Columns[i].Kind))])), .. table.ByUnit.Select(r => new DistrictRow(r.Name, r.Kind, [.. r.Cells.Select((c, i) => Cell(c, form.Columns[i].Kind))]))],
            Notes(period), [.. period.Table.Reports.Where(r => r.Duty == period.Occurrence.Id).Select(r => State(period, r))]) { Rehearsal = rehearsal });
    }

    /// <summary>已报送, 逾期已报, 零报告, 免报, 未报.</summary>
    internal static string Word(ReportStanding standing) => standing switch
    {
        ReportStanding.Reported => "已报送",
        ReportStanding.ReportedLate => "逾期已报",
        ReportStanding.Nil => "零报告",
        ReportStanding.Waived => "免报",
        _ => "未报",
    };

    private static string Line(DistrictPeriod period) => period.Period is { } days ? $"统计期间：{PaperWords.Date(days.From)}至{PaperWords.Date(days.To)}" : $"统计期间：{period.Title}";

    private static DistrictCell Cell(TableSum sum, FigureKind kind) => new(sum.Total is { } total ? FigureText.Write(total, kind) : null, !sum.Applies);

    private static IReadOnlyList<string> Notes(DistrictPeriod period)
    {
        var missing = period.Table.Reports.Where(r => r.Standing == ReportStanding.Missing).Select(r => NameOf(period, r)).Distinct().ToList();
        var joint = period.Table.Form.Joint is null ? [] : new[] { "联合执法由牵头单位计数，配合单位所报“其中：配合”不计入合计。" };
        return [.. joint, .. missing.Count == 0 ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"尚有{missing.Count}个单位未报，其数据未计入：{string.Join('、', missing)}。") }];
    }

    private static UnitState State(DistrictPeriod period, UnitReport report) => new(
        NameOf(period, report), Word(report.Standing), period.Owed.FirstOrDefault(o => o.Unit == report.Unit.Value) is { LateWorkdays: > 0 } late && report.Standing == ReportStanding.ReportedLate
            ? string.Create(CultureInfo.InvariantCulture, $"逾期{late.LateWorkdays}个工作日") : "");

    private static string NameOf(DistrictPeriod period, UnitReport report) => period.Table.Plan.Unit(report.Unit)?.Name ?? report.Unit.Value;
}
