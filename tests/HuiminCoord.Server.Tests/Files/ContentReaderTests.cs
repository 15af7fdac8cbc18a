using System.Buffers.Binary;
using HuiminCoord.Domain.Files;
using HuiminCoord.Server.Files;
using HuiminCoord.Server.Onboarding;
using HuiminCoord.Server.Tests.Onboarding;

namespace HuiminCoord.Server.Tests.Files;

/// <summary>Contents that programs wrote, and such as were made to do harm.</summary>
public sealed class ContentReaderTests
{
    [Fact]
    public void A_workbook_that_a_program_wrote_is_one()
    {
        Assert.Equal(FileKind.Sheet, Kind(Sheets.Of(Sheets.Headings)));
        Assert.Equal(FileKind.Sheet, Kind(ContactSheet.Template(TestServer.Plan)));
    }

    [Fact]
    public void A_list_of_contents_that_never_ends_is_not_read_to_its_end()
    {
        var parts = Enumerable.Range(0, 90_000).Select(i => ($"word/media/image-{i:D6}.png", "")).ToArray();
        var endless = Evidence.Word(parts);
        Assert.True(endless.Length < FileRules.MostBytes, $"{endless.Length}");

        Assert.Equal(FileKind.Unknown, Kind(endless));
        Assert.Equal(FileKind.Word, Kind(Evidence.Word(parts[..500])));
    }

    [Fact]
    public void Content_types_that_inflate_without_end_are_cut()
    {
        var bomb = Evidence.Package(("[Content_Types].xml", new string(' ', 3_000_000) + "wordprocessingml.document.main+xml"));
        Assert.Equal(FileKind.Unknown, Kind(bomb));
    }

    [Fact]
    public void A_damaged_package_is_nothing_and_harms_nobody()
    {
        var whole = Evidence.Word();
        var random = new Random(57);
        for (var i = 0; i < 500; i++)
        {
            var damaged = whole.ToArray();
            damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
            Assert.True(Kind(damaged) is FileKind.Word or FileKind.Unknown);
        }

        var lying = whole.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(lying.AsSpan(lying.Length - 6), uint.MaxValue);
        Assert.Equal(FileKind.Unknown, Kind(lying));
    }

    [Fact]
    public void Macros_are_found_wherever_the_directory_lies()
    {
        var far = new byte[300_000];
        Evidence.Compound("Root Entry", "WordDocument").CopyTo(far, 0);
        Evidence.Compound("_VBA_PROJECT").AsSpan(512, 128).CopyTo(far.AsSpan(2000 * 128));
        Assert.Equal(FileKind.Unknown, Kind(far));
        Assert.Equal(FileKind.Document, Kind(far[..(1999 * 128)]));
    }

    [Fact]
    public void A_text_is_read_to_its_end()
    {
        var text = new byte[200_000];
        Array.Fill(text, (byte)'a');
        Assert.Equal(FileKind.Text, Kind(text));
        text[^1] = 0;
        Assert.Equal(FileKind.Unknown, Kind(text));
        Assert.Equal(FileKind.Text, Kind([(byte)'1']));
    }

    private static FileKind Kind(byte[] content) => ContentReader.KindOf(new MemoryStream(content));
}
