using System.Xml.Linq;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Documents.Workbooks;
using static HuiminCoord.Server.Tests.Documents.Workbooks.SampleReports;

namespace HuiminCoord.Server.Tests.Documents.Workbooks;

/// <summary>What people really do with a workbook is read as they mean it.</summary>
public sealed class WorkbookHabitsTests
{
    private const string Table = "xl/worksheets/sheet1.xml", Summary = "xl/worksheets/sheet3.xml";

    /// <summary>C8 is 吃-食品, 出动执法人员; M8 is 案值, in 万元.</summary>
    [Theory]
    [InlineData("C8", "s:１２５０", 1250L)]
    [InlineData("C8", "s:1,250", 1250L)]
    [InlineData("C8", "s:１，２５０", 1250L)]
    [InlineData("C8", "s: 12　", 12L)]
    [InlineData("C8", "s:1 250", 1250L)]
    [InlineData("C8", "s:12人次", 12L)]
    [InlineData("C8", "s:+12", 12L)]
    [InlineData("C8", "n:12.0", 12L)]
    [InlineData("C8", "n:1.25E+2", 125L)]
    [InlineData("C8", "n:11.999999999999998", 12L)]
    [InlineData("C8", "f:12", 12L)]
    [InlineData("C8", "n:0", 0L)]
    [InlineData("C8", "", null)]
    [InlineData("C8", "s: ", null)]
    [InlineData("C8", "s:—", null)]
    [InlineData("C8", "s:/", null)]
    [InlineData("M8", "n:12.340000000000001", 1234L)]
    [InlineData("M8", "n:0.30000000000000004", 30L)]
    [InlineData("M8", "n:999999999.99", 99999999999L)]
    [InlineData("M8", "s:1,234.5万元", 123450L)]
    [InlineData("M8", "n:3", 300L)]
    [InlineData("M8", "f:0.1", 10L)]
    public void A_figure_is_read_as_it_is_meant(string address, string said, long? figure)
    {
        var reading = Read("scjg", SheetXml.With(WorkbookOf("scjg"), Table, sheet => SheetXml.Set(sheet, address, said)));
        var cell = new CellAt("chi-shipin", address == "C8" ? "officers" : "value");
        Assert.Empty(reading.Problems);
        Assert.Equal(figure, reading.Sheet.Figures[cell]);
        Assert.Equal(FilledOf("scjg").Figures.With(cell, figure), reading.Sheet.Figures);
    }

    public static TheoryData<string> Moves { get; } = ["rows down", "columns right", "blank rows between", "rows turned round", "columns turned round", "headings apart"];

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_table_is_found_wherever_it_was_moved_to(string move)
    {
        var reading = Read("scjg", SheetXml.With(WorkbookOf("scjg"), Table, sheet => SheetXml.Move(sheet, at => move switch
        {
            "rows down" => (at.Row + 40, at.Column),
            "columns right" => (at.Row, at.Column + 300),
            "blank rows between" => (at.Row < 8 ? at.Row : at.Row * 2, at.Column),
            "rows turned round" => (at.Row < 8 ? at.Row : 40 - at.Row, at.Column),
            // Above the table, fields stand beside their labels.
            "columns turned round" => (at.Row, at.Row >= 5 && at.Column > 2 ? 60 - at.Column : at.Column),
            _ => (at.Row == 6 && at.Column % 3 == 0 ? 5 : at.Row == 5 ? 4 : at.Row == 4 ? 2 : at.Row, at.Column),
        })));
        Assert.Empty(reading.Problems);
        Assert.Equal(FilledOf("scjg").Figures, reading.Sheet.Figures);
        Assert.Equal(FilledOf("scjg").Phone, reading.Sheet.Phone);
    }

    [Fact]
    public void Sheets_may_be_renamed_and_moved()
    {
        var moved = SheetXml.With(WorkbookOf("jiaoyu"), "xl/workbook.xml", book =>
        {
            var sheets = book.Descendants(SheetXml.Main + "sheets").Single();
            var all = sheets.Elements().Reverse().ToList();
            sheets.RemoveNodes();
            sheets.Add(all);
            foreach (var (index, sheet) in all.Index())
            {
                sheet.SetAttributeValue("name", $"Sheet{index + 1}");
            }

            book.Descendants(SheetXml.Main + "definedNames").Remove();
        });
        var reading = Read("jiaoyu", moved);
        Assert.Empty(reading.Problems);
        Assert.Equal((FilledOf("jiaoyu").Figures, 3), (reading.Sheet.Figures, reading.Sheet.Texts.Count));
    }

