using System.Buffers.Binary;
using System.Text;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>The directory of a ZIP file, walked before anything makes room for what it states.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22, EntryLength = 46, LongestComment = ushort.MaxValue;

    private static ReadOnlySpan<byte> End => "PK\x05\x06"u8;

    private static ReadOnlySpan<byte> Entry => "PK\x01\x02"u8;

    /// <summary>Walks it.</summary>
    /// <exception cref="UnreadableWorkbookException">There are too many entries, a name leads out of the file, something is encrypted or overlaps.</exception>
    internal static void Check(ReadOnlySpan<byte> file, int most)
    {
        var from = Math.Max(0, file.Length - EndLength - LongestComment);
        var end = file[from..].LastIndexOf(End) + from;
        if (end < from || end + EndLength > file.Length)
        {
            throw new UnreadableWorkbookException("workbook.damaged");
        }

        var stated = BinaryPrimitives.ReadUInt16LittleEndian(file[(end + 10)..]);
        var at = (long)BinaryPrimitives.ReadUInt32LittleEndian(file[(end + 16)..]);
        var (names, packed) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), 0L);
        while (at + EntryLength <= file.Length && file[(int)at..].StartsWith(Entry))
        {
            var entry = file[(int)at..];
            var name = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
            packed += BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]);
            Require(names.Count < most, "workbook.too-many-parts", $"{most}");
            Require(EntryLength + name <= entry.Length && packed <= file.Length, "workbook.damaged");
            Require((BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]) & 1) == 0, "workbook.encrypted");
            Require(names.Add(SafeName(entry.Slice(EntryLength, name))), "workbook.damaged");
            at += EntryLength + name + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }

        Require(stated != ushort.MaxValue, "workbook.too-many-parts", $"{most}");
        Require(names.Count == stated && stated > 0, "workbook.damaged");
    }

    /// <summary>Parts are never written to a disk; a name that would lead elsewhere is no workbook's all the same.</summary>
    private static string SafeName(ReadOnlySpan<byte> bytes)
    {
        var name = Encoding.UTF8.GetString(bytes);
        var isUnsafe = name.Length == 0 || name[0] == '/' || name.Any(c => c is '\\' or ':' || char.IsControl(c)) || name.Split('/').Contains("..");
        return isUnsafe ? throw new UnreadableWorkbookException("workbook.bad-names") : name;
    }

    private static void Require(bool holds, string code, params string[] facts)
    {
        if (!holds)
        {
            throw new UnreadableWorkbookException(code, facts);
        }
    }
}
