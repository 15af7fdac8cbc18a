using System.Text;
using HuiminCoord.Domain.Files;

namespace HuiminCoord.Domain.Tests.Files;

/// <summary>What the bytes of a file are, whatever it is called.</summary>
public sealed class FileSignsTests
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static TheoryData<byte[], FileKind> Starts => new()
    {
        { "%PDF-1.7"u8.ToArray(), FileKind.Pdf },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F'], FileKind.Jpeg },
        { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], FileKind.Png },
        { "MZ\u0090\0\u0003\0\0\0"u8.ToArray(), FileKind.Unknown },
        { " %PDF-1."u8.ToArray(), FileKind.Unknown },
        { "GIF89a12"u8.ToArray(), FileKind.Unknown },
        { [], FileKind.Unknown },
    };

    [Theory]
    [MemberData(nameof(Starts))]
    public void A_start_is_recognised_at_the_very_start(byte[] start, FileKind kind) => Assert.Equal(kind, FileSigns.OfStart(start));

    [Theory]
    [InlineData("[Content_Types].xml word/document.xml", Word, FileKind.Word)]
    [InlineData("[Content_Types].xml word/document2.xml", Word, FileKind.Word)]
    [InlineData("[Content_Types].xml xl/workbook.xml", Sheet, FileKind.Sheet)]
    [InlineData("OFD.xml Doc_0/Document.xml", "", FileKind.Ofd)]
    [InlineData("a.exe readme.txt", "", FileKind.Unknown)]
    [InlineData("[Content_Types].xml word/document.xml word/vbaProject.bin", Word, FileKind.Unknown)]
    [InlineData("[Content_Types].xml word/document.xml word/other.bin", $"{Word} application/vnd.ms-office.vbaProject", FileKind.Unknown)]
    [InlineData("[Content_Types].xml xl/workbook.xml xl/macrosheets/sheet1.xml", Sheet, FileKind.Unknown)]
    [InlineData("[Content_Types].xml word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml", FileKind.Unknown)]
    [InlineData("[Content_Types].xml ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", FileKind.Unknown)]
    public void A_package_is_what_lies_in_it(string parts, string contentTypes, FileKind kind) => Assert.Equal(kind, FileSigns.OfPackage(parts.Split(' '), contentTypes));

    [Theory]
    [InlineData("WordDocument 1Table", FileKind.Document)]
    [InlineData("Workbook", FileKind.Workbook)]
    [InlineData("Book", FileKind.Workbook)]
    [InlineData("WordDocument Macros VBA _VBA_PROJECT", FileKind.Unknown)]
    [InlineData("Workbook _VBA_PROJECT_CUR _vba_project", FileKind.Unknown)]
    [InlineData("__properties_version1.0", FileKind.Unknown)]
    public void A_compound_file_is_what_its_directory_names(string names, FileKind kind)
    {
        var signs = new CompoundSigns();
        foreach (var name in names.Split(' '))
        {
            signs.Take(Entry(name));
        }

        signs.Take(new byte[10]);
        Assert.Equal(kind, signs.Kind);
    }

    public static TheoryData<string, byte[], FileKind> Texts => new()
    {
        { "ASCII", "a,b\r\n1,2\r\n"u8.ToArray(), FileKind.Text },
        { "UTF-8", "单位,数量\n教育局,3\n"u8.ToArray(), FileKind.Text },
        { "UTF-8 with its mark", [0xEF, 0xBB, 0xBF, .. "小结"u8], FileKind.Text },
        { "GB 18030", [0xB5, 0xA5, 0xCE, 0xBB, 0x2C, 0x31, 0x0A], FileKind.Text },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("小结\r\n")], FileKind.Text },
        { "UTF-16, the other way round", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("小结\r\n")], FileKind.Text },
        { "a program", "MZ\0\0"u8.ToArray(), FileKind.Unknown },
        { "a terminal's escape", "a\u001b[2Jb"u8.ToArray(), FileKind.Unknown },
        { "a page", "<!DOCTYPE html><script>1</script>"u8.ToArray(), FileKind.Unknown },
        { "a page after blanks", " \r\n\t<html>"u8.ToArray(), FileKind.Unknown },
        { "a page after its mark", [0xEF, 0xBB, 0xBF, .. "<svg onload=x>"u8], FileKind.Unknown },
        { "a page in UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<html>")], FileKind.Unknown },
        { "zeros in UTF-16", [.. Encoding.Unicode.Preamble, 0, 0], FileKind.Unknown },
        { "less than, further on", "数量<3"u8.ToArray(), FileKind.Text },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_what_people_type_however_it_is_cut(string what, byte[] content, FileKind kind)
    {
        foreach (var length in new[] { 1, 3, content.Length })
        {
            var signs = new TextSigns(content.AsSpan(0, Math.Min(FileSigns.StartLength, content.Length)));
            foreach (var piece in content.Chunk(length))
            {
                signs.Take(piece);
            }

            Assert.True(kind == signs.Kind, $"{what}, {length} at a time: {signs.Kind}");
        }
    }

    /// <summary>A directory entry of a stream.</summary>
    private static byte[] Entry(string name)
    {
        var entry = new byte[CompoundSigns.EntryLength];
        Encoding.Unicode.GetBytes(name, entry);
        entry[64] = (byte)((name.Length + 1) * 2);
        entry[66] = 2;
        return entry;
    }
}
