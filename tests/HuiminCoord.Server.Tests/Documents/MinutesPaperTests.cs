using DocumentFormat.OpenXml.Wordprocessing;
using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>What minutes say, in which order and where.</summary>
public sealed class MinutesPaperTests
{
    [Fact]
    public void The_parts_follow_each_other()
    {
        using var paper = new PaperReader(MinutesPaper.Make(SamplePapers.Minutes));
        string[] parts =
        [
            "回民区“衣食住行”领域市场整治联席会议纪要", "第3期", "\t回民区市场监督管理局\t2020年10月12日", "回民区“衣食住行”领域市场整治联席会议第三次会议纪要",
            "一、关于9月份小结和统计表报送情况", "（一）及时报送。", "（二）核实数据。", "二、关于农贸市场食品安全专项检查", "1.检查范围", "2.检查对象", "（1）抽取过程", "（2）抽取结果",
            "三、议定事项", "1.完成辖区", "责任单位：区市场监督管理局；配合单位：区农牧局、区卫健委；完成时限：2020年11月20日。", "2.梳理", "3.建立", "责任单位：市公安局回民区分局。",
            "出席：区市场监督管理局", "请假：", "列席：", "抄送：区委办公室", "回民区市场监督管理局\t2020年10月13日印发",
        ];
        var places = parts.Select(part => paper.Lines.FindIndex(line => line.StartsWith(part, StringComparison.Ordinal))).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData(DraftWord.ForComments, "（征求意见稿）")]
    [InlineData(DraftWord.ForApproval, "（送审稿）")]
    public void A_draft_says_what_it_is(DraftWord word, string said)
    {
        using var draft = new PaperReader(MinutesPaper.Make(SamplePapers.Minutes with { Draft = word }));
        using var final = new PaperReader(MinutesPaper.Make(SamplePapers.Minutes));
        Assert.Contains(said, draft.Lines);
        Assert.DoesNotContain(said, final.Lines);
    }

    [Fact]
    public void A_document_number_stands_only_where_people_typed_one()
    {
        using var numbered = new PaperReader(MinutesPaper.Make(SamplePapers.Minutes with { Number = "〔2020〕3号" }));
        using var plain = new PaperReader(MinutesPaper.Make(SamplePapers.Minutes));
        Assert.Contains("〔2020〕3号", numbered.Lines);
        Assert.DoesNotContain(plain.Lines, line => line.Contains('〔', StringComparison.Ordinal));
    }

    [Fact]
    public void The_mark_is_red_and_35_millimetres_below_the_text_area()
    {
        using var paper = new PaperReader(MinutesPaper.Make(SamplePapers.Minutes));
        var (mark, style) = (paper.Paragraph("回民区“衣食住行”"), paper.Style("PaperMark").StyleRunProperties!);
        Assert.Equal(("FF0000", "方正小标宋简体"), (style.Color!.Val!.Value, style.RunFonts!.EastAsia!.Value));
        Assert.Single(mark.Descendants<Break>());
        // A line's blank part over its characters counts too.
        Assert.InRange(int.Parse(mark.ParagraphProperties!.SpacingBetweenLines!.Before!, System.Globalization.CultureInfo.InvariantCulture) / 1440.0 * 25.4, 32, 35);
    }

    [Fact]
    public void A_red_line_closes_the_head_and_the_lines_of_the_end_have_two_strengths()
    {
        using var paper = new PaperReader(MinutesPaper.Make(SamplePapers.Minutes));
        var red = paper.Paragraph("\t回民区市场监督管理局").ParagraphProperties!.ParagraphBorders!.BottomBorder!;
        var end = paper.Main.Document!.Descendants<TableBorders>().Single();
        Assert.Equal("FF0000", red.Color!.Value);
        Assert.Equal([8u, 8u, 6u], [end.TopBorder!.Size!.Value, end.BottomBorder!.Size!.Value, end.InsideHorizontalBorder!.Size!.Value]);
    }

    [Fact]
    public void Labels_of_people_are_black_and_their_names_hang_behind()
    {
        using var paper = new PaperReader(MinutesPaper.Make(SamplePapers.Minutes));
        var present = paper.Paragraph("出席：");
        Assert.Equal(["黑体", null], present.Elements<Run>().Select(r => r.RunProperties!.RunFonts!.EastAsia?.Value));
        Assert.Equal(("1580", "948"), (present.ParagraphProperties!.Indentation!.Left!.Value, present.ParagraphProperties.Indentation.Hanging!.Value));
    }

    [Fact]
    public void What_is_not_there_leaves_no_trace()
    {
        using var paper = new PaperReader(MinutesPaper.Make(SamplePapers.Minutes with { Sections = [], Decisions = [], Excused = [], InAttendance = [" "], CopiedTo = [] }));
        Assert.DoesNotContain(paper.Lines, line => line.Contains("议定事项", StringComparison.Ordinal) || line[..Math.Min(2, line.Length)] is "请假" or "列席" or "抄送");
        Assert.Empty(paper.Faults);
    }
}
