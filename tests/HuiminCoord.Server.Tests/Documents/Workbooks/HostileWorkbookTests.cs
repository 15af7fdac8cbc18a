using System.Buffers.Binary;
using System.Text;
using HuiminCoord.Server.Documents.Workbooks;
using static HuiminCoord.Server.Tests.Documents.Workbooks.SampleReports;

namespace HuiminCoord.Server.Tests.Documents.Workbooks;

/// <summary>Files that are made to do harm, and files that are something else: each is refused by its code, and costs little.</summary>
public sealed class HostileWorkbookTests
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Whatever comes in, reading it makes room for less than this.</summary>
    private const long MostAllocated = 150 * Megabyte;

    private const string Table = "xl/worksheets/sheet1.xml", Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly Dictionary<string, (Func<byte[]> File, string Code)> Files = new()
    {
        ["nothing"] = (() => [], "workbook.not-xlsx"),
        ["csv"] = (() => Encoding.UTF8.GetBytes("类别,立案\n吃-食品,1\n"), "workbook.not-xlsx"),
        ["xls"] = (() => Compound("Workbook"), "workbook.xls"),
        ["et, wps"] = (() => Compound("WpsDocument"), "workbook.xls"),
        ["a password"] = (() => Compound("EncryptedPackage"), "workbook.encrypted"),
        ["a zip with a password"] = (() => Patched(WorkbookOf("scjg"), 8, 1), "workbook.encrypted"),
        ["docx"] = (() => SheetXml.Zip([("[Content_Types].xml", "<Types>wordprocessingml.document.main+xml</Types>"), ("word/document.xml", "<a/>")]), "workbook.not-xlsx"),
        ["ods"] = (() => SheetXml.Zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")]), "workbook.not-xlsx"),
        ["xlsm"] = (() => SheetXml.Replaced(WorkbookOf("scjg"), "xl/vbaProject.bin", "x"), "workbook.macros"),
        ["xlsm by its type"] = (() => SheetXml.With(WorkbookOf("scjg"), "[Content_Types].xml", t => t.Root!.Elements().Last().SetAttributeValue("ContentType", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")), "workbook.macros"),
        ["cut off"] = (() => WorkbookOf("scjg")[..20_000], "workbook.damaged"),
        ["21 MB"] = (() => [.. "PK\x03\x04"u8, .. new byte[21 * Megabyte]], "workbook.too-large"),
        ["zeros"] = (() => With("xl/media/a.bin", new byte[80 * Megabyte]), "workbook.inflates"),
        ["101 MB"] = (() => With("xl/media/a.bin", Half(101)), "workbook.inflates"),
        ["parts that say they are small"] = (() => Lying(With("xl/media/a.bin", new byte[40 * Megabyte])), "workbook.not-xlsx"),
        ["380,000 entries"] = (() => Entries(380_000, "000000"), "workbook.too-many-parts"),
        ["1,000,000 entries, as it says"] = (() => Patched(WorkbookOf("scjg"), -12, 0xFF, 0xFF), "workbook.too-many-parts"),
        ["a name that leads out"] = (() => SheetXml.Replaced(WorkbookOf("scjg"), "../../etc/cron.d/a", "x"), "workbook.bad-names"),
        ["a name from the root"] = (() => SheetXml.Replaced(WorkbookOf("scjg"), "/etc/passwd", "x"), "workbook.bad-names"),
        ["a drive's name"] = (() => SheetXml.Replaced(WorkbookOf("scjg"), "C:\\a.xml", "x"), "workbook.bad-names"),
        ["the same name twice"] = (() => Entries(2, "xl/workbook.xml"), "workbook.damaged"),
        ["an external entity"] = (() => Sheet($"<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet xmlns=\"{Main}\"><sheetData><row><c t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>"), "workbook.entities"),
        ["a billion laughs"] = (() => SheetXml.Replaced(WorkbookOf("scjg"), "docProps/app.xml", "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"), "workbook.entities"),
        ["another encoding"] = (() => SheetXml.Replaced(WorkbookOf("scjg"), Table, Encoding.Unicode.GetBytes("\ufeff<?xml version=\"1.0\" encoding=\"utf-16\"?><!DOCTYPE a><worksheet/>")), "workbook.damaged"),
        ["XML that breaks off"] = (() => Sheet("<worksheet><sheetData><row>"), "workbook.damaged"),
        ["an address that is none"] = (() => Sheet($"<worksheet xmlns=\"{Main}\"><sheetData><row><c r=\"XFE1\"><v>1</v></c></row></sheetData></worksheet>"), "workbook.damaged"),
        ["a text that is not there"] = (() => Sheet($"<worksheet xmlns=\"{Main}\"><sheetData><row><c t=\"s\"><v>9</v></c></row></sheetData></worksheet>"), "workbook.damaged"),
        ["a tag of 7 MB"] = (() => Sheet($"<worksheet a=\"{Noise(7)}\"/>"), "workbook.damaged"),
        ["a million attributes"] = (() => Sheet($"<worksheet {Spread(7, n => $" a{n}=\"\"")}/>"), "workbook.damaged"),
        ["deep"] = (() => Sheet(Spread(7, n => $"<a{n}>")), "workbook.too-many-cells"),
        ["a million names"] = (() => Sheet($"<worksheet>{Spread(7, n => $"<a{n}/>")}</worksheet>"), "workbook.no-table"),
        ["cells of 9 MB"] = (() => Sheet(Cells(9, n => $"<c><v>{n * 7919 % 99991}</v></c>")), "workbook.too-many-cells"),
        ["cells of 7 MB"] = (() => Sheet(Cells(7, n => $"<c><v>{n * 7919 % 99991}</v></c>")), "workbook.too-many-cells"),
        ["empty cells of 7 MB"] = (() => Sheet(Cells(7, n => $"<c s=\"{n * 7919 % 99991}\"/>")), "workbook.no-table"),
        ["texts of 7 MB"] = (() => Sheet($"<worksheet xmlns=\"{Main}\"><sheetData><row><c t=\"str\"><v>{Noise(7)}</v></c></row></sheetData></worksheet>"), "workbook.no-table"),
        ["a million shared texts"] = (() => Shared(Spread(7, n => $"<si><t>{n}</t></si>")), "workbook.too-many-cells"),
        ["shared texts of 7 MB"] = (() => Shared(Spread(7, n => $"<si><t>{string.Concat(Enumerable.Repeat($"{n}", 20))}</t></si>")), "workbook.no-table"),
        ["300 sheets"] = (() => SheetXml.Made([.. Enumerable.Range(0, 300).Select(n => ($"s{n}", new[] { new[] { "立案" } }))]), "workbook.too-many-parts"),
    };

    public static TheoryData<string> Kinds { get; } = [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_refused_by_its_code_and_costs_little(string kind)
    {
        var (file, code) = (Files[kind].File(), Files[kind].Code);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Read("scjg", file);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(reading.IsRefused);
        Assert.Contains(code, reading.Problems.Select(p => p.Problem.Code));
        Assert.True(allocated < MostAllocated, $"{allocated / Megabyte} MB for a file of {file.Length / 1024} KB");
    }

    [Fact]
    public void A_stream_that_tells_no_length_is_read_to_the_bound()
    {
        using var endless = new Endless();
        Assert.Equal(["workbook.too-large"], TableReader.Read(endless, LayoutOf("scjg"), ExpectedOf("scjg"), WorkbookLimits.Default).Problems.Select(p => p.Problem.Code));
        Assert.InRange(endless.Told, 20 * Megabyte, 21 * Megabyte);
    }

    [Fact]
    public void What_a_workbook_names_outside_of_itself_is_never_looked_for()
    {
        var named = SheetXml.With(WorkbookOf("scjg"), "xl/_rels/workbook.xml.rels", rels =>
        {
            foreach (var sheet in rels.Root!.Elements().Where(r => r.Attribute("Id")!.Value == "sheet3"))
            {
                sheet.SetAttributeValue("TargetMode", "External");
                sheet.SetAttributeValue("Target", "file:///etc/passwd");
            }
        });
        var reading = Read("scjg", named);
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Sheet.Texts);
        Assert.Equal(FilledOf("scjg").Figures, reading.Sheet.Figures);
    }

    [Fact]
    public void The_largest_workbook_that_is_read_costs_little()
    {
        var texts = SheetXml.Replaced(WorkbookOf("scjg"), "xl/worksheets/sheet4.xml", Cells(4, n => $"<c t=\"inlineStr\"><is><t>{n * 7919 % 99991}立案</t></is></c>"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Read("scjg", texts);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(FilledOf("scjg").Figures, reading.Sheet.Figures);
        Assert.True(allocated < MostAllocated, $"{allocated / Megabyte} MB");
    }

    private static byte[] Sheet(string xml) => SheetXml.Replaced(Bare(), Table, xml);

    /// <summary>A workbook with a mark and nothing else: what is found comes from the part that is put into it.</summary>
    private static byte[] Bare() => WorkbookFile.Make([new SheetDraft("a"), MarkSheet.Write(HeadOf("scjg").Mark)], rehearsal: false);

    private static byte[] Shared(string texts) => SheetXml.Replaced(SheetXml.Made(("a", [["立案"]])), "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{texts}</sst>");

    private static byte[] With(string name, byte[] content) => SheetXml.Replaced(WorkbookOf("scjg"), name, content);

    private static string Cells(int megabytes, Func<int, string> cell) => $"<worksheet xmlns=\"{Main}\"><sheetData>{Spread(megabytes, n => (n % 200 == 0 ? n == 0 ? "<row>" : "</row><row>" : "") + cell(n))}</row></sheetData></worksheet>";

    private static string Spread(int megabytes, Func<int, string> one)
    {
        var text = new StringBuilder();
        for (var n = 0; text.Length < megabytes * Megabyte; n++)
        {
            text.Append(one(n));
        }

        return text.ToString();
    }

    /// <summary>What packs badly enough to be no bomb by its ratio.</summary>
    private static string Noise(int megabytes) => Spread(megabytes, n => $"{n * 7919 % 99991:00000}");

    /// <summary>Megabytes that pack to a fiftieth: no part looks like a bomb, all together are too large.</summary>
    private static byte[] Half(int megabytes)
    {
        var bytes = new byte[megabytes * Megabyte];
        var random = new Random(7);
        for (var at = 0; at + 1024 < bytes.Length; at += 1024)
        {
            random.NextBytes(bytes.AsSpan(at, 20));
        }

        return bytes;
    }

    /// <summary>A compound file with a stream of this name.</summary>
    private static byte[] Compound(string stream) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(stream), .. new byte[512]];

    /// <summary>Other bytes in the directory: from the first entry's start, or counted from the end of the file.</summary>
    private static byte[] Patched(byte[] file, int at, params byte[] bytes)
    {
        var copy = file.ToArray();
        bytes.CopyTo(copy, at < 0 ? copy.Length + at : copy.AsSpan().IndexOf("PK\x01\x02"u8) + at);
        return copy;
    }

    /// <summary>Says of every part that it inflates to ten bytes.</summary>
    private static byte[] Lying(byte[] file)
    {
        var copy = file.ToArray();
        for (var at = copy.AsSpan().IndexOf("PK\x01\x02"u8); at >= 0 && at + 46 < copy.Length && copy.AsSpan(at).StartsWith("PK\x01\x02"u8);
             at += 46 + BinaryPrimitives.ReadUInt16LittleEndian(copy.AsSpan(at + 28)) + BinaryPrimitives.ReadUInt16LittleEndian(copy.AsSpan(at + 30)))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(at + 24), 10);
        }

        return copy;
    }

    /// <summary>A directory that names one part many times; its end says what it wants.</summary>
    private static byte[] Entries(int count, string name)
    {
        var first = SheetXml.Zip([(name, "x")]);
        var start = first.AsSpan().IndexOf("PK\x01\x02"u8);
        var end = first.AsSpan().IndexOf("PK\x05\x06"u8);
        var last = first[end..];
        BinaryPrimitives.WriteUInt16LittleEndian(last.AsSpan(10), (ushort)count);
        using var all = new MemoryStream();
        all.Write(first.AsSpan(0, start));
        for (var n = 0; n < count; n++)
        {
            var entry = first[start..end];
            // Names of digits are numbered.
            (char.IsAsciiDigit(name[0]) ? Encoding.ASCII.GetBytes(n.ToString($"D{name.Length}", System.Globalization.CultureInfo.InvariantCulture)) : []).CopyTo(entry, 46);
            all.Write(entry);
        }

        all.Write(last);
        return all.ToArray();
    }

    private sealed class Endless : MemoryStream
    {
        internal long Told { get; private set; }

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            Told += buffer.Length;
            return buffer.Length;
        }
    }
}
