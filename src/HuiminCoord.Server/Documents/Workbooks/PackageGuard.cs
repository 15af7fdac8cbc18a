using System.Buffers;
using System.IO.Compression;
using System.Text;
using HuiminCoord.Domain.Files;

namespace HuiminCoord.Server.Documents.Workbooks;

/// <summary>Looks whether a file is a workbook that can be read without harm. Nothing else opens it before.</summary>
internal static class PackageGuard
{
    private const int Chunk = 64 * 1024, Megabyte = 1024 * 1024;

    /// <summary>Takes the file in.</summary>
    /// <exception cref="UnreadableWorkbookException">It is too large, another kind of file, damaged, or made to do harm.</exception>
    internal static byte[] Take(Stream file, WorkbookLimits limits)
    {
        var bytes = Bytes(file, limits.Packed);
        if (FileSigns.IsCompound(bytes))
        {
            // A password turns a workbook into a compound file with this stream.
            throw new UnreadableWorkbookException(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? "workbook.encrypted" : "workbook.xls");
        }

        if (!FileSigns.IsPackage(bytes))
        {
            throw new UnreadableWorkbookException("workbook.not-xlsx");
        }

        ZipDirectory.Check(bytes, limits.Parts);
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        Kind(zip);
        var left = limits.Inflated;
        foreach (var part in zip.Entries)
        {
            left -= Inflate(part, left, limits);
        }

        return bytes;
    }

    private static byte[] Bytes(Stream file, long most)
    {
        using var taken = new MemoryStream(file.CanSeek ? (int)Math.Clamp(file.Length - file.Position, 0, most) : 0);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            for (int read; (read = file.Read(buffer)) > 0;)
            {
                if (taken.Length + read > most)
                {
                    throw new UnreadableWorkbookException("workbook.too-large", $"{most / Megabyte}");
                }

                taken.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return taken.Capacity == taken.Length ? taken.GetBuffer() : taken.ToArray();
    }

    /// <summary>What kind of package it is; only the first bytes of its own statement are looked at.</summary>
    private static void Kind(ZipArchive zip)
    {
        var types = "";
        if (zip.Entries.FirstOrDefault(e => e.FullName.Equals(FileSigns.ContentTypes, StringComparison.OrdinalIgnoreCase)) is { } entry)
        {
            using var stream = entry.Open();
            var start = new byte[Chunk];
            types = Encoding.UTF8.GetString(start, 0, stream.ReadAtLeast(start, Chunk, throwOnEndOfStream: false));
        }

        var names = zip.Entries.Select(e => e.FullName).ToList();
        if (names.Exists(n => n.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || n.Contains("macrosheets", StringComparison.OrdinalIgnoreCase))
            || types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || types.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableWorkbookException("workbook.macros");
        }

        if (FileSigns.OfPackage(names, types) != FileKind.Sheet)
        {
            throw new UnreadableWorkbookException("workbook.not-xlsx");
        }
    }

    /// <summary>Inflates a part once, only to count it and to look at its tags.</summary>
    private static long Inflate(ZipArchiveEntry part, long left, WorkbookLimits limits)
    {
        var scan = IsXml(part.FullName) ? new TagScan() : null;
        var (buffer, length) = (ArrayPool<byte>.Shared.Rent(Chunk), 0L);
        try
        {
            using var stream = part.Open();
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                length += read;
                scan?.Take(buffer.AsSpan(0, read));
                Check(length > left, "workbook.inflates", $"{limits.Inflated / Megabyte}");
                Check(length > WorkbookLimits.SmallPart && length > limits.Ratio * Math.Max(1, part.CompressedLength), "workbook.inflates", $"{limits.Inflated / Megabyte}");
                Check(scan?.HasType == true, "workbook.entities");
                Check(scan?.IsTooLong == true, "workbook.damaged");
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return length;
    }

    /// <summary>True for names under which XML is read.</summary>
    internal static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static void Check(bool isWrong, string code, params string[] facts)
    {
        if (isWrong)
        {
            throw new UnreadableWorkbookException(code, facts);
        }
    }
}
