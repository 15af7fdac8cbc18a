using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>What reports say on paper, in which order and where; of one unit and of the district.</summary>
public sealed class ReportPaperTests
{
    private const double Millimetre = 1440 / 25.4;

    [Theory]
    [MemberData(nameof(SampleReports.Kinds), MemberType = typeof(SampleReports))]
    public void Every_paper_is_valid_and_the_same_bytes(string kind)
    {
        var made = SampleReports.Make(kind);
        using var paper = new PaperReader(made);
        Assert.Empty(paper.Faults);
        Assert.Equal(made, SampleReports.Make(kind));
    }

    [Fact]
    public void The_parts_follow_each_other() => InOrder(SampleReports.Make("report"),
        "回民区市场监督管理局“衣食住行”领域市场整治2020年10月小结", "联席会议办公室：", "现将我单位2020年9月26日至10月25日工作情况报告如下：", "一、工作开展情况", "组织开展", "对检查中",
        "二、查办案件情况", "三、存在问题", "四、下步打算", "五、需协调事项", "附件：“衣食住行”", "回民区市场监督管理局", "2020年10月27日", "附件", "“衣食住行”领域市场整治情况统计表",
        "填报单位（盖章）：回民区市场监督管理局\t统计期间：2020年9月26日至10月25日", "领域", "检查", "审核人：乙某某\t填报人：甲某某\t联系电话：0471-0000000\t填报日期：2020年10月27日");

    [Fact]
    public void The_districts_parts_follow_each_other() => InOrder(SampleReports.Make("consolidated"),
        "回民区“衣食住行”领域市场整治2020年10月小结", "区人民政府：", "一、报送情况", "应报10个单位，已报9个，其中按时8个（含零报告1个）；逾期1个（农牧局）；未报1个（卫健委）；免报1个（区政府办公室）。", "序号", "市场监督管理局", "已报",
        "农牧局", "逾期2个工作日", "工信局", "零报告", "卫健委", "未报", "数据核对中", "区政府办公室", "免报", "二、工作开展情况", "市场监督管理局：组织", "六、需协调事项", "七、上期所列问题", "八、未报小结的单位",
        "城市管理综合执法局、区政府办公室。", "附件：1.", "2.", "3.", "附件1", "2.尚有未报数据的单位：卫健委，未报部分未计入本表。".Insert(0, "　　"), "附件2", "填报单位（盖章）：回民区市场监督管理局\t统计期间：2020年9月1日至10月25日", "附件3");

    [Fact]
    public void The_text_stands_upright_and_the_table_lies_across()
    {
        using var paper = new PaperReader(SampleReports.Make("report"));
        var sections = paper.Main.Document!.Descendants<SectionProperties>().ToList();
        Assert.Equal([[210, 297, 37, 26, 35, 28], [297, 210, 28, 37, 26, 35]], sections.Select(Page));
        Assert.Equal(PageOrientationValues.Landscape, sections[1].GetFirstChild<PageSize>()!.Orient!.Value);
        Assert.All(sections, s => Assert.Equal(2, s.Elements<FooterReference>().Count()));
        // Turned by a quarter, the number stands where it stands on the others: 7 mm from the text area, beside it.
        var number = ((FooterPart)paper.Main.GetPartById("acrossOdd")).Footer!;
        Assert.Equal(TextDirectionValues.TopToBottomRightToLeft, number.Descendants<TextDirection>().Single().Val!.Value);
        Assert.Equal(28, Math.Round((number.Descendants<TablePositionProperties>().Single().TablePositionX!.Value + 140) / Millimetre));
    }

    [Fact]
    public void The_table_has_sections_subtotals_and_26_columns_under_groups_and_units()
    {
        using var paper = new PaperReader(SampleReports.Make("report"));
        var rows = Rows(paper);
        Assert.Equal(["领域", "检查", "抽检", "案件", "维权", "协作", "信用", "宣传"], Cells(rows[0]));
        Assert.Equal([1, 4, 3, 8, 3, 2, 4, 2], rows[0].Elements<TableCell>().Select(c => c.TableCellProperties!.GridSpan?.Val?.Value ?? 1));
        Assert.Equal(["人次", "户次", "万元"], new[] { 1, 2, 11 }.Select(at => Cells(rows[2])[at]));
        Assert.Equal(3, rows.Count(r => r.TableRowProperties!.GetFirstChild<TableHeader>() is not null));
        Assert.All(rows[1..], row => Assert.Equal(27, row.Elements<TableCell>().Count()));
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
        Assert.Equal(
            ["吃-食品", "吃-医药", "吃小计", "穿-服装鞋帽", "穿-防护用品", "穿小计", "住-商品房", "住-电梯", "住-建材", "住小计", "行-汽车", "行-停车收费", "行-旅游景区特种设备", "行小计", "网络", "合计"],
            rows[3..].Select(r => Cells(r)[0]));
        // 出动执法人员: 0 + 189 = 189 of 吃; with 324, 351, 189 and 27 it is 1080.
        Assert.Equal(["0", "189", "189", "1080"], new[] { 3, 4, 5, 18 }.Select(at => Cells(rows[at])[1]));
    }

