using HuiminCoord.Domain.Files;
using static HuiminCoord.Domain.Tests.Files.Evidence;

namespace HuiminCoord.Domain.Tests.Files;

/// <summary>What may be attached.</summary>
public sealed class FileRulesTests
{
    [Theory]
    [InlineData("a.pdf", FileKind.Pdf, null)]
    [InlineData("a.jpeg", FileKind.Jpeg, null)]
    [InlineData("a.wps", FileKind.Document, null)]
    [InlineData("a.et", FileKind.Workbook, null)]
    [InlineData("a.csv", FileKind.Text, null)]
    [InlineData("a.pdf", FileKind.Unknown, "file.type-refused")]
    [InlineData("a.docx", FileKind.Sheet, "file.type-refused")]
    [InlineData("a.png", FileKind.Jpeg, "file.type-refused")]
    [InlineData("a.txt", FileKind.Pdf, "file.type-refused")]
    [InlineData("a.html", FileKind.Text, "file.type-refused")]
    [InlineData("a.svg", FileKind.Text, "file.type-refused")]
    [InlineData("a.exe", FileKind.Unknown, "file.type-refused")]
    [InlineData("a.docm", FileKind.Word, "file.type-refused")]
    [InlineData("a.xlsm", FileKind.Sheet, "file.type-refused")]
    [InlineData("a.zip", FileKind.Unknown, "file.type-refused")]
    [InlineData("a.pdf.exe", FileKind.Pdf, "file.type-refused")]
    [InlineData("没有扩展名", FileKind.Pdf, "file.type-refused")]
    [InlineData(null, FileKind.Pdf, "file.name-malformed")]
    public void The_extension_has_to_be_ours_and_the_content_what_it_says(string? name, FileKind kind, string? code) =>
        Assert.Equal(code, FileRules.RefuseName(name, kind)?.Code);

    [Theory]
    [InlineData(0, "file.empty")]
    [InlineData(1, null)]
    [InlineData(FileRules.MostBytes, null)]
    [InlineData(FileRules.MostBytes + 1, "file.too-large")]
    public void A_file_has_at_least_one_byte_and_at_most_twenty_megabytes(long size, string? code) => Assert.Equal(code, FileRules.RefuseSize(size)?.Code);

    public static TheoryData<string, FileRef> Unfit => new()
    {
        { "file.unknown", Pdf with { Hash = "ABC" } },
        { "file.unknown", Pdf with { Hash = new string('A', 64) } },
        { "file.name-malformed", Pdf with { Name = "../a.pdf" } },
        { "file.name-malformed", Pdf with { Name = "" } },
        { "file.type-refused", Pdf with { Name = "a.exe" } },
        { "file.type-refused", Pdf with { MediaType = "text/html" } },
        { "file.empty", Pdf with { Size = 0 } },
        { "file.too-large", Pdf with { Size = FileRules.MostBytes + 1L } },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void A_file_that_a_command_carries_is_looked_at_again(string code, FileRef file) => Assert.Equal(code, FileRules.Refuse([Pdf, file])?.Code);

    [Fact]
    public void Twenty_files_go_with_one_act()
    {
        Assert.Null(FileRules.Refuse(null));
        Assert.Null(FileRules.Refuse([.. TooMany.Skip(1)]));
        Assert.Equal("file.too-many", FileRules.Refuse(TooMany)?.Code);
    }

    [Fact]
    public void A_refusal_repeats_no_more_of_a_hash_than_anybody_reads() =>
        Assert.Equal(["aaaaaaaaaaaa"], FileRules.Unknown(Pdf.Hash).Arguments);
}
