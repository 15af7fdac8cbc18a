using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Documents.Workbooks;
using static HuiminCoord.Server.Tests.Documents.Workbooks.SampleReports;

namespace HuiminCoord.Server.Tests.Documents.Workbooks;

/// <summary>Everything that is wrong with a workbook, each at its cell, in one answer.</summary>
public sealed class WorkbookProblemsTests
{
    private const string Table = "xl/worksheets/sheet1.xml", Summary = "xl/worksheets/sheet3.xml", Notes = "xl/worksheets/sheet4.xml";

    /// <summary>In the table of 教育局, which has no 立案: C8 counts, E8 is grey; in that of 市场监督管理局, M8 is in 万元.</summary>
    [Theory]
    [InlineData("scjg", "C8", "s:十二", "figure.not-a-number")]
    [InlineData("scjg", "C8", "s:1,2", "figure.not-a-number")]
    [InlineData("scjg", "C8", "b:1", "figure.not-a-number")]
    [InlineData("scjg", "C8", "n:-3", "figure.negative")]
    [InlineData("scjg", "C8", "n:-1E+300", "figure.negative")]
    [InlineData("scjg", "C8", "n:12.5", "figure.whole")]
    [InlineData("scjg", "C8", "n:1E+30", "figure.too-large")]
    [InlineData("scjg", "C8", "n:1E+999", "figure.not-a-number")]
    [InlineData("scjg", "C8", "n:NaN", "figure.not-a-number")]
    [InlineData("scjg", "M8", "n:12.345", "figure.two-places")]
    [InlineData("scjg", "M8", "s:12.345", "figure.two-places")]
    [InlineData("scjg", "C8", "e:#REF!", "workbook.formula-failed")]
    [InlineData("scjg", "C8", "u:", "workbook.no-value")]
    [InlineData("jiaoyu", "E8", "n:5", "sheet.not-applicable")]
    [InlineData("jiaoyu", "E8", "s:无", "sheet.not-applicable")]
    [InlineData("scjg", "X4", "s:大概", "workbook.nil-unclear")]
    public void A_cell_says_what_is_wrong_with_it(string unit, string address, string said, string code)
    {
        var reading = Read(unit, SheetXml.With(WorkbookOf(unit), Table, sheet => SheetXml.Set(sheet, address, said)));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("统计表", address, code, true), (problem.Sheet, problem.Address, problem.Problem.Code, problem.Problem.IsError));
        Assert.Equal(address == "X4" ? null : (address[0] == 'C' ? "chi-shipin/officers" : address[0] == 'E' ? "chi-shipin/markets" : "chi-shipin/value"), problem.Problem.At?.ToString());
        Assert.False(reading.IsRefused);
    }

    [Theory]
    [InlineData("E8", "n:0")]
    [InlineData("E8", "s:—")]
    [InlineData("E8", "s:/")]
    public void Nothing_in_a_grey_cell_is_nothing(string address, string said) =>
        Assert.Empty(Read("jiaoyu", SheetXml.With(WorkbookOf("jiaoyu"), Table, sheet => SheetXml.Set(sheet, address, said))).Problems);

    [Fact]
    public void All_problems_come_in_one_answer()
    {
        var reading = Read("scjg", SheetXml.With(WorkbookOf("scjg"), Table, sheet =>
        {
            SheetXml.Set(sheet, "C8", "s:x");
            SheetXml.Set(sheet, "D9", "n:-1");
            SheetXml.Set(sheet, "M22", "n:0.001");
        }));
        Assert.Equal(["C8 figure.not-a-number", "D9 figure.negative", "M22 figure.two-places"], reading.Problems.Select(p => $"{p.Address} {p.Problem.Code}"));
        Assert.Equal(FilledOf("scjg").Figures.Cells.Count - 3, reading.Sheet.Figures.Cells.Count);
        Assert.Equal(["出动执法人员", "x"], reading.Problems[0].Problem.Facts);
    }

    [Theory]
    [InlineData("C6", "s:出动人员", "workbook.column-missing", "officers")]
    [InlineData("D6", "s:出动执法人员", "workbook.column-twice", "officers")]
    [InlineData("B8", "s:食品类", "workbook.row-missing", "chi-shipin")]
    [InlineData("B10", "s:食品", "workbook.row-twice", "chi-shipin")]
    public void Names_that_are_missing_or_stand_there_twice_are_told(string address, string said, string code, string place)
    {
        var reading = Read("scjg", SheetXml.With(WorkbookOf("scjg"), Table, sheet => SheetXml.Set(sheet, address, said)));
        Assert.Contains(reading.Problems, p => p.Problem.Code == code && p.Problem.Place == place && p.Problem.IsError);
    }

    [Fact]
    public void What_the_workbook_does_not_tell_is_not_what_was_emptied()
    {
        Assert.Empty(Read("scjg", WorkbookOf("scjg", ReportSheet.Empty)).Untold);
        var reading = Read("scjg", SheetXml.With(SheetXml.With(WorkbookOf("scjg"), Table, sheet =>
        {
            SheetXml.Set(sheet, "C6", "s:别的");
            SheetXml.Set(sheet, "B9", "s:别的");
            SheetXml.Set(sheet, "D8", "s:十二");
            SheetXml.Set(sheet, "E8", "");
            SheetXml.Set(sheet, "M4", "");
        }), Summary, sheet => SheetXml.Set(sheet, "A4", "s:别的")));
        var untold = LayoutOf("scjg").Cells.Where(c => c.Column == "officers" || c.Section == "chi-yiyao").Select(c => c.ToString()).Concat(["chi-shipin/subjects", SheetFields.Phone, SheetFields.OfText("work")]);
        Assert.Equal(untold.Order(StringComparer.Ordinal), reading.Untold.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_row_of_another_units_section_is_told() =>
        Assert.Equal(["workbook.other-section zhu-dianti"], Read("jiaoyu", SheetXml.With(WorkbookOf("jiaoyu"), Table, sheet => SheetXml.Set(sheet, "B10", "s:电梯"))).Problems.Select(p => $"{p.Problem.Code} {p.Problem.Place}"));

    [Theory]
    [InlineData("s:9月1日", "figure.not-a-number")]
    [InlineData("n:44075", "workbook.day")]
    public void A_day_is_no_figure(string said, string code)
    {
        // The last look shows numbers as days.
        var days = SheetXml.With(WorkbookOf("scjg"), "xl/styles.xml", styles => styles.Descendants(SheetXml.Main + "cellXfs").Single().Elements().Last().SetAttributeValue("numFmtId", 14));
        var reading = Read("scjg", SheetXml.With(days, Table, sheet =>
        {
            SheetXml.Set(sheet, "C8", said);
            SheetXml.Cell(sheet, "C8").SetAttributeValue("s", WorkbookStyles.Index(SheetLook.Note, true));
        }));
        Assert.Equal([code], reading.Problems.Select(p => p.Problem.Code));
    }

    [Theory]
    [InlineData(Table, "C8", "figure.too-long")]
    [InlineData(Table, "P4", "workbook.text-too-long")]
    [InlineData(Summary, "B4", "workbook.text-too-long")]
    [InlineData(Notes, "C4", "workbook.text-too-long")]
    public void A_megabyte_of_text_in_a_cell_is_told_at_the_cell(string part, string address, string code)
    {
        // Not the same character again: that would be a bomb.
        var text = string.Concat(Enumerable.Range(0, 200_000).Select(n => $"{n * 7919 % 99991:00000}"));
        var problem = Assert.Single(Read("scjg", SheetXml.With(WorkbookOf("scjg"), part, sheet => SheetXml.Set(sheet, address, $"s:{text}"))).Problems);
        Assert.Equal((address, code), (problem.Address, problem.Problem.Code));
        Assert.All(problem.Problem.Facts, fact => Assert.True(fact.Length <= 40));
    }

    [Fact]
    public void A_note_about_nothing_is_told() =>
        Assert.Equal(["A_4 workbook.note-unclear"], Read("scjg", SheetXml.With(WorkbookOf("scjg"), Notes, sheet => SheetXml.Set(sheet, "B4", "s:别的"))).Problems.Select(p => $"A_{p.Address![1..]} {p.Problem.Code}"));

    [Theory]
    [InlineData("jiaoyu", "workbook.other-unit")]
    [InlineData("period", "workbook.other-period")]
    [InlineData("campaign", "workbook.other-campaign")]
    public void A_workbook_of_something_else_is_refused(string other, string code)
    {
        var expected = ExpectedOf("scjg");
        expected = other switch { "jiaoyu" => ExpectedOf("jiaoyu"), "period" => expected with { Duty = new("monthly-2020-11") }, _ => expected with { Campaign = new("other-2021") } };
        var reading = TableReader.Read(new MemoryStream(WorkbookOf("scjg")), LayoutOf("scjg"), expected, WorkbookLimits.Default);
        Assert.True(reading.IsRefused);
        Assert.Equal([code], reading.Problems.Select(p => p.Problem.Code));
        Assert.True(reading.Sheet.Figures.IsEmpty);
    }

    [Fact]
    public void A_form_of_an_earlier_plan_is_asked_about() =>
        Assert.Equal([("workbook.other-form", false)], TableReader.Read(new MemoryStream(WorkbookOf("scjg")), LayoutOf("scjg"), ExpectedOf("scjg") with { Form = 2 }, WorkbookLimits.Default).Problems.Select(p => (p.Problem.Code, p.Problem.IsError)));

    [Fact]
    public void A_workbook_without_a_table_or_with_two_is_refused()
    {
        string[][] table = [["类别", .. Form.Columns.Select(c => c.Name)], .. LayoutOf("scjg").Sections.Select(s => (string[])[s.Name, "1"])];
        Assert.Contains("workbook.no-table", Codes(SheetXml.Made(("a", [["填报单位", "x"], ["立案"]]))));
        Assert.Contains("workbook.two-tables", Codes(SheetXml.Made(("a", table), ("b", table))));
        Assert.DoesNotContain("workbook.two-tables", Codes(SheetXml.Made(("a", table), ("b", [table[0]]))));
        Assert.Contains("workbook.other-unit", Codes(SheetXml.Made(("a", [["填报单位：", "教育局"], .. table]))));
    }

    [Fact]
    public void A_cell_at_the_end_of_the_sheet_is_told_and_costs_nothing()
    {
        var reading = Read("scjg", SheetXml.With(WorkbookOf("scjg"), Table, sheet => sheet.Descendants(SheetXml.Main + "sheetData").Single().Add(
            new System.Xml.Linq.XElement(SheetXml.Main + "row", new System.Xml.Linq.XElement(SheetXml.Main + "c", new System.Xml.Linq.XAttribute("r", "XFD1048576"), new System.Xml.Linq.XElement(SheetXml.Main + "v", 1))))));
        Assert.Equal([("workbook.far-cell", "XFD1048576", false)], reading.Problems.Select(p => (p.Problem.Code, p.Address!, p.Problem.IsError)));
        Assert.Equal(FilledOf("scjg").Figures, reading.Sheet.Figures);
    }

    private static List<string> Codes(byte[] file) => [.. Read("scjg", file).Problems.Select(p => p.Problem.Code)];
}