    [Fact]
    public void What_does_not_apply_is_grey_what_is_not_reported_is_a_dash_and_supporting_actions_stand_in_brackets()
    {
        using var managing = new PaperReader(SampleReports.Make("report-managing"));
        using var district = new PaperReader(SampleReports.Make("consolidated"));
        var food = Rows(managing).First(r => Cells(r)[0] == "吃-食品");
        var grey = food.Elements<TableCell>().Where(c => c.TableCellProperties!.Shading is not null).ToList();
        Assert.Equal(15, grey.Count);
        Assert.All(grey, c => Assert.Equal(("/", "D9D9D9"), (c.InnerText, c.TableCellProperties!.Shading!.Fill!.Value)));
        Assert.Equal("(10)", Cells(food)[20]);
        Assert.Contains("注：“/”为不适用；括号内为其中：配合，联合执法由牵头单位计数，括号内的数不计入合计。", managing.Lines);
        Assert.All(Cells(Rows(district, 3).Single(r => Cells(r)[0] == "卫健委"))[1..], text => Assert.Equal("—", text));
        Assert.Equal("18(38)", Cells(Rows(district, 1)[3])[20]);
    }

    [Fact]
    public void A_report_that_is_not_approved_says_so_on_text_and_table()
    {
        using var draft = new PaperReader(SampleReports.Make("report-managing"));
        using var final = new PaperReader(SampleReports.Make("report"));
        Assert.Contains("（送审稿）", draft.Lines);
        Assert.Contains("“衣食住行”领域市场整治情况统计表（送审稿）", draft.Lines);
        Assert.Contains(draft.Lines, line => line.StartsWith("审核人：\t填报人：\t", StringComparison.Ordinal) && line.EndsWith("填报日期：　　　年　　月　　日", StringComparison.Ordinal));
        Assert.DoesNotContain(final.Lines, line => line.Contains("送审稿", StringComparison.Ordinal));
    }

    [Fact]
    public void A_unit_without_a_table_has_no_page_across_and_names_whom_to_ask()
    {
        using var paper = new PaperReader(SampleReports.Make("report-summary"));
        Assert.Empty(paper.Main.Document!.Descendants<Table>());
        Assert.Equal([210, 297, 37, 26, 35, 28], Page(paper.Main.Document!.Descendants<SectionProperties>().Single()));
        Assert.Equal("（审核人：乙某某，填报人：甲某某，电话：0471-0000000）", paper.Lines[^1]);
    }

    [Fact]
    public void Nothing_to_report_is_said_in_words()
    {
        using var paper = new PaperReader(ReportPaper.Make(SampleReports.Report with { Nil = true, Sections = [] }));
        Assert.Contains("经核实，本期无相关数据，特此零报告。", paper.Lines);
    }

    /// <summary>Characters from the right: of the sender over the date's middle, and of the date.</summary>
    [Theory]
    [InlineData("回民区市场监督管理局", 2.5, 4)]
    [InlineData("联席办", 6, 4)]
    [InlineData("回民区市场监督管理与城市管理综合行政执法局", 0, 4)]
    public void With_a_seal_the_date_ends_four_characters_from_the_right(string sender, double name, double date)
    {
        using var paper = new PaperReader(ReportPaper.Make(SampleReports.Report with { Unit = sender }));
        var rights = paper.Main.Document!.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "PaperSignature")
            .Select(p => Math.Round(int.Parse(p.ParagraphProperties!.Indentation!.Right!, CultureInfo.InvariantCulture) / 315.9, 1));
        Assert.Equal([name, date], rights);
    }

    [Fact]
    public void A_figure_that_is_too_long_is_set_smaller_before_it_is_broken()
    {
        var table = SampleReports.Report.Table! with { Rows = [new("甲", false, [.. SampleReports.Report.Table!.Columns.Select(_ => new StatisticsCell(123_456_789, null, true))])] };
        using var paper = new PaperReader(ReportPaper.Make(SampleReports.Report with { Table = table }));
        var sizes = Rows(paper)[3].Descendants<Run>().Skip(1).Select(r => int.Parse(r.RunProperties!.FontSize!.Val!, CultureInfo.InvariantCulture)).ToList();
        Assert.All(sizes, size => Assert.InRange(size, 9, 14));
    }

    [Theory]
    [InlineData("农牧局", "回民区农牧局")]
    [InlineData("区政府办公室", "回民区政府办公室")]
    [InlineData("回民区教育局", "回民区教育局")]
    public void A_unit_signs_with_its_district(string unit, string name) => Assert.Equal(name, PaperIssuer.WithDistrict(SampleReports.Plan, unit));

    [Fact]
    public void A_plan_with_thirty_units_is_printed_with_all_of_them()
    {
        using var paper = new PaperReader(SampleReports.Make("consolidated-large"));
        Assert.Equal(SampleReports.Large.Units.Select(u => u.Name), Rows(paper, 0)[1..].Select(r => Cells(r)[1]));
        Assert.Equal(SampleReports.Large.Units.Select(u => u.Name).Append("合计"), Rows(paper, 3)[3..].Select(r => Cells(r)[0]));
    }

    private static void InOrder(byte[] made, params string[] parts)
    {
        using var paper = new PaperReader(made);
        var at = -1;
        foreach (var part in parts)
        {
            at = paper.Lines.FindIndex(at + 1, line => line.StartsWith(part, StringComparison.Ordinal));
            Assert.True(at >= 0, $"'{part}' does not follow what comes before it.");
        }
    }

    private static List<double> Page(SectionProperties section)
    {
        var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
        return [.. new double[] { size.Width!.Value, size.Height!.Value, margin.Top!.Value, margin.Right!.Value, margin.Bottom!.Value, margin.Left!.Value }.Select(twips => Math.Round(twips / Millimetre))];
    }

    private static List<TableRow> Rows(PaperReader paper, int table = 0) => [.. paper.Main.Document!.Descendants<Table>().ElementAt(table).Elements<TableRow>()];

    private static List<string> Cells(TableRow row) => [.. row.Elements<TableCell>().Select(c => c.InnerText)];
}
