using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Wordprocessing;
using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>Papers are laid out as GB/T 9704-2012 has it. Lengths are compared in its units, not in those of the file.</summary>
public sealed class PaperLayoutTests
{
    private const double Millimetre = 1440 / 25.4;

    [Theory]
    [MemberData(nameof(SamplePapers.Kinds), MemberType = typeof(SamplePapers))]
    public void Every_paper_is_valid(string kind)
    {
        using var paper = new PaperReader(SamplePapers.Make(kind));
        Assert.Empty(paper.Faults);
    }

    [Theory]
    [MemberData(nameof(SamplePapers.Kinds), MemberType = typeof(SamplePapers))]
    public void The_page_is_A4_with_the_margins_of_the_standard(string kind)
    {
        using var paper = new PaperReader(SamplePapers.Make(kind));
        var (size, margin) = (paper.Section.GetFirstChild<PageSize>()!, paper.Section.GetFirstChild<PageMargin>()!);
        Assert.Equal([210, 297], [Millimetres(size.Width!.Value), Millimetres(size.Height!.Value)]);
        Assert.Equal([37, 28, 26, 35], [Millimetres(margin.Top!.Value), Millimetres(margin.Left!.Value), Millimetres(margin.Right!.Value), Millimetres(margin.Bottom!.Value)]);
    }

    [Fact]
    public void A_page_holds_22_lines_of_28_characters()
    {
        using var paper = new PaperReader(SamplePapers.Make("minutes"));
        var grid = paper.Section.GetFirstChild<DocGrid>()!;
        var style = paper.Style("Normal");
        Assert.Equal(DocGridValues.LinesAndChars, grid.Type!.Value);
        Assert.Equal(28.99, grid.LinePitch!.Value / 20.0, 0.05);
        Assert.Equal(15.79, 16 + (grid.CharacterSpace!.Value / 4096.0), 0.01);
        Assert.Equal(22, (int)(225 * Millimetre / Number(style.StyleParagraphProperties!.SpacingBetweenLines!.Line!)));
        Assert.Equal(28, (int)(156 * Millimetre / (320 + style.StyleRunProperties!.Spacing!.Val!.Value)));
    }

    [Theory]
    [InlineData("Normal", "仿宋_GB2312", 16)]
    [InlineData("Heading1", "黑体", 16)]
    [InlineData("Heading2", "楷体_GB2312", 16)]
    [InlineData("PaperTitle", "方正小标宋简体", 22)]
    [InlineData("PaperRecipients", "仿宋_GB2312", 16)]
    [InlineData("PaperNote", "仿宋_GB2312", 14)]
    [InlineData("Footer", "宋体", 14)]
    public void Fonts_and_sizes_are_those_of_the_standard(string id, string font, double points)
    {
        using var paper = new PaperReader(SamplePapers.Make("minutes"));
        var style = paper.Style(id).StyleRunProperties!;
        Assert.Equal([font, font, font], [style.RunFonts!.EastAsia!.Value!, style.RunFonts.Ascii!.Value!, style.RunFonts.HighAnsi!.Value!]);
        Assert.Equal(points, Number(style.FontSize!.Val!) / 2);
    }

    [Fact]
    public void Each_font_says_what_may_take_its_place()
    {
        using var paper = new PaperReader(SamplePapers.Make("minutes"));
        var fonts = paper.Main.FontTablePart!.Fonts!.Elements<Font>().ToDictionary(f => f.Name!.Value!, f => f.AltName!.Val!.Value!);
        Assert.StartsWith("仿宋,", fonts["仿宋_GB2312"], StringComparison.Ordinal);
        Assert.EndsWith(",宋体", fonts["方正小标宋简体"], StringComparison.Ordinal);
    }

    [Fact]
    public void Page_numbers_stand_outside_one_character_in()
    {
        using var paper = new PaperReader(SamplePapers.Make("minutes"));
        var (odd, even) = (Footer(paper, HeaderFooterValues.Default), Footer(paper, HeaderFooterValues.Even));
        Assert.NotNull(paper.Main.DocumentSettingsPart!.Settings!.GetFirstChild<EvenAndOddHeaders>());
        Assert.Equal((JustificationValues.Right, "280"), (odd.ParagraphProperties!.Justification!.Val!.Value, odd.ParagraphProperties.Indentation!.Right!.Value));
        Assert.Equal((JustificationValues.Left, "280"), (even.ParagraphProperties!.Justification!.Val!.Value, even.ParagraphProperties.Indentation!.Left!.Value));
        Assert.All([odd, even], footer => Assert.Equal("— 1 —", footer.InnerText));
        // The dashes are in the middle of a line of 14 pt, 7 mm below a text area that ends 35 mm above the edge.
        Assert.Equal(28, Millimetres(paper.Section.GetFirstChild<PageMargin>()!.Footer!.Value + 140));
    }

    [Theory]
    [MemberData(nameof(SamplePapers.Kinds), MemberType = typeof(SamplePapers))]
    public void The_same_paper_is_the_same_bytes_and_tells_no_time(string kind)
    {
        var paper = SamplePapers.Make(kind);
        using var zip = new ZipArchive(new MemoryStream(paper), ZipArchiveMode.Read);
        Assert.Equal(paper, SamplePapers.Make(kind));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void What_is_rehearsed_says_so_on_every_page()
    {
        using var rehearsed = new PaperReader(NoticePaper.Make(SamplePapers.Notice with { Rehearsal = true }));
        using var real = new PaperReader(SamplePapers.Make("notice"));
        Assert.Equal(2, rehearsed.Section.Elements<HeaderReference>().Count());
        Assert.Equal("推演数据，不作依据", rehearsed.Main.HeaderParts.Single().Header!.InnerText);
        Assert.Empty(real.Main.HeaderParts);
    }

    [Theory]
    [InlineData("attendance")]
    [InlineData("notice")]
    public void Tables_repeat_their_heads_and_break_no_row(string kind)
    {
        using var paper = new PaperReader(SamplePapers.Make(kind));
        var rows = paper.Main.Document!.Descendants<TableRow>().ToList();
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
    }

    private static Paragraph Footer(PaperReader paper, HeaderFooterValues type)
    {
        var id = paper.Section.Elements<FooterReference>().Single(f => f.Type!.Value == type).Id!.Value!;
        return ((DocumentFormat.OpenXml.Packaging.FooterPart)paper.Main.GetPartById(id)).Footer!.Elements<Paragraph>().Single();
    }

    private static double Millimetres(double twips) => Math.Round(twips / Millimetre);

    private static double Number(string value) => double.Parse(value, CultureInfo.InvariantCulture);
}
