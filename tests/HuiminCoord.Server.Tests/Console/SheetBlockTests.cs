using HuiminCoord.Domain.Plans.Reading;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Console.Sheets;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>Blocks from spreadsheets, in either direction, onto the table of 教育局.</summary>
public sealed class SheetBlockTests
{
    private static readonly Domain.Plans.Plan Plan = PlanReader.Read(TestServer.FormsJson).Plan!;
    private static readonly TableLayout Layout = TableLayout.Of(Plan, Plan.Forms!.Table, Plan.Units.First(u => u.Id.Value == "jiaoyu"));
    private static readonly CellAt First = new("chi-shipin", "officers");

    [Fact]
    public void As_the_screen_has_it() => Assert.Equal(
        [("chi-shipin/officers", "1"), ("chi-shipin/subjects", "3"), ("chi-yiyao/officers", "2"), ("chi-yiyao/subjects", "4")], Fields("1\t2\n3\t4", First));

    [Fact]
    public void As_the_official_sheet_has_it_when_it_fits_no_other_way() => Assert.Equal(
        [("chi-shipin/officers", "1"), ("chi-shipin/reports", "17"), ("chi-shipin/samples", "5"), ("chi-shipin/samplesFailed", "6"), ("chi-shipin/subjects", "2")],
        Fields("1\t2\t-\t/\t5\t6\t\t\t\t\t\t\t\t\t\t\t17", First));

    [Fact]
    public void By_its_headings_wherever_it_was_pasted()
    {
        Assert.Equal([("chuan-fanghu/samples", "7")], Fields("\t抽检批次\t不合格批次\n穿 · 防护用品\t７\t", First));
        Assert.Equal([("chuan-fanghu/officers", "1250")], Fields("指标\t单位\t吃-食品\t穿-防护用品\n出动执法人员\t人次\t\t1,250", First));
    }

    [Fact]
    public void What_is_copied_can_be_pasted_again()
    {
        var typed = Layout.Cells.Select((c, n) => (Cell: c.ToString(), Text: $"{n}")).ToDictionary(c => c.Cell, c => c.Text);
        var back = SheetBlock.Of(SheetBlock.Write(Layout, f => typed.GetValueOrDefault(f, "")), First, Layout);
        Assert.Null(back.Refused);
        Assert.Equal(typed.Count, back.Fields.Count);
        Assert.All(typed.Where(t => Layout.Form.Column(CellAt.Find(t.Key)!.Value.Column)!.Kind == Domain.Plans.FigureKind.Count), t => Assert.Equal(t.Value, back.Fields[t.Key]));
    }

    [Fact]
    public void Figures_for_cells_that_do_not_apply_are_left_out_and_counted()
    {
        var block = SheetBlock.Of("1\n2\n3", First, Layout);
        Assert.Equal((2, 1), (block.Fields.Count, block.Skipped));
    }

    [Theory]
    [InlineData("\t\n\t", "empty")]
    [InlineData("1\t2\t3\t4\t5\n1\n1\n1\n1", "beyond")]
    [InlineData("第一行\t这里写了一段很长的说明文字这里写了一段很长的说明文字这里写了一段很长的说明文字这里写了一段", "words")]
    public void Why_nothing_is_taken(string text, string why) => Assert.Equal(why, SheetBlock.Of(text, First, Layout).Refused);

    private static IEnumerable<(string, string)> Fields(string text, CellAt at) => SheetBlock.Of(text, at, Layout).Fields.Select(f => (f.Key, f.Value)).Order();
}
