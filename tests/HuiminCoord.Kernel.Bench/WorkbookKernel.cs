using BenchmarkDotNet.Attributes;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Documents.Workbooks;

namespace HuiminCoord.Kernel.Bench;

/// <summary>A full workbook as the convenor's unit has it: eleven rows of 26 figures, every one filled in, former figures, a summary of 4 × 2,000 characters.</summary>
[MemoryDiagnoser]
public class WorkbookKernel
{
    private static readonly UnitPlan Unit = Shipped.Plan.Units[0];

    private static readonly TableForm Form = new(
        "统计表",
        [.. Enumerable.Range(0, 11).Select(n => new TableSection($"section-{n}", $"类别-{n}项", Shipped.Plan.Domains[n * Shipped.Plan.Domains.Count / 11].Id))],
        [.. Enumerable.Range(0, 26).Select(n => new TableColumn($"c{n}", $"指标{n}", n % 9 == 8 ? "万元" : "件", n % 9 == 8 ? FigureKind.Money : FigureKind.Count, $"组{n / 5}"))],
        new Dictionary<TableProfile, IReadOnlyList<string>>(), null, [], null);

    private readonly TableLayout _layout = TableLayout.Of(Shipped.Plan, Form, Unit);
    private readonly SummarySection[] _summary = [.. Enumerable.Range(0, 4).Select(n => new SummarySection($"s{n}", $"第{n}部分", true, "说明。"))];
    private readonly ReportSheet _sheet;
    private readonly WorkbookMark _mark = new(Shipped.Plan.Campaign, Unit.Id, new("monthly-2020-10"), 1, "1");
    private readonly byte[] _file;

    /// <summary>Fills it in.</summary>
    public WorkbookKernel()
    {
        _sheet = ReportSheet.Empty with
        {
            Figures = _layout.Cells.Index().Aggregate(Figures.None, (all, cell) => all.With(cell.Item, cell.Index * 37)),
            Texts = _summary.ToDictionary(s => s.Id, s => string.Concat(Enumerable.Repeat("开展检查，", 400))),
        };
        _file = Write();
        if (!Read().Sheet.Figures.Equals(_sheet.Figures))
        {
            throw new InvalidOperationException("The workbook was not read as it was written.");
        }
    }

    [Benchmark(Description = "TableWorkbook.Write, 286 figures")]
    public byte[] Write() => TableWorkbook.Write(
        _layout, new(_mark, Unit.Name, new(new(2020, 9, 26), new(2020, 10, 25)), "", "", null, _summary), _sheet, _sheet.Figures, _sheet.Figures);

    [Benchmark(Description = "TableReader.Read, 286 figures")]
    public int ReadFigures() => Read().Sheet.Figures.Cells.Count;

    private WorkbookReading Read() => TableReader.Read(new MemoryStream(_file, writable: false), _layout, new(_mark.Campaign, _mark.Unit, _mark.Duty) { Summary = _summary }, WorkbookLimits.Default);
}
