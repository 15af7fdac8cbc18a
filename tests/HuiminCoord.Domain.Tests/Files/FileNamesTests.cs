using FsCheck;
using FsCheck.Fluent;
using HuiminCoord.Domain.Files;

namespace HuiminCoord.Domain.Tests.Files;

/// <summary>What is left of a name that somebody declared.</summary>
public sealed class FileNamesTests
{
    [Theory]
    [InlineData("9月小结.docx", "9月小结.docx")]
    [InlineData("SCAN.PDF", "SCAN.pdf")]
    [InlineData("C:\\用户\\桌面\\统计表.xlsx", "统计表.xlsx")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("..\\..\\..\\a.txt", "a.txt")]
    [InlineData("a\0b\r\nc.pdf", "abc.pdf")]
    [InlineData("\u202Efdp.exe", "fdp.exe")]
    [InlineData("台账\u2066\u200F\u200B\uFEFF.pdf", "台账.pdf")]
    [InlineData("a\u2028b\u2029.pdf", "ab.pdf")]
    [InlineData("  很多   空格\u3000\u00A0的 名称 .pdf", "很多 空格 的 名称 .pdf")]
    [InlineData("\"<a>|b:c*d?.pdf", "__a__b_c_d_.pdf")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("evil.exe. . .", "evil.exe")]
    [InlineData("半\uD83D个.pdf", "半个.pdf")]
    [InlineData("报告.最终.版.pdf", "报告.最终.版.pdf")]
    [InlineData("没有扩展名", "没有扩展名")]
    [InlineData("𠮷野家.jpg", "𠮷野家.jpg")]
    public void A_name_keeps_what_can_be_seen_and_nothing_that_leads_elsewhere(string declared, string kept) => Assert.Equal(kept, FileNames.Clean(declared));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" . ")]
    [InlineData("a/b/")]
    [InlineData("..")]
    [InlineData("\u202E\u200B")]
    public void Of_some_names_nothing_is_left(string? declared) => Assert.Null(FileNames.Clean(declared));

    [Fact]
    public void A_long_name_is_shortened_before_its_extension_and_never_within_a_character()
    {
        var name = FileNames.Clean(new string('长', 200) + ".docx")!;
        Assert.Equal((FileNames.MaxLength, "长.docx"), (name.Length, name[^6..]));

        var rare = FileNames.Clean(string.Concat(Enumerable.Repeat("𠮷", 60)) + ".pdf")!;
        Assert.Equal(FileNames.MaxLength, rare.Length);
        Assert.DoesNotContain('\uFFFD', rare.EnumerateRunes().Select(r => (char)Math.Min(r.Value, 0xFFFF)));
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(name) < 255);
    }

    [Fact]
    public void A_name_that_was_cleaned_stays_as_it_is() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll<string>(declared => FileNames.Clean(declared) is not { } name || (FileNames.Clean(name) == name && name.Length <= FileNames.MaxLength)));
}
