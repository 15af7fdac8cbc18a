using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;

namespace HuiminCoord.Server.Documents.Papers;

/// <summary>A statistics table as it is printed: rows down, columns across.</summary>
/// <param name="Title">Over the table.</param>
/// <param name="RowHead">What its rows are: 领域, 单位.</param>
/// <param name="Notes">Under the table, beside what the table itself explains.</param>
public sealed record StatisticsTable(string Title, string RowHead, IReadOnlyList<TableColumn> Columns, IReadOnlyList<StatisticsRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>The days that it covers; null = those of the paper that it is attached to.</summary>
    public ReportPeriod? Period { get; init; }
}

/// <summary>A row.</summary>
/// <param name="IsSum">小计, 合计.</param>
/// <param name="Cells">One for each column.</param>
public sealed record StatisticsRow(string Name, bool IsSum, IReadOnlyList<StatisticsCell> Cells);

/// <summary>A cell.</summary>
/// <param name="Figure">Null when it was not reported, which is not zero.</param>
/// <param name="Supporting">其中：配合: joint actions that another unit leads and counts.</param>
/// <param name="Applies">False for what cannot be: grey.</param>
public sealed record StatisticsCell(long? Figure, long? Supporting, bool Applies);

/// <summary>What stands over and under a statistics table.</summary>
/// <param name="Unit">填报单位.</param>
/// <param name="Period">统计期间, as people say it.</param>
/// <param name="FilledBy">填报人; empty = signed by hand.</param>
/// <param name="ApprovedBy">审核人; empty = signed by hand.</param>
/// <param name="Phone">联系电话; may be empty.</param>
/// <param name="Date">填报日期; null = written by hand.</param>
/// <param name="Draft">Whether the sheet is still a draft: said beside its title.</param>
public sealed record SheetLines(string Unit, string Period, string FilledBy, string ApprovedBy, string Phone, DateOnly? Date, DraftWord Draft = DraftWord.None);
