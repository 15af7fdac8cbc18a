using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using HuiminCoord.Server.Documents.Workbooks;

namespace HuiminCoord.Bench.Places;

/// <summary>Workbooks that are made to cost as much as the limits allow, or a little more; each names no table, so that all are refused in the end.</summary>
internal sealed class LimitFiles
{
    private const int Megabyte = 1024 * 1024, Block = 1024;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Table = "xl/worksheets/sheet1.xml", NoiseName = "xl/media/noise.bin";

    private static readonly WorkbookLimits Limits = WorkbookLimits.Default;

    private readonly byte[] _bare;

    /// <param name="mark">Of the report for which they are sent in: a workbook of another one is not looked at.</param>
    public LimitFiles(WorkbookMark mark) => _bare = WorkbookFile.Make([new SheetDraft("a"), MarkSheet.Write(mark)], rehearsal: false);

    /// <summary>Each by its name, with the code by which it is refused.</summary>
    public IEnumerable<(string Name, byte[] File, string Code)> All =>
    [
        ("20 MB packed", With(Noise(Limits.Packed - _bare.Length - (16 * Block))), "workbook.no-table"),
        ("more than 20 MB packed", With(Noise(Limits.Packed)), "workbook.too-large"),
        ("99 MB inflated", With([.. Several(9, Thin(11 * Megabyte, 20))]), "workbook.no-table"),
        ("more than 100 MB inflated", With([.. Several(10, Thin(11 * Megabyte, 20))]), "workbook.inflates"),
        ("just below ratio 100, 99 MB", With([.. Several(9, Thin(11 * Megabyte, 3))]), "workbook.no-table"),
        ("above ratio 100", With(("xl/media/0.bin", new byte[80 * Megabyte])), "workbook.inflates"),
        ("18 MB packed, 93 MB inflated, 1,900 entries", With([Noise(16 * Megabyte), .. Several(7, Thin(11 * Megabyte, 20), "b"), .. Small(1_880)]), "workbook.no-table"),
        ("1,990 entries", With([.. Small(1_980)]), "workbook.no-table"),
        ("2,100 entries", With([.. Small(2_100)]), "workbook.too-many-parts"),
        ("300,000 entries that are one", Repeated(300_000), "workbook.too-many-parts"),
        ("a far cell", Sheet("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"), "workbook.no-table"),
        ("99,000 cells", Sheet(Rows(99_000, n => $"<c t=\"str\"><v>{n * 7919 % 99991}立案</v></c>")), "workbook.no-table"),
        ("more than 100,000 cells", Sheet(Rows(110_000, n => $"<c><v>{n * 7919 % 99991}</v></c>")), "workbook.too-many-cells"),
        ("empty cells of 7 MB", Sheet($"<row>{Spread(430_000, n => $"<c s=\"{n * 7919 % 99991}\"/>")}</row>"), "workbook.no-table"),
        ("one text of 7 MB", Sheet($"<row><c t=\"str\"><v>{Spread(1_400_000, n => $"{n * 7919 % 99991:00000}")}</v></c></row>"), "workbook.no-table"),
    ];

    private byte[] Sheet(string rows) => With((Table, Encoding.UTF8.GetBytes($"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>")));

    /// <summary>The bare workbook with other parts beside or instead of its own.</summary>
    private byte[] With(params (string Name, byte[] Content)[] parts)
    {
        using var old = new ZipArchive(new MemoryStream(_bare, writable: false), ZipArchiveMode.Read);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in old.Entries.Where(e => parts.All(p => p.Name != e.FullName)))
            {
                using var from = entry.Open();
                using var to = zip.CreateEntry(entry.FullName).Open();
                from.CopyTo(to);
            }

            foreach (var (name, content) in parts)
            {
                using var to = zip.CreateEntry(name, name == NoiseName ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                to.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>What does not pack.</summary>
    private static (string Name, byte[] Content) Noise(long length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return (NoiseName, bytes);
    }

    private static IEnumerable<(string Name, byte[] Content)> Several(int count, byte[] content, string name = "a") => Enumerable.Range(0, count).Select(n => ($"xl/media/{name}{n}.bin", content));

    private static IEnumerable<(string Name, byte[] Content)> Small(int count) => Enumerable.Range(0, count).Select(n => ($"xl/media/c{n}.xml", "<a/>"u8.ToArray()));

    /// <summary>What packs well: so many bytes of each kilobyte are noise.</summary>
    private static byte[] Thin(int length, int noise)
    {
        var (bytes, random) = (new byte[length], new Random(7));
        for (var at = 0; at + Block <= length; at += Block)
        {
            random.NextBytes(bytes.AsSpan(at, noise));
        }

        return bytes;
    }

    /// <summary>A hundred cells in each row: what lies far down or right is not looked at.</summary>
    private static string Rows(int cells, Func<int, string> one) => Spread(cells / 100, row => $"<row>{Spread(100, n => one((row * 100) + n))}</row>");

    private static string Spread(int count, Func<int, string> one) => string.Concat(Enumerable.Range(0, count).Select(one));

    /// <summary>A directory that names one part under many names; the number at its end cannot say how many.</summary>
    private static byte[] Repeated(int count)
    {
        using var whole = new MemoryStream();
        using (var zip = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("000000");
        }

        var one = whole.ToArray();
        var (start, end) = (one.AsSpan().IndexOf("PK\x01\x02"u8), one.AsSpan().IndexOf("PK\x05\x06"u8));
        using var all = new MemoryStream();
        all.Write(one.AsSpan(0, start));
        for (var n = 0; n < count; n++)
        {
            var entry = one[start..end];
            Encoding.ASCII.GetBytes($"{n:000000}").CopyTo(entry, 46);
            all.Write(entry);
        }

        BinaryPrimitives.WriteUInt16LittleEndian(one.AsSpan(end + 10), (ushort)count);
        all.Write(one.AsSpan(end));
        return all.ToArray();
    }
}
