using HuiminCoord.Domain.Consolidations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Documents.Papers;
using HuiminCoord.Server.Documents.Workbooks;

namespace HuiminCoord.Server.Consolidating;

/// <summary>The bulletin's figures as a workbook, with who has reported and how late: the same as its paper.</summary>
internal static class BulletinWorkbooks
{
    /// <summary>As it went round, or as it was issued.</summary>
    internal static byte[] Make(DistrictPeriod period, DistrictPeriod cumulative, Bulletin bulletin, bool rehearsal)
    {
        var plan = period.Table.Plan;
        var (figures, columns) = (DistrictPapers.Figures(period, cumulative), DistrictPapers.BulletinColumns(plan));
        return DistrictWorkbook.Write(new(
            $"{plan.District.Name}{period.Title}工作通报第{DistrictPapers.IssueOf(plan, period.Occurrence)}期",
            [bulletin.Issued is null ? $"征求意见稿，{PaperWords.Date(bulletin.ObjectionsUntil)}前反馈意见" : $"印发机关：{PaperIssuer.Of(plan, bulletin.Issued.Issuer)}"],
            [.. columns.SelectMany(Both)],
            [.. figures.Rows.Select(r => new DistrictRow(r.Name, TableRowKind.Unit, Cells(r.Figures, columns))), new("全区", TableRowKind.Total, Cells(figures.Total, columns))],
            [], [.. figures.Rows.Select(r => new UnitState(r.Name, PaperWords.Standing(r.Standing, r.WorkdaysLate), r.Rank is { } rank ? $"位次{rank}" : ""))])
        {
            RowHead = "单位", Rehearsal = rehearsal,
        });
    }

    private static IEnumerable<TableColumn> Both(TableColumn column) =>
        [column with { Name = "本月", Group = column.Name }, column with { Code = $"{column.Code}-all", Name = WorkbookWords.SoFar, Group = column.Name }];

    private static IReadOnlyList<DistrictCell> Cells(IReadOnlyList<BulletinFigure> figures, IReadOnlyList<TableColumn> columns) =>
        [.. from column in columns
            let figure = figures.FirstOrDefault(f => f.Column == column.Code)
            from known in new[] { figure?.Month, figure?.Cumulative }
            select new DistrictCell(known is { } number ? FigureText.Write(number, column.Kind) : null, figure?.Applies != true)];
}
