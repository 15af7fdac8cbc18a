using DocumentFormat.OpenXml.Wordprocessing;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>What a bulletin says as a draft and when it is issued.</summary>
public sealed class BulletinPaperTests
{
    [Fact]
    public void A_draft_has_no_red_and_says_until_when_units_may_object()
    {
        using var paper = new PaperReader(SampleReports.Make("bulletin-draft"));
        Assert.Equal(["关于2020年10月回民区“衣食住行”领域市场整治工作情况的通报", "（工作通报第2期）", "（征求意见稿，请于2020年11月12日前反馈意见）", "联席会议各成员单位："], paper.Lines[..4]);
        Assert.Equal("各单位对上述数据有异议的，请于2020年11月12日前反馈联席会议办公室。", paper.Lines[^3]);
        Assert.Equal("　　年　　月　　日", paper.Lines[^1]);
        Assert.DoesNotContain(paper.Lines, line => line.Contains('〔', StringComparison.Ordinal) || line.Contains("印发", StringComparison.Ordinal) || line.EndsWith("文件", StringComparison.Ordinal));
        Assert.Empty(paper.Main.Document!.Descendants<ParagraphBorders>());
    }

    [Fact]
    public void Issued_it_has_the_head_of_who_issues_it_and_ends_with_whom_it_goes_to()
    {
        using var paper = new PaperReader(SampleReports.Make("bulletin"));
        Assert.Equal(["回民区市场监督管理局文件", "回市监发〔2020〕12号", "关于2020年10月回民区“衣食住行”领域市场整治工作情况的通报", "（工作通报第2期）"], paper.Lines[..4]);
        Assert.Equal(["回民区市场监督管理局", "2020年11月10日", "抄送：区委办公室、区政府办公室、区人大常委会办公室、区政协办公室。", "回民区市场监督管理局\t2020年11月10日印发"], paper.Lines[^4..]);
        Assert.DoesNotContain(paper.Lines, line => line.Contains("征求意见", StringComparison.Ordinal));
        Assert.Equal("PaperMark", paper.Paragraph("回民区市场监督管理局文件").ParagraphProperties!.ParagraphStyleId!.Val);
        Assert.Equal("FF0000", paper.Paragraph("回市监发").ParagraphProperties!.ParagraphBorders!.BottomBorder!.Color!.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("第12号")]
    public void Without_a_number_there_is_room_to_write_it(string? number)
    {
        using var paper = new PaperReader(BulletinPaper.Make(SampleReports.Bulletin with { IsIssued = true, Number = number }));
        Assert.Contains("　　　　〔　　　　〕　　号", paper.Lines);
    }

    [Theory]
    [InlineData(IssuingBody.Bureau, "回民区市场监督管理局")]
    [InlineData(IssuingBody.DistrictOffice, "回民区人民政府办公室")]
    public void A_bureau_or_the_districts_office_issues_it(IssuingBody body, string name) => Assert.Equal(name, PaperIssuer.Of(SampleReports.Plan, body));

    [Fact]
    public void Each_unit_has_month_and_cumulative_and_how_it_reported()
    {
        using var paper = new PaperReader(SampleReports.Make("bulletin"));
        var rows = Rows(paper);
        Assert.Equal(["单位", "报送情况", "期间", "立案（件）", "办结（结案）（件）", "案值（货值）（万元）"], rows[0][..6]);
        Assert.Equal(["农牧局", "逾期2个工作日", "本期", "30", "65", "2325.05"], rows.Single(r => r[0] == "农牧局")[..6]);
        Assert.Equal(["", "", "累计", "74", "122", "4650.20"], rows[rows.FindIndex(r => r[0] == "农牧局") + 1][..6]);
        Assert.Equal(["卫健委", "未报", "本期", "—"], rows.Single(r => r[0] == "卫健委")[..4]);
        Assert.Equal(["教育局", "已报", "本期", "/"], rows.Single(r => r[0] == "教育局")[..4]);
        Assert.Equal(["全区", "", "本期", "247"], rows[^2][..4]);
        Assert.Equal(["", "", "累计", "536"], rows[^1][..4]);
        Assert.Contains(paper.Lines, line => line.StartsWith("本期，全区立案247件、办结395件、案值14675.31万元、", StringComparison.Ordinal) && line.Contains("；累计立案536件、", StringComparison.Ordinal));
    }

    [Fact]
    public void Units_are_ranked_only_where_it_is_asked_for()
    {
        using var ranked = new PaperReader(SampleReports.Make("bulletin-draft"));
        using var plain = new PaperReader(SampleReports.Make("bulletin"));
        Assert.Equal("名次", Rows(ranked)[0][^1]);
        Assert.Equal(["1", "—", "—", "2", "—", "7", "2", "4", "4", "4", "—"], Rows(ranked).Skip(1).SkipLast(2).Where(r => r[0].Length > 0).Select(r => r[^1]));
        Assert.Contains(ranked.Lines, line => line.Contains("名次按累计立案数排列，数值相同的名次并列", StringComparison.Ordinal));
        Assert.DoesNotContain(plain.Lines, line => line.Contains("名次", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_lines_of_a_unit_stay_together()
    {
        using var paper = new PaperReader(SampleReports.Make("bulletin-large"));
        var rows = paper.Main.Document!.Descendants<Table>().First().Elements<TableRow>().Skip(1).ToList();
        Assert.All(rows.Where((_, at) => at % 2 == 0), row => Assert.All(row.Descendants<Paragraph>(), p => Assert.NotNull(p.ParagraphProperties!.KeepNext)));
        Assert.Equal(31, rows.Count(r => r.Descendants<VerticalMerge>().Any(m => m.Val!.Value == MergedCellValues.Restart)));
    }

    private static List<List<string>> Rows(PaperReader paper) =>
        [.. paper.Main.Document!.Descendants<Table>().First().Elements<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToList())];
}