    [Theory]
    [InlineData("s:出动执法人员（人次）")]
    [InlineData("s:出动 执法人员")]
    [InlineData("s:出动执法人员\n")]
    public void Headings_may_look_otherwise(string said)
    {
        var reading = Read("scjg", SheetXml.With(WorkbookOf("scjg"), Table, sheet =>
        {
            SheetXml.Set(sheet, "C6", said);
            SheetXml.Set(sheet, "F6", "s:检查网站【店铺】");
            SheetXml.Set(sheet, "B8", "s:吃－食 品");
        }));
        Assert.Empty(reading.Problems);
        Assert.Equal(FilledOf("scjg").Figures, reading.Sheet.Figures);
    }

    [Fact]
    public void A_summary_may_go_on_in_rows_below()
    {
        var reading = Read("jiaoyu", SheetXml.With(WorkbookOf("jiaoyu"), Summary, sheet =>
        {
            SheetXml.Move(sheet, at => (at.Row > 4 ? at.Row + 1 : at.Row, at.Column));
            var first = sheet.Descendants(SheetXml.Main + "row").Single(r => r.Attribute("r")!.Value == "4");
            first.AddAfterSelf(new XElement(SheetXml.Main + "row", new XAttribute("r", 5), new XElement(SheetXml.Main + "c", new XAttribute("r", "B5"), new XAttribute("t", "str"), new XElement(SheetXml.Main + "v", "三、续。"))));
        }));
        Assert.Equal($"{FilledOf("jiaoyu").Texts["work"]}\n三、续。", reading.Sheet.Texts["work"]);
        Assert.Equal("无", reading.Sheet.Texts["problems"]);
    }

    [Theory]
    [InlineData("是", true)]
    [InlineData("√", true)]
    [InlineData(" 否 ", false)]
    [InlineData("", false)]
    public void Nil_is_said_in_several_ways(string said, bool nil) =>
        Assert.Equal(nil, Read("scjg", SheetXml.With(WorkbookOf("scjg"), Table, sheet => SheetXml.Set(sheet, "X4", $"s:{said}"))).Sheet.Nil);

    [Fact]
    public void A_table_that_was_typed_anew_is_read_with_a_question()
    {
        string[][] rows =
        [
            ["填报单位：教育局", "", "统计期间：2020年9月26日-10月25日"],
            ["联系电话", "13800000000"],
            ["序号", "类别", .. Form.Columns.Where(c => LayoutOf("jiaoyu").Applies(new("chi-shipin", c.Code))).Select(c => $"{c.Name}（{c.Unit}）")],
            .. LayoutOf("jiaoyu").Sections.Select((s, n) => (string[])[$"{n + 1}", s.Name, $"{n + 5}", "2"]),
            ["", "合计", "99"],
        ];
        var reading = Read("jiaoyu", SheetXml.Made(("汇总", rows)));
        Assert.Equal([("workbook.unmarked", false)], reading.Problems.Select(p => (p.Problem.Code, p.Problem.IsError)));
        Assert.Equal((5, 2, null, "13800000000"), (reading.Sheet.Figures[new("chi-shipin", "officers")], reading.Sheet.Figures[new("chi-shipin", "subjects")], reading.Sheet.Figures[new("chi-shipin", "samples")], reading.Sheet.Phone));
        Assert.Equal(2 * LayoutOf("jiaoyu").Sections.Count, reading.Sheet.Figures.Cells.Count);
    }

    [Theory]
    [InlineData("2020年9月26日至10月25日", true)]
    [InlineData("2020.09.26－2020.10.25", true)]
    [InlineData("２０２０年１０月", true)]
    [InlineData("2020年9月", false)]
    [InlineData("2020年10月26日至11月25日", false)]
    public void Days_are_written_in_several_ways(string text, bool says) => Assert.Equal(says, WorkbookWords.Says(text, HeadOf("scjg").Period));

    [Theory]
    [InlineData("2020年9月1日至11月30日", true)]
    [InlineData("2020年度", true)]
    [InlineData("2020年11月", false)]
    public void A_month_s_table_is_not_the_year_s_that_ends_with_it(string text, bool says) =>
        Assert.Equal(says, WorkbookWords.Says(text, new(new DateOnly(2020, 9, 1), new DateOnly(2020, 11, 30))));
}
