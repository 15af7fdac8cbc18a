using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Documents.Workbooks;
using static HuiminCoord.Server.Tests.Documents.Workbooks.SampleReports;

namespace HuiminCoord.Server.Tests.Documents.Workbooks;

/// <summary>What is written is read again, whatever it is.</summary>
public sealed class WorkbookRoundTripTests
{
    [Theory]
    [InlineData("scjg")]
    [InlineData("jiaoyu")]
    [InlineData("zhengfuban")]
    [InlineData("district")]
    public void Every_workbook_is_valid_and_always_the_same_bytes(string unit)
    {
        var bytes = Make(unit);
        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken).Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}"));
        Assert.Equal(bytes, Make(unit));
    }

    [Theory]
    [InlineData("scjg")]
    [InlineData("jiaoyu")]
    public void What_is_written_is_read_again(string unit)
    {
        var (reading, filled) = (Read(unit, WorkbookOf(unit)), FilledOf(unit));
        Assert.Empty(reading.Problems);
        Assert.Equal(filled.Figures, reading.Sheet.Figures);
        Assert.Equal(filled.Texts, reading.Sheet.Texts);
        Assert.Equal(filled.Notes, reading.Sheet.Notes);
        Assert.Equal((filled.Phone, false), (reading.Sheet.Phone, reading.Sheet.Nil));
        Assert.Equal(HeadOf(unit).Mark, reading.Mark);
        Assert.Equal("2020年10月26日", reading.Signs.FilledOn);
    }

    [Fact]
    public void An_empty_workbook_stays_empty_and_nil_is_said()
    {
        var reading = Read("jiaoyu", WorkbookOf("jiaoyu", ReportSheet.Empty with { Nil = true }));
        Assert.Empty(reading.Problems);
        Assert.True(reading.Sheet.Figures.IsEmpty);
        Assert.True(reading.Sheet.Nil);
    }

    [Fact]
    public void A_unit_without_a_table_gets_a_summary_alone()
    {
        var reading = Read("zhengfuban", WorkbookOf("zhengfuban", ReportSheet.Empty with { Texts = new Dictionary<string, string> { ["work"] = "已落实。" } }));
        Assert.Empty(reading.Problems);
        Assert.Equal("已落实。", reading.Sheet.Texts["work"]);
    }

    [Fact]
    public void Any_figures_come_back()
    {
        var cells = LayoutOf("scjg").Cells.ToList();
        var some = ArbMap.Default.GeneratorFor<bool>().SelectMany(has => Gen.Choose(0, int.MaxValue).Select(f => has ? f % (FigureText.Largest + 1) : (long?)null)).ArrayOf(cells.Count);
        Prop.ForAll(some.ToArbitrary(), figures =>
        {
            var sheet = ReportSheet.Empty with { Figures = FiguresOf(cells.Zip(figures).Where(c => c.Second is not null).Select(c => (c.First, c.Second!.Value))) };
            var reading = Read("scjg", WorkbookOf("scjg", sheet));
            return reading.Problems.Count == 0 && reading.Sheet.Figures.Equals(sheet.Figures);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 471")]
    [InlineData("-无-")]
    [InlineData("@SUM(A1)")]
    [InlineData("_x000D_ 与 _x0041_")]
    [InlineData("第一段\n\n  第二段  有空格")]
    [InlineData("<b>&\"'</b>]]>")]
    [InlineData("😀𠮷")]
    public void Any_text_comes_back_and_is_no_formula(string text)
    {
        var bytes = WorkbookOf("jiaoyu", ReportSheet.Empty with { Texts = new Dictionary<string, string> { ["work"] = text } });
        Assert.Equal(text, Read("jiaoyu", bytes).Sheet.Texts["work"]);
        Assert.DoesNotContain(SheetXml.Part(bytes, "xl/worksheets/sheet3.xml").Descendants(SheetXml.Main + "f"), _ => true);
    }

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("@SUM(A1)", true)]
    [InlineData("＝1＋1", true)]
    [InlineData("无", false)]
    public void A_text_that_looks_like_a_formula_is_quoted(string text, bool isQuoted)
    {
        var bytes = WorkbookOf("jiaoyu", ReportSheet.Empty with { Texts = new Dictionary<string, string> { ["work"] = text } });
        var cell = SheetXml.Part(bytes, "xl/worksheets/sheet3.xml").Descendants(SheetXml.Main + "c").Single(c => c.Attribute("r")!.Value == "B4");
        var look = SheetXml.Part(bytes, "xl/styles.xml").Descendants(SheetXml.Main + "cellXfs").Single().Elements().ElementAt(int.Parse(cell.Attribute("s")!.Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("inlineStr", cell.Attribute("t")!.Value);
        Assert.Equal(isQuoted, look.Attribute("quotePrefix")?.Value is "1" or "true");
    }

    [Fact]
    public void What_is_filled_in_is_open_and_the_rest_is_locked()
    {
        var (sheet, styles) = (SheetXml.Part(WorkbookOf("jiaoyu"), "xl/worksheets/sheet1.xml"), SheetXml.Part(WorkbookOf("jiaoyu"), "xl/styles.xml"));
        var open = styles.Descendants(SheetXml.Main + "cellXfs").Single().Elements().Select(x => x.Element(SheetXml.Main + "protection")!.Attribute("locked")!.Value is "0" or "false").ToList();
        var cells = sheet.Descendants(SheetXml.Main + "c").Where(c => open[int.Parse(c.Attribute("s")!.Value, System.Globalization.CultureInfo.InvariantCulture)]).Count(c => CellName.Find(c.Attribute("r")!.Value)!.Value.Row >= TableSheet.First);
        Assert.Equal(LayoutOf("jiaoyu").Cells.Count(), cells);
        Assert.Equal("1", sheet.Descendants(SheetXml.Main + "sheetProtection").Single().Attribute("sheet")!.Value);
        Assert.DoesNotContain(sheet.Descendants(SheetXml.Main + "sheetProtection").Single().Attributes(), a => a.Name.LocalName is "password" or "hashValue");
    }

    [Fact]
    public void Sums_are_formulas_of_sections_with_what_they_say_now()
    {
        var sheet = SheetXml.Part(WorkbookOf("scjg"), "xl/worksheets/sheet1.xml");
        var (sum, total) = (SheetXml.Cell(sheet, "C10"), SheetXml.Cell(sheet, "C23"));
        var figures = FilledOf("scjg").Figures;
        Assert.Equal("IF(COUNT(C8:C9)=0,\"\",SUM(C8:C9))", sum.Element(SheetXml.Main + "f")!.Value);
        Assert.Equal("IF(COUNT(C8:C9,C11:C12,C14:C16,C18:C20,C22)=0,\"\",SUM(C8:C9,C11:C12,C14:C16,C18:C20,C22))", total.Element(SheetXml.Main + "f")!.Value);
        Assert.Equal($"{LayoutOf("scjg").Sections.Sum(s => figures[new(s.Id, "officers")])}", total.Element(SheetXml.Main + "v")!.Value);
    }

    private static byte[] Make(string unit) => unit == "district" ? District() : unit == "zhengfuban" ? WorkbookOf(unit, ReportSheet.Empty) : WorkbookOf(unit);
}
