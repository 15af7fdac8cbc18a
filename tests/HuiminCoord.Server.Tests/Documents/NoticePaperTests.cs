using DocumentFormat.OpenXml.Wordprocessing;
using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>What a notice and its companions say, in which order and where.</summary>
public sealed class NoticePaperTests
{
    [Fact]
    public void The_parts_follow_each_other()
    {
        using var paper = new PaperReader(SamplePapers.Make("notice"));
        string[] parts =
        [
            "关于召开“衣食住行”领域", "区教育局、区民政局、", "经研究", "一、时间和地点", "二、参会人员", "三、有关要求", "四、会议议题", "序号", "议题", "汇报单位", "时间", "9月份小结",
            "附件：1.\t参会回执", "2.\t9月份各单位", "回民区市场监督管理局", "2020年9月30日",
        ];
        var places = parts.Select(part => paper.Lines.FindIndex(line => line.StartsWith(part, StringComparison.Ordinal))).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Recipients_stand_flush_left_and_end_in_a_wide_colon()
    {
        using var paper = new PaperReader(SamplePapers.Make("notice"));
        Assert.EndsWith("、区政府办公室：", PaperReader.Text(paper.Paragraph("区教育局、")), StringComparison.Ordinal);
        Assert.Equal("0", paper.Style("PaperRecipients").StyleParagraphProperties!.Indentation!.FirstLine!.Value);
        Assert.Equal("632", paper.Style("Normal").StyleParagraphProperties!.Indentation!.FirstLine!.Value);
    }

    /// <summary>Characters from the right: of the sender, and of the date under it.</summary>
    [Theory]
    [InlineData("回民区市场监督管理局", 2, 3)]
    [InlineData("联席办", 8, 2)]
    public void Without_a_seal_the_date_is_moved_against_the_sender(string sender, double name, double date)
    {
        using var paper = new PaperReader(NoticePaper.Make(SamplePapers.Notice with { Sender = sender, Date = new DateOnly(2020, 10, 12) }));
        var rights = paper.Main.Document!.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "PaperSignature")
            .Select(p => Math.Round(int.Parse(p.ParagraphProperties!.Indentation!.Right!, System.Globalization.CultureInfo.InvariantCulture) / 315.9, 1));
        Assert.Equal([name, date], rights);
    }

    [Fact]
    public void A_single_attachment_has_no_number()
    {
        using var paper = new PaperReader(NoticePaper.Make(SamplePapers.Notice with { Attachments = ["参会回执"] }));
        Assert.Contains("附件：参会回执", paper.Lines);
    }

    [Fact]
    public void Everybody_expected_has_a_line_to_sign_and_others_too()
    {
        using var paper = new PaperReader(SamplePapers.Make("attendance"));
        var rows = paper.Main.Document!.Descendants<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToList()).ToList();
        Assert.Equal(["序号", "单位", "姓名", "职务", "电话", "签到"], rows[0]);
        Assert.Equal(1 + 11 + 6, rows.Count);
        Assert.Equal(["17", "", "", "", "", ""], rows[^1]);
    }

    [Fact]
    public void A_slip_asks_who_comes_or_who_comes_instead()
    {
        using var paper = new PaperReader(SamplePapers.Make("reply"));
        Assert.Superset(new HashSet<string> { "参会回执", "区城市管理综合执法局", "参会人", "不能参加的原因", "代会人", "请于10月8日（周四）17:30前反馈。联系人：联席会议办公室，0471-0000000" }, paper.Lines.ToHashSet());
    }

    [Theory]
    [InlineData("关于召开“衣食住行”领域市场整治联席会议第三次会议的通知", "关于召开“衣食住行”领域市场整治|联席会议第三次会议的通知")]
    [InlineData("关于召开联席会议的通知", "关于召开联席会议的通知")]
    [InlineData("人们想要的\n断行方式", "人们想要的|断行方式")]
    public void Titles_are_broken_between_words(string title, string lines) => Assert.Equal(lines, string.Join('|', TitleBreaks.Lines(title, 20)));

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(35, "三十五")]
    public void Numbers_are_written_as_papers_write_them(int number, string written) => Assert.Equal(written, PaperWords.Number(number));
}
