using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Documents.Workbooks;

namespace HuiminCoord.Server.Tests.Documents.Workbooks;

/// <summary>Workbooks of the shipped plan's forms that somebody has filled in at home.</summary>
internal static class FilledWorkbooks
{
    private static readonly Domain.Plans.Plan Plan = PlanReader.Read(TestServer.FormsJson).Plan!;

    internal static TableLayout LayoutOf(string unit) => TableLayout.Of(Plan, Plan.Forms!.Table, Plan.Unit(new(unit))!);

    /// <summary>The workbook that was downloaded, with other contents in some fields: <c>n:12</c>, <c>s:十二</c>, as <see cref="SheetXml.Set"/> takes them.</summary>
    internal static byte[] With(byte[] workbook, string unit, string duty, params (string Field, string Said)[] said) => said.GroupBy(s => At(workbook, unit, duty)[s.Field].Sheet)
        .Aggregate(workbook, (made, sheet) => SheetXml.With(made, $"xl/worksheets/sheet{(sheet.Key == WorkbookWords.Table ? 1 : 3)}.xml", part =>
        {
            foreach (var (field, text) in sheet)
            {
                SheetXml.Set(part, At(workbook, unit, duty)[field].Address, text);
            }
        }));

    /// <summary>Every cell of the table with one figure, and every section of the summary that has to say something.</summary>
    internal static byte[] Whole(byte[] workbook, string unit, string duty, string figure) => With(workbook, unit, duty,
        [.. LayoutOf(unit).Cells.Select(c => (c.ToString(), $"n:{figure}")), .. Plan.Forms!.Summary.Sections.Where(s => s.IsRequired).Select(s => (SheetFields.OfText(s.Id), "s:本期按方案推进。"))]);

    /// <summary>Where in the workbook each field stands.</summary>
    internal static IReadOnlyDictionary<string, WorkbookPlace> At(byte[] workbook, string unit, string duty) => TableReader.Read(
        new MemoryStream(workbook), LayoutOf(unit), new(Plan.Campaign, new(unit), new(duty)) { Summary = Plan.Forms!.Summary.Sections }, WorkbookLimits.Default).Places;
}
