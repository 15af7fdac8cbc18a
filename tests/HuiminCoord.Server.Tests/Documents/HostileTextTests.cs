using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Server.Documents.Papers;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>People paste anything; a paper opens all the same.</summary>
public sealed class HostileTextTests
{
    /// <summary>Tests name them by their places: a name cannot bear half a character.</summary>
    private static readonly string[] Texts =
    [
        "\u0000\u0001\u000b\u001b甲\u007f\u0085乙\u009f",
        "<w:p>&amp;\"'</w:p>]]><!-- -->",
        "😀👩‍👩‍👧‍👦𠮷",
        "\ud83d半\ude00",
        "\ufffe\uffff\ufeff丙",
        "\u202e文反\u202c\u2066丁",
        string.Concat(Enumerable.Repeat("长", 5000)),
        string.Concat(Enumerable.Repeat("Donaudampfschifffahrt", 400)),
        "一\r\n\r\n二\u2028三\t四",
        "\ufdd0{{PAGE}} MERGEFIELD",
        "   ",
        "",
    ];

    public static TheoryData<int> Places { get; } = [.. Enumerable.Range(0, Texts.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public void Papers_of_any_text_stay_valid(int place)
    {
        foreach (var file in Papers(Texts[place]))
        {
            using var paper = new PaperReader(file);
            Assert.Empty(paper.Faults);
            Assert.All(PaperReader.Parts(file), part => Assert.NotNull(part.Root));
        }
    }

    [Theory]
    [InlineData("甲\u0007\u202e乙😀", "甲乙😀")]
    [InlineData("<b>&\"", "<b>&\"")]
    [InlineData(" 一\t\r\n 二 ", "一 二")]
    public void What_can_be_printed_is_kept(string typed, string printed) => Assert.Equal(printed, PrintableText.Line(typed));

    [Fact]
    public void Half_a_character_is_shown_as_missing() => Assert.Equal("\ufffd半\ufffd", PrintableText.Line("\ud83d半\ude00"));

    [Fact]
    public void Lines_become_paragraphs_and_only_the_first_is_numbered()
    {
        using var paper = new PaperReader(NoticePaper.Make(SamplePapers.Notice with { Texts = [new(3, "甲\n\n乙"), new(3, "丙")] }));
        Assert.Superset(new HashSet<string> { "1.甲", "乙", "2.丙" }, paper.Lines.ToHashSet());
    }

    private static IEnumerable<byte[]> Papers(string text) =>
    [
        MinutesPaper.Make(new(text, int.MaxValue, text, DateOnly.MaxValue, text, [new(text, [text, new(1, text), new(2, $"{text}。{text}"), new(99, text)])], [new(text, text, [text], DateOnly.MinValue)], [text], [text], [text], [text]) { Number = text }),
        NoticePaper.Make(new(text, [text], [text], [new(text, text, text)], [text, text], text, DateOnly.MaxValue)),
        AttendanceSheet.Make(new(text, text, text, [new(text, text, text, text)], -1)),
        ReplySlip.Make(new(text, text, text, text, text, text)),
        ReportPaper.Make(new(text, text, text, null, [new(text, text), new("", "")], Table(text), text, text, text, DateOnly.MaxValue) { Draft = DraftWord.ForApproval, Nil = true }),
        ReportPaper.Make(new(text, text, text, new(DateOnly.MinValue, DateOnly.MaxValue), [], null, text, text, text, null)),
        ConsolidatedPaper.Make(new(text, [text], text, new(DateOnly.MinValue, DateOnly.MaxValue), [new(text, ReportStanding.Missing, -1, text)], [new(text, text)], [Table(text), Table(text)], null) { FilledBy = text, ApprovedBy = text, Phone = text }),
        .. new[] { true, false }.Select(issued => BulletinPaper.Make(
            new(text, int.MaxValue, text, new(DateOnly.MinValue, DateOnly.MaxValue), Figures(text), Table(text).Columns, [text], [text], null) { IsIssued = issued, Number = text, Remarks = [new(text, text)], RankBy = "a" })),
    ];

    private static StatisticsTable Table(string text) => new(
        text, text, [new("a", text, text, FigureKind.Money, text), new("b", text, text, FigureKind.Count, text)],
        [new(text, false, [new(long.MaxValue, long.MinValue, true), new(null, null, false)]), new(text, true, [new(null, null, true)])], [text]);

    private static BulletinFigures Figures(string text) => new(
        [new(new("a"), text, [new("a", long.MaxValue, null, true)], ReportStanding.ReportedLate, int.MaxValue, int.MaxValue)], [new("a", null, long.MinValue, true)]);
}
